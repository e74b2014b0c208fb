package text

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// WordsBefore counts the words that begin before byte offset at.
func (t *Text) WordsBefore(at int) int {
	words := t.Words()
	return sort.Search(len(words), func(i int) bool { return words[i].Start >= at })
}

// Sentence is the number, from 0, of the sentence that byte offset at lies in. A line break ends a sentence; so do . ! ?
// and … before a space.
func (t *Text) Sentence(at int) int {
	if !t.ended {
		t.ends, t.ended = sentenceEnds(t.s), true
	}
	return sort.SearchInts(t.ends, at)
}

func sentenceEnds(s string) []int {
	var out []int
	for i, r := range s {
		if r == '\n' || (r == '.' || r == '!' || r == '?' || r == '…') && spaceAt(s, i+utf8.RuneLen(r)) {
			out = append(out, i)
		}
	}
	return out
}

func spaceAt(s string, at int) bool {
	return at >= len(s) || s[at] == ' ' || s[at] == '\n'
}

// closing are the marks that end what a quotation mark opens; none for any other character.
func closing(r rune) string {
	switch r {
	case '"':
		return "\""
	case '«':
		return "»"
	case '“':
		return "”"
	case '„':
		return "“”"
	}
	return ""
}

// Quotes lists what stands between quotation marks on one line, marks included, in order and apart from each other.
func (t *Text) Quotes() []Span { return quotes(t.s) }

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
		case open < 0 && closing(r) != "":
			open, ends = i, closing(r)
		}
	}
	return out
}
