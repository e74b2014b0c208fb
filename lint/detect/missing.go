package detect

import (
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// missing finds a draft in which none of its phrases stands, though one of `given` does: an offer without a way to object
// to it. Its match is the first given phrase, where the writer looks. A star is the rest of a word, as in terms.
type missing struct {
	given, wanted terms
}

func readMissing(v field.Value) Detector {
	d := &missing{}
	readPhrases(&d.wanted, v.Get("missing"))
	readPhrases(&d.given, v.Need("given"))
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
	if first == nil {
		return nil
	}
	return []Match{*first}
}
