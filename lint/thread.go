package lint

import (
	"strings"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/lint/text"
)

// How much of a thread is read: it comes from a page, so nothing bounds it but this.
const (
	maxMessages = 20
	maxMessage  = 4000 // bytes
)

// threads looks for the phrases of every rule's threadHas in the messages before the draft, all in one pass over each.
type threads struct {
	rules []ruleset.Rule
	words *automaton
}

// newThreads answers also how many bytes the phrases have.
func newThreads(rules []ruleset.Rule) (t *threads, size int) {
	t = &threads{rules: rules}
	var words []word
	for i, rule := range rules {
		if rule.When.ThreadHas == nil {
			continue
		}
		for k, one := range rule.When.ThreadHas.Phrases.Words() {
			words = append(words, word{text: one.Text, owner: owner{rule: int32(i), word: int32(k)}})
			size += len(one.Text)
		}
	}
	if len(words) > 0 && size <= maxStates {
		t.words = newAutomaton(words)
	}
	return t, size
}

// said says, rule by rule, whether its threadHas is met; nil when there is nothing to look for, or nowhere.
func (t *threads) said(thread *Thread, rules int) []bool {
	if t.words == nil || thread == nil {
		return nil
	}
	out, never := make([]bool, rules), make([]bool, rules)
	newest := map[string]int{}
	messages := thread.Messages[max(0, len(thread.Messages)-maxMessages):]
	for i := len(messages) - 1; i >= 0; i-- {
		m := messages[i]
		newest[m.From]++
		t.read(m, newest[m.From], out, never)
	}
	for i := range out {
		out[i] = out[i] && !never[i]
	}
	return out
}

// read notes which rules find one of their terms in a message, the nth newest of its side, and which one they exclude.
func (t *threads) read(m Message, nth int, out, never []bool) {
	s := text.New(strings.ToValidUTF8(m.Text[:min(len(m.Text), maxMessage)], "\uFFFD"))
	t.words.scan(s.Folded().S, func(o *owner, start, end int) {
		has := t.rules[o.rule].When.ThreadHas
		if has.From != m.From || has.Last > 0 && nth > has.Last || !has.Phrases.Holds(s, detect.Hit{Word: int(o.word), Start: start, End: end}) {
			return
		}
		switch word := int(o.word) - len(has.Terms); {
		case word >= len(has.Whole):
			never[o.rule] = true
		case word < 0 || alone(s.Folded().S, start, end):
			out[o.rule] = true
		}
	})
}

// alone says whether a message has no word but those from start to end.
func alone(s string, start, end int) bool {
	return !strings.ContainsFunc(s[:start], text.IsWord) && !strings.ContainsFunc(s[end:], text.IsWord)
}
