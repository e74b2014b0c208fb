package detect

import (
	"slices"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// maxCue is how far, in bytes, a word that announces a quotation may stand from it.
const maxCue = 80

// context is what makes a place harmless: an exception that holds it whole (`except`), a phrase in the same sentence
// (`unless`: "he called me …", "is unacceptable"), or quotation marks near a word that announces a quotation (`quoted`).
// The fields say at which index of the detector's words each list begins.
type context struct{ except, unless, quoted, marks int }

// read adds the phrases of the context to the detector's terms.
func (c *context) read(v field.Value, d *terms) {
	for _, part := range []struct {
		name  string
		begin *int
	}{{"except", &c.except}, {"unless", &c.unless}, {"quoted", &c.quoted}} {
		*part.begin = len(d.list)
		d.addAll(v.Get(part.name).Texts(maxTerms, maxTermSize), false)
	}
	c.marks = len(d.list)
}

// spared is what a draft's context makes harmless.
type spared struct {
	places    []text.Span // in order of their ends
	sentences []int       // sorted
	quotes    []text.Span // in order
}

func (c *context) spared(t *text.Text, hits []Hit, d *terms) spared {
	var out spared
	var cues []text.Span
	for _, hit := range hits {
		if hit.Word < c.except || hit.Word >= c.marks {
			continue
		}
		start, end, ok := d.wholeWord(t.Folded().S, d.list[hit.Word], hit.Start, hit.End)
		if !ok {
			continue
		}
		switch span := t.Folded().Span(start, end); {
		case hit.Word < c.unless:
			out.places = append(out.places, span)
		case hit.Word < c.quoted:
			out.sentences = append(out.sentences, t.Sentence(span.Start))
		default:
			cues = append(cues, span)
		}
	}
	slices.Sort(out.sentences)
	if len(cues) > 0 {
		out.quotes = announced(t.Quotes(), cues)
	}
	return out
}

// announced lists the quotations that have a cue near them, on either side. Both lists are in order.
func announced(quotes, cues []text.Span) []text.Span {
	var out []text.Span
	for _, quote := range quotes {
		i, _ := slices.BinarySearchFunc(cues, quote.Start-maxCue, func(c text.Span, at int) int { return c.End - at })
		for ; i < len(cues) && cues[i].Start < quote.End+maxCue; i++ {
			if cues[i].End <= quote.Start || cues[i].Start >= quote.End {
				out = append(out, quote)
				break
			}
		}
	}
	return out
}

func (s spared) holds(t *text.Text, span text.Span) bool {
	if covered(s.places, span) || s.quoted(span) {
		return true
	}
	if len(s.sentences) == 0 {
		return false
	}
	_, found := slices.BinarySearch(s.sentences, t.Sentence(span.Start))
	return found
}

// quoted says whether an announced quotation holds a part of the span: words from outside and inside it make no attack.
func (s spared) quoted(span text.Span) bool {
	i, _ := slices.BinarySearchFunc(s.quotes, span.Start+1, func(q text.Span, at int) int { return q.End - at })
	return i < len(s.quotes) && s.quotes[i].Overlaps(span)
}

// covered says whether one of the places holds the whole span. They come in order of their ends, so the search begins at
// the first that ends late enough, and few can reach the span from there: a phrase has at most maxTermSize bytes.
func covered(places []text.Span, span text.Span) bool {
	i, _ := slices.BinarySearchFunc(places, span.End, func(s text.Span, end int) int { return s.End - end })
	for ; i < len(places) && places[i].Start < span.End+maxTermSize*8; i++ {
		if places[i].Start <= span.Start && places[i].End >= span.End {
			return true
		}
	}
	return false
}
