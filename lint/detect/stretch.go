package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// stretch finds words with a letter drawn out: more than `max` times in a row ("merciiii"). Its parts are the letters after
// the first, and its swaps the word with that letter once, then twice where words have it so ("merciiii": "merci"), in the other
// order where the short word is another one ("goooood": "good", "god"). Words of one letter only ("www"), Roman numerals,
// banks' codes, words with digits, and parts of an address of the web pass; an exempt word does however long it is drawn.
type stretch struct {
	max    int
	exempt map[string]bool
}

func readStretch(v field.Value) Detector {
	v = v.Get("stretch")
	if !v.Object("max", "exempt") {
		return nil
	}
	d := &stretch{max: v.Need("max").Int(2, 20), exempt: map[string]bool{}}
	for _, word := range v.Get("exempt").Texts(1000, 40) {
		d.exempt[d.squeezed(word)] = true
	}
	return d
}

func (d *stretch) Words() []Word { return nil }

// Needs more of a letter than may stand in a row.
func (d *stretch) Needs() text.Signs { return text.Signs{Same: atLeast(d.max + 1)} }

func (d *stretch) Find(t *text.Text, _ []Hit) []Match {
	s := t.String()
	var out []Match
	for _, word := range t.Words() {
		if word.End-word.Start <= d.max || len(out) == MaxMatches || inAddress(s, word) {
			continue
		}
		if parts := d.drawn(t.Slice(word), word.Start); parts != nil && !d.exempt[d.squeezed(t.Slice(word))] && !bic(t.Slice(word)) {
			out = append(out, Match{Span: word, Parts: parts, Swaps: shortened(s, word, parts), Confidence: 4})
		}
	}
	return out
}

// shortened writes the word without its parts, and with one letter of each.
func shortened(s string, word text.Span, parts []text.Span) []string {
	var once, twice strings.Builder
	at, doubles := word.Start, true
	for _, part := range parts {
		r, size := utf8.DecodeRuneInString(s[part.Start:])
		doubles = doubles && strings.ContainsRune("cdeflmnoprst", unicode.ToLower(r))
		once.WriteString(s[at:part.Start])
		twice.WriteString(s[at : part.Start+size])
		at = part.End
	}
	once.WriteString(s[at:word.End])
	twice.WriteString(s[at:word.End])
	if !doubles {
		return []string{once.String()}
	}
	if slices.Contains(doubled, text.Fold(once.String())) {
		return []string{twice.String(), once.String()}
	}
	return []string{once.String(), twice.String()}
}

// doubled are words that are far more often drawn out from the one with two letters: good, soon, too, cool.
var doubled = []string{"god", "son", "to", "col", "bok", "lok", "ned", "swet", "wek", "sen", "fel", "fre"}

// squeezed is the folded word with no letter more than once beyond what may stand in a row.
func (d *stretch) squeezed(word string) string {
	var out []rune
	same := 0
	for _, r := range text.Fold(word) {
		if same++; len(out) == 0 || out[len(out)-1] != r {
			same = 1
		}
		if same <= d.max+1 {
			out = append(out, r)
		}
	}
	return string(out)
}

// drawn lists the letters that are too many in a word that begins at byte at, or nothing.
func (d *stretch) drawn(word string, at int) []text.Span {
	var parts []text.Span
	var last rune
	count, start, different := 0, 0, false
	flush := func(end int) {
		if count > d.max {
			first := utf8.RuneLen(last)
			parts = append(parts, text.Span{Start: at + start + first, End: at + end})
		}
	}
	for i, r := range word {
		if unicode.IsDigit(r) {
			return nil
		}
		if r == last {
			count++
			continue
		}
		flush(i)
		different = different || i > 0 && unicode.ToLower(r) != unicode.ToLower(last)
		last, count, start = r, 1, i
	}
	flush(len(word))
	if !different || strings.Trim(word, "IVXLCDM") == "" {
		return nil
	}
	return parts
}

// inAddress says whether a word is a part of an address: a sign of one touches it and no space follows.
func inAddress(s string, word text.Span) bool {
	before := word.Start > 0 && strings.IndexByte("./@:_-=&", s[word.Start-1]) >= 0
	after := word.End+1 < len(s) && strings.IndexByte("./@:_", s[word.End]) >= 0 && text.GoesOn(s, word.End+1, +1)
	return before || after
}
