package rules

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/reasons"
)

const (
	maxWhy      = 4000 // bytes of Markdown
	maxExamples = 100
	maxExample  = 2000 // bytes
)

// readRule reads one rule file; the error names every mistake in it.
func readRule(name string, data []byte) (Rule, error) {
	tree, where, err := parse(name, data)
	if err != nil {
		return Rule{}, err
	}
	var log field.Log
	v := field.Root(tree, &log)
	rule := Rule{File: name, where: where}
	if id := idOf(name); !ruleset.ValidID(id) {
		v.Advise("such as tone/insult-fr.yaml", "pack and file names are lower-case words, digits and single dashes")
	}
	if v.Object(append([]string{"why", "examples"}, ruleset.RuleFields...)...) {
		rule.Rule = ruleset.ReadRule(v, idOf(name), packCategory(name))
		typesetEach(rule.Message, ruleset.MaxMessage)
		rule.Reason, rule.Why = readWhy(v.Need("why"))
		rule.readExamples(v.Need("examples"))
	}
	return rule, placed(name, where, &log)
}

// packCategory is the category of a rule that names none: its pack's name, where that is a category.
func packCategory(name string) string {
	if pack := path.Dir(name); slices.Contains(ruleset.Categories, pack) {
		return pack
	}
	return ""
}

// readWhy reads the reasons, and what they are as HTML.
func readWhy(v field.Value) (markdown, html map[string]string) {
	markdown = ruleset.ReadLocales(v, maxWhy)
	html = maps.Clone(markdown)
	renderEach(v, html, reasons.MaxWhy)
	return markdown, html
}

func (r *Rule) readExamples(v field.Value) {
	if v.Plain() == nil || !v.Object("flag", "pass") {
		return
	}
	r.Flag = readExamples(v.Need("flag"), true)
	r.Pass = readExamples(v.Need("pass"), false)
}

func readExamples(v field.Value, marked bool) []Example {
	var out []Example
	for _, item := range v.List(maxExamples) {
		example, err := ParseExample(item.Text(maxExample))
		if err == nil && marked && len(example.Marks) == 0 {
			err = fmt.Errorf("an example that must flag has to mark the place as [[…]]")
		}
		if err == nil && !marked && len(example.Marks) > 0 {
			err = fmt.Errorf("an example that must pass cannot mark a place")
		}
		if err != nil {
			item.Fail("%s", err)
		}
		example.path = item.Path()
		out = append(out, example)
	}
	if v.Plain() != nil && len(out) == 0 {
		v.Fail("needs at least one example")
	}
	return out
}
