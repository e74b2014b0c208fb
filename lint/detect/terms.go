package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

const (
	maxTerms    = 2000
	maxTermSize = 100 // bytes
)

// terms finds whole words and phrases. Case, accents, invisible characters, WhatsApp's marks and the width of spaces never
// matter; with `disguised`, neither do look-alike digits, stretching and spacing out.
type terms struct {
	words     []Word
	folded    []string // the terms, folded; exceptions follow them
	lower     []string // the terms in lower case with accents, when accents matter
	except    int      // index of the first exception
	endings   []string // folded letters that may follow a term inside its word
	disguised bool
}

func readTerms(v field.Value) Detector {
	list := v.Get("terms").Texts(maxTerms, maxTermSize)
	if len(list) == 0 {
		v.Get("terms").Fail("needs at least one term")
	}
	d := &terms{except: len(list), disguised: v.Get("disguised").Flag()}
	for _, ending := range v.Get("endings").Texts(20, 10) {
		d.endings = append(d.endings, text.Fold(ending))
	}
	for _, term := range list {
		d.add(text.Fold(term), d.disguised)
		if v.Get("accents").Flag() {
			d.lower = append(d.lower, norm.NFC.String(strings.ToLower(term)))
		}
	}
	for _, phrase := range v.Get("except").Texts(maxTerms, maxTermSize) {
		d.add(text.Fold(phrase), false)
	}
	d.check(v)
	return d
}

// check refuses terms that fold to nothing (only invisible characters, say): they would be found everywhere.
func (d *terms) check(v field.Value) {
	for i, folded := range d.folded {
		if strings.TrimSpace(folded) == "" || folded != strings.TrimSpace(folded) {
			v.Fail("term or exception number %d is blank, or begins or ends with a space", i+1)
		}
	}
}

func (d *terms) add(folded string, disguised bool) {
	word := Word{Text: folded}
	if disguised {
		word = Word{Text: text.Strip(folded), Where: InBare}
	}
	d.words = append(d.words, word)
	d.folded = append(d.folded, folded)
}

func (d *terms) Words() []Word { return d.words }

func (d *terms) Find(t *text.Text, hits []Hit) []Match {
	spared := d.spared(t, hits)
	var out []Match
	for _, hit := range hits {
		if hit.Word >= d.except || len(out) == MaxMatches {
			continue
		}
		match, ok := d.match(t, hit)
		if ok && !covered(spared, match.Span) {
			out = append(out, match)
		}
	}
	return out
}

// spared lists the places where an exception stands, in order.
func (d *terms) spared(t *text.Text, hits []Hit) []text.Span {
	var out []text.Span
	for _, hit := range hits {
		if hit.Word >= d.except && text.Alone(t.Folded().S, hit.Start, hit.End) {
			out = append(out, t.Folded().Span(hit.Start, hit.End))
		}
	}
	return out
}

// covered says whether an exception holds the whole span. Exceptions come in order of their ends, so the search begins at
// the first that ends late enough, and few can reach the span from there: a phrase has at most maxTermSize bytes.
func covered(spared []text.Span, span text.Span) bool {
	i, _ := slices.BinarySearchFunc(spared, span.End, func(s text.Span, end int) int { return s.End - end })
	for ; i < len(spared) && spared[i].Start < span.End+maxTermSize*8; i++ {
		if spared[i].Start <= span.Start && spared[i].End >= span.End {
			return true
		}
	}
	return false
}

func (d *terms) match(t *text.Text, hit Hit) (Match, bool) {
	if d.disguised {
		return d.matchDisguised(t, hit)
	}
	view := t.Folded()
	end, ok := d.wholeWord(view.S, hit.Start, hit.End)
	if !ok {
		return Match{}, false
	}
	span := view.Span(hit.Start, end)
	if d.lower != nil && !d.accented(t.Slice(span), hit.Word) {
		return Match{}, false
	}
	return Match{Span: span, Confidence: 4}, true
}

// accented says whether the place is written with the term's own accents. Capitals without accents are accepted: French
// is often written so.
func (d *terms) accented(place string, word int) bool {
	lower := norm.NFC.String(strings.ToLower(place))
	if strings.HasPrefix(strings.ReplaceAll(lower, "’", "'"), strings.ReplaceAll(d.lower[word], "’", "'")) {
		return true
	}
	return !strings.ContainsFunc(place, unicode.IsLower) && utf8.RuneCountInString(place) > 1
}

// wholeWord answers where the word that begins with a term ends, if one of the endings, or none, completes it.
func (d *terms) wholeWord(s string, start, end int) (int, bool) {
	if text.Alone(s, start, end) {
		return end, true
	}
	for _, ending := range d.endings {
		if strings.HasPrefix(s[end:], ending) && text.Alone(s, start, end+len(ending)) {
			return end + len(ending), true
		}
	}
	return 0, false
}
