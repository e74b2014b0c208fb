package detect

import (
	"unicode"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// length finds a draft of more than `draft` characters, from the first that is too many, or sentences of more than
// `sentence` words.
type length struct{ draft, sentence int }

func readLength(v field.Value) Detector {
	v = v.Get("length")
	if !v.Object("draft", "sentence") {
		return nil
	}
	d := &length{}
	if v.Has("draft") {
		d.draft = v.Get("draft").Int(1, 100_000)
	}
	if v.Has("sentence") {
		d.sentence = v.Get("sentence").Int(1, 1000)
	}
	if (d.draft == 0) == (d.sentence == 0) {
		v.Fail("needs either draft or sentence")
	}
	return d
}

func (d *length) Words() []Word { return nil }

// Needs more words than a sentence may have.
func (d *length) Needs() text.Signs {
	if d.sentence == 0 {
		return text.Signs{}
	}
	return text.Signs{Words: atLeast(d.sentence + 1)}
}

func (d *length) Find(t *text.Text, _ []Hit) []Match {
	s := t.String()
	if d.draft > 0 {
		return d.tail(s)
	}
	if len(s) < 2*d.sentence {
		return nil
	}
	var out []Match
	var words []text.Span
	for _, word := range t.Words() {
		if len(words) > 0 && ends(s[words[len(words)-1].End:word.Start]) {
			out = d.judge(out, words)
			words = words[:0]
		}
		words = append(words, word)
	}
	return d.judge(out, words)
}

func (d *length) judge(out []Match, words []text.Span) []Match {
	if len(words) <= d.sentence || len(out) == MaxMatches {
		return out
	}
	return append(out, Match{Span: text.Span{Start: words[0].Start, End: words[len(words)-1].End}, Confidence: 5})
}

// tail is what stands after the draft's limit.
func (d *length) tail(s string) []Match {
	count := 0
	for i := range s {
		if count == d.draft {
			return []Match{{Span: text.Span{Start: i, End: len(s)}, Confidence: 5}}
		}
		count++
	}
	return nil
}

// ends says whether what stands between two words ends a sentence: a line break, or a mark and a space after it. A list's
// items and an abbreviation's dots are cut too, which makes sentences shorter, never longer.
func ends(between string) bool {
	mark := false
	for _, r := range between {
		switch {
		case r == '\n':
			return true
		case r == '.' || r == '!' || r == '?' || r == '…' || r == ';' || r == ':':
			mark = true
		case mark && unicode.IsSpace(r):
			return true
		}
	}
	return false
}
