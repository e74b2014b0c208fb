package detect

import (
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// Phrases is a list of whole words and phrases for texts other than the draft, such as the messages before it. They are
// compared as `terms` are: case, accents and formatting marks never matter, and a star is the rest of a word.
type Phrases struct{ terms }

// Read adds the phrases of a list, and answers them.
func (d *Phrases) Read(v field.Value) []string {
	list := v.Texts(maxTerms, maxTermSize)
	for _, phrase := range list {
		d.add(phrase, false)
	}
	d.terms.check(v)
	return list
}

// Holds says whether a hit in text.Folded of a message is one of the phrases, whole.
func (d *Phrases) Holds(t *text.Text, hit Hit) bool {
	_, _, ok := d.wholeWord(t.Folded().S, d.list[hit.Word], hit.Start, hit.End)
	return ok
}
