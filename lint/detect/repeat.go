package detect

import (
	"strings"
	"unicode"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// repeat finds a word that stands more than `max` times in a row with nothing but spaces between ("le le colis"). Its parts
// are the words after the first. Case and accents do not count; words with digits, and those of `exempt` ("nous nous",
// "très très"), pass.
type repeat struct {
	max    int
	exempt map[string]bool
}

func readRepeat(v field.Value) Detector {
	v = v.Get("repeat")
	if !v.Object("max", "exempt") {
		return nil
	}
	d := &repeat{max: v.Need("max").Int(1, 20), exempt: map[string]bool{}}
	for _, word := range v.Get("exempt").Texts(1000, 40) {
		d.exempt[text.Fold(word)] = true
	}
	return d
}

func (d *repeat) Words() []Word { return nil }

func (d *repeat) Find(t *text.Text, _ []Hit) []Match {
	words := t.Words()
	var out []Match
	for i := 0; i < len(words) && len(out) < MaxMatches; {
		n := d.row(t, words[i:])
		if n > d.max {
			parts := words[i+1 : i+n]
			out = append(out, Match{Span: text.Span{Start: words[i].Start, End: parts[len(parts)-1].End}, Parts: parts, Confidence: 4})
		}
		i += n
	}
	return out
}

// row counts how often the first word stands at the front.
func (d *repeat) row(t *text.Text, words []text.Span) int {
	n := 1
	for n < len(words) && words[n].End-words[n].Start <= 2*(words[0].End-words[0].Start) && onlySpaces(t.String()[words[n-1].End:words[n].Start]) &&
		folded(t.Slice(words[n])) == folded(t.Slice(words[0])) && !compound(t.String()[words[n].End:]) {
		n++
	}
	if n > 1 && d.spares(t.Slice(words[0])) {
		return 1
	}
	return n
}

func (d *repeat) spares(word string) bool {
	for _, r := range word {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return d.exempt[folded(word)]
}

// onlySpaces says whether nothing else stands there, and that on one line.
func onlySpaces(s string) bool {
	for _, r := range s {
		if r == '\n' || !unicode.IsSpace(r) {
			return false
		}
	}
	return s != ""
}

// compound says whether a word goes on behind a hyphen or an apostrophe.
func compound(rest string) bool {
	return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "'") || strings.HasPrefix(rest, "’")
}
