package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// places are the offsets at which words begin and sentences end, and the quotations; made once, when first asked for.
type places struct {
	words  []int32
	ends   []int32
	quotes []Span
}

// WordsBefore counts the words that begin before byte offset at.
func (t *Text) WordsBefore(at int) int { return before(t.measured().words, at) }

// Sentence is the number, from 0, of the sentence that byte offset at lies in. A line break ends a sentence; so do . ! ?
// and … before a space.
func (t *Text) Sentence(at int) int { return before(t.measured().ends, at) }

// Quotes lists what stands between quotation marks on one line, marks included, in order and apart from each other.
func (t *Text) Quotes() []Span { return t.measured().quotes }

func before(list []int32, at int) int {
	return sort.Search(len(list), func(i int) bool { return int(list[i]) >= at })
}

func (t *Text) measured() *places {
	if t.places != nil {
		return t.places
	}
	t.places = &places{quotes: quotes(t.s)}
	inside := false
	for i, r := range t.s {
		word := IsWord(r)
		if word && !inside {
			t.places.words = append(t.places.words, int32(i))
		}
		inside = word
		if r == '\n' || (r == '.' || r == '!' || r == '?' || r == '…') && spaceAt(t.s, i+utf8.RuneLen(r)) {
			t.places.ends = append(t.places.ends, int32(i))
		}
	}
	return t.places
}

func spaceAt(s string, at int) bool {
	return at >= len(s) || s[at] == ' ' || s[at] == '\n'
}

// closing is the mark that ends what a quotation mark opens.
var closing = map[rune]string{'"': "\"", '«': "»", '“': "”", '„': "“”"}

// quotes reads each line once: a mark that is never closed opens nothing.
func quotes(s string) []Span {
	var out []Span
	open, ends := -1, ""
	for i, r := range s {
		switch {
		case r == '\n':
			open = -1
		case open >= 0 && strings.ContainsRune(ends, r):
			out = append(out, Span{open, i + utf8.RuneLen(r)})
			open = -1
		case open < 0 && closing[r] != "":
			open, ends = i, closing[r]
		}
	}
	return out
}
