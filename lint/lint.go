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
	folded *automaton   // the words searched in text.Folded
	bare   *automaton   // the words searched in text.Bare
	always []bool       // by rule: it sees every draft
	needs  []text.Signs // by rule: what a draft must show at least

	threads *threads // the words searched in the messages before the draft

	formerly map[string][]string // rule → ids it had
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
	words, size := wordsOf(set)
	threads, more := newThreads(set.Rules)
	e.threads, size = threads, size+more
	for _, rule := range set.Rules {
		e.always = append(e.always, detect.Always(rule.Detector))
		e.needs = append(e.needs, detect.Needs(rule.Detector))
	}
	if size > maxStates {
		return nil, fmt.Errorf("the rules have %d bytes of words, at most %d are allowed", size, maxStates)
	}
	e.folded = newAutomaton(words[detect.InFolded])
	e.bare = newAutomaton(words[detect.InBare])
	return e, nil
}

// wordsOf lists the words of all rules by view, and counts their bytes.
func wordsOf(set *ruleset.Ruleset) (words [2][]word, size int) {
	var count [2]int
	for _, rule := range set.Rules {
		for _, one := range rule.Detector.Words() {
			count[one.Where]++
		}
	}
	for where, n := range count {
		words[where] = make([]word, 0, n)
	}
	for i, rule := range set.Rules {
		for k, one := range rule.Detector.Words() {
			words[one.Where] = append(words[one.Where], word{text: one.Text, owner: owner{int32(i), int32(k), one.Begins}})
			size += len(one.Text)
		}
	}
	return words, size
}

// Bundle says which rules are in force. The engine cannot know how old they are: its caller corrects the state.
func (e *Engine) Bundle() Bundle { return Bundle{Version: e.set.Version, State: "packaged"} }

// Lint checks a draft. The error says what the draft has that the contract does not know.
func (e *Engine) Lint(d Draft) (Report, error) {
	o, err := e.Occasion(d)
	if err != nil {
		return Report{}, err
	}
	return o.Lint(d.Revision, d.Text, d.Now)
}

// An answer of the language program that is certain is followed alone, whatever the chat and the interface let presume. One
// that is only sure keeps their language beside its own: a borrowed word or two tips a short draft. One that is likely puts
// its language beside theirs, and a weaker one nothing: a draft of two words rarely tells.
// docs/decisions/0051-language-of-a-draft.md has the figures.
const (
	certain = 1
	sure    = 0.95
	likely  = 0.5
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
		return beside(answer, presumed)
	case answer.Code != "" && (presumed == "" || presumed == answer.Code || answer.Confidence >= certain):
		return answer
	case answer.Code != "" && answer.Confidence >= sure:
		return beside(answer, presumed)
	case presumed == "":
		return Language{Code: ruleset.Locales[0]}
	case answer.Code != "" && answer.Confidence >= likely:
		return beside(Language{Code: presumed, Also: answer.Also}, answer.Code)
	}
	return Language{Code: presumed}
}

// beside puts a language before the others that the draft is also in; each is named once.
func beside(l Language, code string) Language {
	also := []string{code}
	for _, other := range l.Also {
		if other != code && other != l.Code {
			also = append(also, other)
		}
	}
	l.Also = also
	return l
}

// presumedOf is the chat's language or the interface's, or empty when neither is known.
func presumedOf(d Draft) string {
	if d.Chat != nil && d.Chat.Language != "" {
		return ruleset.PrimaryLanguage(d.Chat.Language)
	}
	return ruleset.PrimaryLanguage(d.Locale)
}
