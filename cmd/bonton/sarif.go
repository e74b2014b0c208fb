package main

import (
	"encoding/json"
	"html"
	"io"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf16"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
)

// SARIF 2.1.0 (OASIS), as far as a linter of texts needs it. The other language's texts are a translation of the tool, as
// the standard has it (§3.14.9). No text of a place is written: a log would end up holding it.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifTool `json:"driver"`
		} `json:"tool"`
		Language     string        `json:"language"`
		ColumnKind   string        `json:"columnKind"`
		Translations []sarifTool   `json:"translations"`
		Results      []sarifResult `json:"results"`
	}
	sarifTool struct {
		Name     string      `json:"name"`
		Language string      `json:"language"`
		Contents []string    `json:"contents,omitempty"`
		Rules    []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string         `json:"id"`
		ShortDescription sarifText      `json:"shortDescription"`
		Help             sarifText      `json:"help"`
		Configuration    *sarifLevel    `json:"defaultConfiguration,omitempty"`
		Properties       map[string]any `json:"properties,omitempty"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID     string          `json:"ruleId"`
		RuleIndex  int             `json:"ruleIndex"`
		Level      string          `json:"level"`
		Message    sarifText       `json:"message"`
		Locations  []sarifLocation `json:"locations"`
		Properties map[string]any  `json:"properties"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region sarifRegion `json:"region"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// sarifLevels are SARIF's words for actions; it has none stronger than error.
var sarifLevels = map[string]string{"note": "note", "warn": "warning", "justify": "error", "block": "error"}

// sarifPrinter collects findings and writes one log at the end.
type sarifPrinter struct {
	out   io.Writer
	log   sarifLog
	index map[string]int // rule → its place in the tool's list
}

func newSARIF(book *rules.Book, locale string, out io.Writer) *sarifPrinter {
	p := &sarifPrinter{out: out, index: map[string]int{}}
	run := sarifRun{ColumnKind: "utf16CodeUnits", Results: []sarifResult{}}
	for i, rule := range book.Rules {
		p.index[rule.ID] = i
	}
	for _, language := range ruleset.Locales {
		tool := sarifTool{Name: "bonton", Language: language, Rules: []sarifRule{}}
		own := language == ruleset.LocaleFor(locale)
		for i := range book.Rules {
			tool.Rules = append(tool.Rules, ruleOf(&book.Rules[i], language, own))
		}
		if own {
			run.Language, run.Tool.Driver = language, tool
			continue
		}
		tool.Contents = []string{"localizedData"}
		run.Translations = append(run.Translations, tool)
	}
	p.log = sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}}
	return p
}

// ruleOf describes a rule in a language; what no language changes stands in the tool's own list only.
func ruleOf(rule *rules.Rule, language string, own bool) sarifRule {
	out := sarifRule{ID: rule.ID, ShortDescription: sarifText{Text: rule.Message[language]},
		Help: sarifText{Text: plainText(rule.Why[language]), Markdown: rule.Reason[language]}}
	if own {
		out.Configuration = &sarifLevel{sarifLevels[rule.Action]}
		out.Properties = map[string]any{"category": rule.Category, "action": rule.Action}
		if rule.Entity != "" {
			out.Properties["entity"] = rule.Entity
		}
	}
	return out
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plainText is a reason without its formatting.
func plainText(reason string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(reason, ""))), " ")
}

func (p *sarifPrinter) print(name, text string, report lint.Report) error {
	lines := newLineStarts(text)
	run := &p.log.Runs[0]
	for _, f := range report.Findings {
		result := sarifResult{RuleID: f.Rule, RuleIndex: p.index[f.Rule], Level: sarifLevels[f.Action], Message: sarifText{Text: f.Message},
			Locations: make([]sarifLocation, 1), Properties: map[string]any{"action": f.Action, "confidence": f.Confidence}}
		where := &result.Locations[0].Physical
		where.Artifact.URI = (&url.URL{Path: filepath.ToSlash(name)}).String()
		where.Region.StartLine, where.Region.StartColumn = lines.at(f.Start)
		where.Region.EndLine, where.Region.EndColumn = lines.at(f.End)
		run.Results = append(run.Results, result)
	}
	return nil
}

func (p *sarifPrinter) end() error {
	encoder := json.NewEncoder(p.out)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(p.log)
}

// lineStarts are the UTF-16 offsets at which the lines of a text begin.
type lineStarts []int

func newLineStarts(text string) lineStarts {
	out := lineStarts{0}
	at := 0
	for _, r := range text {
		at += max(utf16.RuneLen(r), 1)
		if r == '\n' {
			out = append(out, at)
		}
	}
	return out
}

// at turns a UTF-16 offset into a line and a column of code units, both from 1.
func (l lineStarts) at(offset int) (line, column int) {
	for line < len(l) && l[line] <= offset {
		line++
	}
	return line, offset - l[line-1] + 1
}
