package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/canonical"
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
)

// LessonsFormat is the version of lessons.json.
const LessonsFormat = 1

// lessonsFile is lessons.json: what the practice room shows, beside the rules themselves.
type lessonsFile struct {
	Format   int                     `json:"format"`
	Version  string                  `json:"version"`
	Lessons  []Lesson                `json:"lessons"`
	Examples map[string]ruleExamples `json:"examples"` // by rule id
}

// ruleExamples are the examples of a rule, and a draft to put them into: the chat, the hour and the conversation that it is for.
type ruleExamples struct {
	Draft lint.Draft `json:"draft"`
	Flag  []string   `json:"flag"` // with [[…]] around what must be found
	Pass  []string   `json:"pass"`
}

// EncodeLessons writes lessons.json.
func (b *Book) EncodeLessons(version string) ([]byte, error) {
	file := lessonsFile{Format: LessonsFormat, Version: version, Lessons: slices.Clone(b.Lessons), Examples: map[string]ruleExamples{}}
	if file.Lessons == nil {
		file.Lessons = []Lesson{}
	}
	for _, rule := range b.Rules {
		examples := ruleExamples{Draft: rule.draft(""), Flag: []string{}, Pass: []string{}}
		for _, e := range rule.Flag {
			examples.Flag = append(examples.Flag, e.String())
		}
		for _, e := range rule.Pass {
			examples.Pass = append(examples.Pass, e.Text)
		}
		file.Examples[rule.ID] = examples
	}
	return canonical.Encode(file)
}

// TestLessons lints what the folder's lessons call good and bad, with all rules. Shipped lessons were tested where they
// shipped; an admin may have loosened what they teach.
func (b *Book) TestLessons() error {
	var own []*Lesson
	for i := range b.Lessons {
		if !b.Lessons[i].shipped {
			own = append(own, &b.Lessons[i])
		}
	}
	if len(own) == 0 {
		return nil
	}
	engine, err := lint.New(b.Ruleset("lessons"))
	if err != nil {
		return err
	}
	var all *multierror.Error
	for _, l := range own {
		for _, m := range b.testLesson(engine, l) {
			all = multierror.Append(all, m)
		}
	}
	return all.ErrorOrNil()
}

func (b *Book) testLesson(engine *lint.Engine, l *Lesson) []*Mistake {
	out := b.unknownRules(l)
	for _, locale := range ruleset.Locales {
		model, err := engine.Lint(l.draft(locale, l.Model[locale]))
		bad, badErr := engine.Lint(l.draft(locale, l.Bad[locale]))
		if err := errors.Join(err, badErr); err != nil {
			return append(out, l.mistake("model", "%s", err))
		}
		for _, f := range model.Findings {
			out = append(out, l.mistake("model."+locale, "the model is found wanting by %s: %q", f.Rule, marked(l.Model[locale], []lint.Finding{f})))
		}
		out = append(out, b.missed(l, locale, bad.Findings)...)
		out = append(out, b.idle(engine, l, locale)...)
	}
	return inOrder(out)
}

// missed names the rules that the bad message should break in this language, and does not.
func (b *Book) missed(l *Lesson, locale string, findings []lint.Finding) []*Mistake {
	if len(findings) == 0 {
		return []*Mistake{l.mistake("bad."+locale, "no rule finds anything in the bad message")}
	}
	var out []*Mistake
	for i, id := range l.MustNot {
		rule := b.rule(id)
		other := rule == nil || len(rule.Languages) > 0 && !slices.Contains(rule.Languages, locale)
		if other || slices.ContainsFunc(findings, func(f lint.Finding) bool { return f.Rule == id }) {
			continue
		}
		m := l.mistake(field.Index("mustNot", i), "%s does not find anything in bad.%s", id, locale)
		m.Hints = []string{"it is found wanting by " + strings.Join(rulesOf(findings), ", ")}
		out = append(out, m)
	}
	return out
}

// idle names the rules that a good message should satisfy, and that find nothing where the lesson plays, not even in an example
// of their own: the lesson promises a check that nobody makes.
func (b *Book) idle(engine *lint.Engine, l *Lesson, locale string) []*Mistake {
	var out []*Mistake
	for i, id := range l.Must {
		rule := b.rule(id)
		if rule == nil || len(rule.Languages) > 0 && !slices.Contains(rule.Languages, locale) {
			continue
		}
		finds := func(e Example) bool {
			report, err := engine.Lint(l.draft(locale, e.Text))
			return err == nil && slices.Contains(rulesOf(report.Findings), id)
		}
		if !slices.ContainsFunc(rule.Flag, finds) {
			m := l.mistake(field.Index("must", i), "%s finds nothing here in %s, not even in its own examples", id, locale)
			m.Hints = []string{"its conditions ask for another audience, hour or conversation: look at its when, and at opening"}
			out = append(out, m)
		}
	}
	return out
}

func rulesOf(findings []lint.Finding) []string {
	var out []string
	for _, f := range findings {
		if !slices.Contains(out, f.Rule) {
			out = append(out, f.Rule)
		}
	}
	return out
}

// unknownRules names what a lesson asks for that is neither a rule nor an element.
func (b *Book) unknownRules(l *Lesson) []*Mistake {
	var out []*Mistake
	check := func(name string, list, more []string) {
		for i, id := range list {
			if b.rule(id) != nil || slices.Contains(more, id) {
				continue
			}
			m := l.mistake(field.Index(name, i), "%s is no rule%s", field.Quote(id), map[bool]string{true: " and no element"}[more != nil])
			m.Hints = []string{b.hint(id, more)}
			out = append(out, m)
		}
	}
	check("must", l.Must, Elements)
	check("mustNot", l.MustNot, nil)
	return out
}

// hint is the nearest name, or, where none is near, those of the pack or the elements: all ids would fill the screen.
func (b *Book) hint(id string, elements []string) string {
	var ids, same []string
	for _, rule := range b.Rules {
		ids = append(ids, rule.ID)
		if packOf(rule.ID) == packOf(id) {
			same = append(same, rule.ID)
		}
	}
	if hint := field.Nearest(id, append(ids, elements...)); strings.HasPrefix(hint, "did you mean") {
		return hint
	}
	if len(same) > 0 && strings.Contains(id, "/") {
		return field.Nearest("", same)
	}
	return fmt.Sprintf("a rule's id such as %s%s", b.Rules[0].ID, map[bool]string{true: ", or one of " + strings.Join(elements, ", ")}[elements != nil])
}

func (b *Book) rule(id string) *Rule {
	i := slices.IndexFunc(b.Rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return &b.Rules[i]
}

// draft puts a message where the lesson plays.
func (l *Lesson) draft(locale, message string) lint.Draft {
	c := &l.Cast
	thread := &lint.Thread{Complete: true}
	for _, o := range l.Opening {
		thread.Messages = append(thread.Messages, lint.Message{From: o.From, Text: o.Text[locale]})
	}
	return lint.Draft{Text: message, Locale: locale, Now: c.Now, Surface: "composer", Language: &lint.Language{Code: locale, Confidence: 1},
		Chat: &lint.Chat{Kind: c.Chat, Audience: c.Audience, Readers: c.Readers, Role: c.Role}, Thread: thread}
}
