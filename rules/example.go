package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
)

// Example is a draft from a rule file. Marks are the places that [[…]] enclosed, in bytes of Text.
type Example struct {
	Text  string
	Marks [][2]int
	path  string // where it stands in its file
}

// ParseExample reads an example and takes the marks out of its text.
func ParseExample(marked string) (Example, error) {
	var e Example
	var out strings.Builder
	for rest := marked; rest != ""; {
		before, after, found := strings.Cut(rest, "[[")
		out.WriteString(before)
		if strings.Contains(before, "]]") {
			return e, errors.New("]] without [[ before it")
		}
		if !found {
			break
		}
		inside, after, found := strings.Cut(after, "]]")
		if !found || strings.Contains(inside, "[[") {
			return e, errors.New("[[ without ]] after it")
		}
		if inside == "" {
			return e, errors.New("[[]] encloses nothing")
		}
		start := out.Len()
		out.WriteString(inside)
		e.Marks = append(e.Marks, [2]int{start, out.Len()})
		rest = after
	}
	e.Text = out.String()
	return e, nil
}

// Test runs every rule of the folder alone on its own examples: those that must flag, exactly at their marks, and those
// that must pass. Shipped rules were tested where they shipped.
func (b *Book) Test() error {
	var all *multierror.Error
	for _, rule := range b.Rules {
		for _, m := range rule.test() {
			all = multierror.Append(all, m)
		}
	}
	all = multierror.Append(all, b.testWording()...)
	return multierror.Append(all, b.TestLessons()).ErrorOrNil()
}

func (r *Rule) test() []*Mistake {
	if r.Shipped {
		return nil
	}
	alone := Book{Rules: []Rule{*r}}
	set := alone.Ruleset("examples")
	set.Settings.Crisis = r.When.Crisis != nil && *r.When.Crisis
	engine, err := lint.New(set)
	if err != nil {
		return []*Mistake{{File: r.File, Problem: err.Error()}}
	}
	var out []*Mistake
	for _, example := range slices.Concat(r.Flag, r.Pass) {
		report, err := engine.Lint(r.draft(example.Text))
		if err != nil {
			out = append(out, r.mistake(example, err.Error()))
			continue
		}
		if got, want := marked(example.Text, report.Findings), example.String(); got != want {
			out = append(out, r.mistake(example, fmt.Sprintf("the rule gives %q, the example wants %q", got, want)))
		}
	}
	return out
}

// draft puts an example where the rule applies.
func (r *Rule) draft(text string) lint.Draft {
	d := lint.Draft{Text: text, Locale: "fr", Chat: &lint.Chat{}}
	if len(r.Languages) > 0 {
		d.Language = &lint.Language{Code: r.Languages[0], Confidence: 1}
	}
	when := &r.When
	d.Chat.Audience = first(when.Audience)
	d.Chat.Kind = first(when.Chat)
	d.Surface = first(when.Surface)
	if when.ReadersOver > 0 {
		d.Chat.Readers = when.ReadersOver + 1
	}
	if when.Role != nil {
		d.Chat.Role = first(when.Role.Is)
	}
	if when.Hours != nil {
		d.Now = timeIn(when.Hours)
	}
	d.Thread = threadFor(when)
	return d
}

// threadFor is the shortest conversation that meets the conditions, nil when there are none about it.
func threadFor(when *ruleset.When) *lint.Thread {
	if when.FirstContact == nil && when.ThreadHas == nil {
		return nil
	}
	t := &lint.Thread{Complete: true}
	if when.FirstContact != nil && !*when.FirstContact {
		t.Messages = append(t.Messages, lint.Message{From: "me", Text: "…"})
	}
	if has := when.ThreadHas; has != nil {
		t.Messages = append(t.Messages, lint.Message{From: has.From, Text: strings.Trim(has.Terms[0], "*")})
	}
	return t
}

// timeIn is a time of the week that the hours hold, or "".
func timeIn(hours *ruleset.Hours) string {
	for day := range len(ruleset.Days) {
		for minute := range 24 * 60 {
			if hours.Met(ruleset.Clock{Day: day, Minute: minute}) {
				return fmt.Sprintf("2026-03-%02dT%02d:%02d:00Z", sunday+day, minute/60, minute%60)
			}
		}
	}
	return ""
}

const sunday = 8 // of March 2026

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

func (r *Rule) mistake(e Example, problem string) *Mistake {
	at := r.where.find(e.path, false)
	return &Mistake{File: r.File, Line: at.line, Column: at.column, Problem: problem}
}

// String is the example with its marks.
func (e Example) String() string { return mark(e.Text, e.Marks) }

// marked is a text with [[…]] around each finding.
func marked(s string, findings []lint.Finding) string {
	bytes := byteOffsets(s)
	var marks [][2]int
	for _, f := range findings {
		marks = append(marks, [2]int{bytes[f.Start], bytes[f.End]})
	}
	return mark(s, marks)
}

func mark(s string, marks [][2]int) string {
	var out strings.Builder
	at := 0
	for _, m := range marks {
		if m[0] < at {
			continue // two findings on one place: the first tells enough
		}
		out.WriteString(s[at:m[0]] + "[[" + s[m[0]:m[1]] + "]]")
		at = m[1]
	}
	return out.String() + s[at:]
}

// byteOffsets maps UTF-16 offsets of s to byte offsets.
func byteOffsets(s string) []int {
	var out []int
	for i, r := range s {
		out = append(out, i)
		if r > 0xFFFF {
			out = append(out, i)
		}
	}
	return append(out, len(s))
}
