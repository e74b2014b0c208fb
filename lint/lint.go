// Package lint is the engine: a draft and compiled rules in, a report out. It is pure: no JavaScript, network, files or
// clock, so that it runs the same in a browser, on a server and in a test. It must not know YAML or where rules come from.
package lint

import (
	"fmt"
	"slices"

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
	always []bool     // by rule: it sees every draft

	threads *threads // the words searched in the messages before the draft

	formerly map[string][]string // rule → ids it had
}

// owner is the rule a word belongs to, and the word's number in its detector.
type owner struct {
	rule, word int
	begins     bool // see detect.Word
}

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
	e := &Engine{set: set, formerly: formerly(set.Renamed)}
	words, size := wordsOf(set, &e.owners)
	threads, more := newThreads(set.Rules)
	e.threads, size = threads, size+more
	for _, rule := range set.Rules {
		e.always = append(e.always, detect.Always(rule.Detector))
	}
	if size > maxStates {
		return nil, fmt.Errorf("the rules have %d bytes of words, at most %d are allowed", size, maxStates)
	}
	e.folded = newAutomaton(words[detect.InFolded])
	e.bare = newAutomaton(words[detect.InBare])
	return e, nil
}

// wordsOf lists the words of all rules by view, with their owners, and counts their bytes.
func wordsOf(set *ruleset.Ruleset, owners *[2][]owner) (words [2][]string, size int) {
	var count [2]int
	for _, rule := range set.Rules {
		for _, word := range rule.Detector.Words() {
			count[word.Where]++
			size += len(word.Text)
		}
	}
	for where, n := range count {
		words[where], owners[where] = make([]string, 0, n), make([]owner, 0, n)
	}
	for i, rule := range set.Rules {
		for k, word := range rule.Detector.Words() {
			words[word.Where] = append(words[word.Where], word.Text)
			owners[word.Where] = append(owners[word.Where], owner{i, k, word.Begins})
		}
	}
	return words, size
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
	found := e.find(t, e.applying(d, language))
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
	e.search(t, detect.InFolded, applies, hits)
	e.search(t, detect.InBare, applies, hits)
	var out []found
	for i := range e.set.Rules {
		if !applies[i] || len(hits[i]) == 0 && !e.always[i] {
			continue
		}
		rule := &e.set.Rules[i]
		for _, match := range rule.Detector.Find(t, hits[i]) {
			out = append(out, found{rule: rule, match: match})
		}
	}
	return out
}

// search collects, by rule, the words of the applying rules that stand in one view of the text.
func (e *Engine) search(t *text.Text, where detect.Where, applies []bool, hits [][]detect.Hit) {
	owners := e.owners[where]
	if len(owners) == 0 {
		return
	}
	s, a, inside := t.Folded().S, e.folded, t.InsideWord
	if where == detect.InBare {
		s, a, inside = t.Bare().S, e.bare, t.InsideBareWord
	}
	a.scan(s, func(word, start, end int) {
		if o := owners[word]; applies[o.rule] && !(o.begins && inside(start)) {
			hits[o.rule] = append(hits[o.rule], detect.Hit{Word: o.word, Start: start, End: end})
		}
	})
}

// An answer of the language program that is sure is followed, whatever the chat and the interface let presume. One that is
// only likely puts its language beside theirs, and a weaker one nothing: a draft of two words rarely tells.
// docs/decisions/0051-language-of-a-draft.md has the figures.
const (
	sure   = 0.95
	likely = 0.5
)

// otherScripts are languages that are not written in Latin letters: such an answer says nothing of the Latin words that stand
// among theirs, which stay in the presumed language.
var otherScripts = []string{"ar", "el", "he", "hi", "ja", "ko", "ru", "th", "zh"}

// languageOf weighs the language program's answer against what the chat or the interface let presume.
func languageOf(d Draft) Language {
	presumed, answer := presumedOf(d), Language{}
	if d.Language != nil {
		answer = *d.Language
		answer.Code = ruleset.PrimaryLanguage(answer.Code)
	}
	switch {
	case presumed != "" && slices.Contains(otherScripts, answer.Code):
		answer.Also = append([]string{presumed}, answer.Also...)
		return answer
	case answer.Code != "" && (presumed == "" || presumed == answer.Code || answer.Confidence >= sure):
		return answer
	case presumed == "":
		return Language{Code: ruleset.Locales[0]}
	case answer.Code != "" && answer.Confidence >= likely:
		return Language{Code: presumed, Also: append([]string{answer.Code}, answer.Also...)}
	}
	return Language{Code: presumed}
}

// presumedOf is the chat's language or the interface's, or empty when neither is known.
func presumedOf(d Draft) string {
	if d.Chat != nil && d.Chat.Language != "" {
		return ruleset.PrimaryLanguage(d.Chat.Language)
	}
	return ruleset.PrimaryLanguage(d.Locale)
}
