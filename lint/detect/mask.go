package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

const (
	masks    = "*#&%" // signs whose presence selects the search for masked words
	maskMin  = 4      // letters of the shortest word that can be told by the rest of it
	maskSeen = 2      // letters that must be left
)

// maskable sorts the terms of one word by their first letter.
func (d *terms) maskable() map[byte][]int {
	if len(d.words) == 0 || d.words[0].Where != InBare {
		return nil
	}
	out := map[byte][]int{}
	for i, one := range d.list {
		if len(one.folded) >= maskMin && !one.head && oneWord(one.folded) {
			out[one.folded[0]] = append(out[one.folded[0]], i)
		}
	}
	return out
}

func oneWord(term string) bool {
	for i := range len(term) {
		if c := term[i]; c == ' ' || c == '\'' || c == '-' {
			return false
		}
	}
	return true
}

// unmask reads the word around a mask: "f**k", "c*nnard". It must have a term's length, letter for letter but for the masks.
func (d *terms) unmask(t *text.Text, hit Hit) (word int, match Match, ok bool) {
	view := t.Joined()
	at := t.JoinedAt(hit.Start)
	start, end := maskedWord(view.S, at)
	if start == at {
		return 0, Match{}, false
	}
	for _, i := range d.masked[view.S[start]] {
		size := len(d.list[i].folded)
		if start+size > end || !alikeMasked(d.list[i].folded, view.S[start:]) {
			continue
		}
		if from, to, whole := d.wholeWord(view.S, d.list[i], start, start+size); whole {
			return i, Match{Span: view.Span(from, to), Confidence: 3}, true
		}
	}
	return 0, Match{}, false
}

// maskedWord goes from a mask to both ends of its word; the word begins with a letter.
func maskedWord(s string, at int) (start, end int) {
	for start, end = at, at; start > 0 && at-start < maxRest && (maskLetter(s[start-1]) || masking(s[start-1])); {
		start--
	}
	for start < at && !maskLetter(s[start]) {
		start++
	}
	for end < len(s) && end-at < maxRest && (maskLetter(s[end]) || masking(s[end])) {
		end++
	}
	return start, end
}

func maskLetter(c byte) bool { return 'a' <= c && c <= 'z' }
func masking(c byte) bool    { return strings.IndexByte(masks+"@$!", c) >= 0 }

// alikeMasked says whether s begins with the term, some of its letters masked.
func alikeMasked(term, s string) bool {
	seen := 0
	for i := range len(term) {
		switch {
		case s[i] == term[i]:
			seen++
		case !masking(s[i]):
			return false
		}
	}
	return seen >= maskSeen && seen < len(term)
}
