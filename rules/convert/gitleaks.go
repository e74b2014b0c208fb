package convert

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/bonton/bonton/rules"
)

// gitleaksFile is the part of a gitleaks configuration that rule files can say, and what is listed by name.
type gitleaksFile struct {
	Rules []gitleaksRule
}

type gitleaksRule struct {
	ID, Description, Regex, Path string
	SecretGroup                  int
	Entropy                      float64
	Keywords                     []string
	Allowlist                    any // the form of older files
	Allowlists                   []any
}

// Gitleaks converts the gitleaks configuration of a file: each rule becomes a pattern near its keywords.
func Gitleaks(name string, data []byte, locale string) (*Result, error) {
	var file gitleaksFile
	meta, err := toml.Decode(string(data), &file)
	var syntax toml.ParseError
	if errors.As(err, &syntax) {
		return nil, &rules.Mistake{File: name, Line: syntax.Position.Line, Column: 1, Problem: "not TOML: " + syntax.Message}
	}
	if err != nil {
		return nil, &rules.Mistake{File: name, Problem: "is no configuration of gitleaks: " + err.Error()}
	}
	out := &Result{}
	seen := map[string]bool{}
	for i, rule := range file.Rules {
		if rule.ID == "" {
			rule.ID = fmt.Sprintf("rule-%d", i+1)
		}
		d := draft{pack: "gitleaks", stem: stemOf(rule.ID), from: "gitleaks: " + rule.ID, category: "confidential", entity: "secret", action: "justify",
			locale: locale, message: title(rule.Description), why: cut(strings.TrimSpace(rule.Description), 4000), fix: "redact"}
		if seen[d.stem] {
			d.stem = stemOf(fmt.Sprintf("%s-%d", d.stem, i+1))
		}
		seen[d.stem] = true
		out.gitleaksRule(rule, &d)
	}
	out.undecoded(meta.Undecoded())
	return out, nil
}

func (r *Result) gitleaksRule(rule gitleaksRule, d *draft) {
	if why := notHere(rule); why != "" {
		r.Left = append(r.Left, Left{Rule: rule.ID, Whole: true, Why: why})
		return
	}
	expression, opened := shallow(rule.Regex)
	d.set("pattern", expression)
	words := rule.Keywords
	if len(words) == 0 {
		words = keywords(rule.Regex)
	}
	d.set("keywords", slices.Compact(slices.Sorted(slices.Values(words))))
	d.set("near", 200)
	if rule.SecretGroup > 0 {
		d.set("group", rule.SecretGroup)
	}
	d.set("part", true)
	if problem := d.problem(); problem != "" {
		r.Left = append(r.Left, Left{Rule: rule.ID, Whole: true, Why: problem})
		return
	}
	r.Files = append(r.Files, d.file())
	for _, l := range []struct {
		there bool
		left  Left
	}{
		{opened, Left{What: "regex", Why: "a range of repeats such as {10,150} is opened to {10,}: it would nest too deep"}},
		{rule.Entropy > 0, Left{What: "entropy", Why: "a pattern has no measure of randomness, so words of the same shape are found too"}},
		{rule.Allowlist != nil || len(rule.Allowlists) > 0, Left{What: "allowlist", Why: "exceptions are exact values here (allow), not expressions or stop words"}},
	} {
		if l.there {
			l.left.Rule = rule.ID
			r.Left = append(r.Left, l.left)
		}
	}
}

// notHere says why a rule cannot run on messages, or nothing.
func notHere(rule gitleaksRule) string {
	switch {
	case rule.Regex == "":
		return "it judges the name of a file"
	case rule.Path != "":
		return "it is meant for files of one name only"
	case len(rule.Keywords) == 0 && keywords(rule.Regex) == nil:
		return "it has no keyword, so it would read every draft"
	}
	return ""
}

// undecoded lists what the file holds beyond its rules' known fields, each once.
func (r *Result) undecoded(keys []toml.Key) {
	seen := map[string]bool{}
	for _, k := range keys {
		name, why := k.String(), "rule files have nothing like it"
		if len(k) > 1 && k[0] != "rules" {
			name = k[0]
		}
		switch k[0] {
		case "title", "description", "minVersion":
			why = "it describes the file"
		case "allowlist", "allowlists":
			why = "exceptions of all rules hang on files and expressions; own values stand in allow of bonton.yaml"
		}
		if len(k) > 2 || seen[name] {
			continue
		}
		seen[name] = true
		r.Left = append(r.Left, Left{What: name, Why: why})
	}
}
