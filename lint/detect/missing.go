package detect

import (
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// missing finds a draft in which none of its phrases stands, though one of `given` does: an offer without a way to object
// to it. Its match is the first given phrase, where the writer looks. Without `given` every draft must have one of the
// phrases, a greeting say; the match is then the draft's first word, or its last with `at: end`. With `words` a shorter
// draft, one just begun perhaps, lacks nothing.
// A star is the rest of a word, as in terms.
type missing struct {
	given, wanted terms
	words         int
	atEnd         bool
}

func readMissing(v field.Value) Detector {
	d := &missing{}
	readPhrases(&d.wanted, v.Get("missing"))
	if !v.Has("given") && !v.Has("words") {
		v.Advise("`words` is how many words a draft has at least before something is missing", "missing needs given or words")
		return d
	}
	if v.Has("given") {
		readPhrases(&d.given, v.Get("given"))
	}
	d.words = v.Get("words").Int(0, 1000)
	d.atEnd = v.Get("at").Choice("start", "end") == "end"
	return d
}

func readPhrases(d *terms, v field.Value) {
	list := v.Texts(maxTerms, maxTermSize)
	if len(list) == 0 {
		v.Fail("needs at least one phrase")
	}
	for _, phrase := range list {
		d.add(phrase, false)
	}
	d.finish(v)
}

// Words are the given phrases, then the wanted ones.
func (d *missing) Words() []Word {
	return append(d.given.words[:len(d.given.words):len(d.given.words)], d.wanted.words...)
}

// Always: without given phrases a draft that has no phrase at all is the one to find.
func (d *missing) Always() bool { return len(d.given.words) == 0 }

func (d *missing) Find(t *text.Text, hits []Hit) []Match {
	var first *Match
	for _, hit := range hits {
		from, wanted := &d.given, false
		if hit.Word >= len(d.given.words) {
			hit.Word -= len(d.given.words)
			from, wanted = &d.wanted, true
		}
		match, ok := from.match(t, hit)
		switch {
		case ok && wanted:
			return nil
		case ok && first == nil:
			first = &match
		}
	}
	if d.Always() {
		return d.edge(t)
	}
	if first == nil || len(t.Words()) < d.words {
		return nil
	}
	return []Match{*first}
}

// edge is the draft's first or last word, when it has words enough.
func (d *missing) edge(t *text.Text) []Match {
	words := t.Words()
	switch {
	case len(words) < max(d.words, 1):
		return nil
	case d.atEnd:
		return []Match{{Span: words[len(words)-1], Confidence: 3}}
	}
	first := words[0]
	if first.Start > 0 && t.String()[first.Start-1] == '@' {
		first.Start-- // a mention is one word
	}
	return []Match{{Span: first, Confidence: 3}}
}
