// Package lint is the engine: a draft and compiled rules in, a report out. It is pure: no JavaScript, network, files or
// clock, so that it runs the same in a browser, on a server and in a test. It must not know YAML or where rules come from.
package lint

import (
	"fmt"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/lint/text"
)

// Engine is a set of rules ready for use. It never changes, so many goroutines may lint with it.
type Engine struct {
	set    *ruleset.Ruleset
	folded *automaton // the words searched in text.Folded
	bare   *automaton // the words searched in text.Bare
	owners [2][]owner // by view, by word of its automaton
}

// owner is the rule a word belongs to, and the word's number in its detector.
type owner struct{ rule, word int }

// Load validates rules.json and builds an engine from it.
func Load(rules []byte) (*Engine, error) {
	set, err := ruleset.Decode(rules)
	if err != nil {
		return nil, err
	}
	return New(set)
}

// New builds an engine from rules that were validated.
func New(set *ruleset.Ruleset) (*Engine, error) {
	set = sparing(set)
	e := &Engine{set: set}
	var words [2][]string
	size := 0
	for i, rule := range set.Rules {
		for k, word := range rule.Detector.Words() {
			words[word.Where] = append(words[word.Where], word.Text)
			e.owners[word.Where] = append(e.owners[word.Where], owner{i, k})
			size += len(word.Text)
		}
	}
	if size > maxStates {
		return nil, fmt.Errorf("the rules have %d bytes of words, at most %d are allowed", size, maxStates)
	}
	e.folded = newAutomaton(words[detect.InFolded])
	e.bare = newAutomaton(words[detect.InBare])
	return e, nil
}

// Bundle says which rules are in force. The engine cannot know how old they are: its caller corrects the state.
func (e *Engine) Bundle() Bundle { return Bundle{Version: e.set.Version, State: "packaged"} }

// Lint checks a draft. The error says what the draft has that the contract does not know.
func (e *Engine) Lint(d Draft) (Report, error) {
	if err := d.check(); err != nil {
		return Report{}, err
	}
	language := languageOf(d)
	report := Report{Revision: d.Revision, Verdict: "clean", Language: language, Bundle: e.Bundle()}
	t := text.New(d.Text)
	found := e.find(t, e.applying(d, language.Code))
	found, report.Truncated = resolve(found)
	report.Findings = e.describe(t, found, ruleset.LocaleFor(d.Locale))
	for _, f := range report.Findings {
		if ruleset.Strength(f.Action) > ruleset.Strength(report.Verdict) {
			report.Verdict = f.Action
		}
	}
	return report, nil
}

// find runs the detectors of the applying rules that have a word in the text, and those that have no words.
func (e *Engine) find(t *text.Text, applies []bool) []found {
	hits := make([][]detect.Hit, len(e.set.Rules))
	for where, a := range []*automaton{e.folded, e.bare} {
		owners := e.owners[where]
		if len(owners) == 0 {
			continue
		}
		view := t.Folded
		if detect.Where(where) == detect.InBare {
			view = t.Bare
		}
		a.scan(view().S, func(word, start, end int) {
			if o := owners[word]; applies[o.rule] {
				hits[o.rule] = append(hits[o.rule], detect.Hit{Word: o.word, Start: start, End: end})
			}
		})
	}
	var out []found
	for i := range e.set.Rules {
		rule := &e.set.Rules[i]
		if !applies[i] || len(hits[i]) == 0 && len(rule.Detector.Words()) > 0 {
			continue
		}
		for _, match := range rule.Detector.Find(t, hits[i]) {
			out = append(out, found{rule: rule, match: match})
		}
	}
	return out
}

// languageOf is the language program's answer, or what the chat and then the interface let presume.
func languageOf(d Draft) Language {
	switch {
	case d.Language != nil:
		return Language{Code: ruleset.PrimaryLanguage(d.Language.Code), Confidence: d.Language.Confidence}
	case d.Chat != nil && d.Chat.Language != "":
		return Language{Code: ruleset.PrimaryLanguage(d.Chat.Language)}
	case d.Locale != "":
		return Language{Code: ruleset.PrimaryLanguage(d.Locale)}
	}
	return Language{Code: ruleset.Locales[0]}
}
