package text

import (
	"unicode"
	"unicode/utf8"
)

// Words lists the words of the text, as the function Words does.
func (t *Text) Words() []Span {
	if !t.worded {
		t.words, t.worded = Words(t.s), true
	}
	return t.words
}

// Words lists the runs of letters, digits and their marks of s, in bytes. An apostrophe or a hyphen ends a word.
func Words(s string) []Span {
	out := make([]Span, 0, len(s)/6+1) // most words, with the space after them, are longer
	start := -1
	for i, r := range s {
		switch word := IsWord(r); {
		case word && start < 0:
			start = i
		case !word && start >= 0:
			out = append(out, Span{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, Span{start, len(s)})
	}
	return out
}

// BeginsSentence says whether a word at byte offset at opens a sentence: nothing before it, a line break, or a mark that
// ends one.
func BeginsSentence(s string, at int) bool {
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		switch {
		case r == '\n' || r == '.' || r == '!' || r == '?' || r == '…':
			return true
		case r == ' ' || unicode.Is(unicode.Zs, r) || unicode.IsPunct(r) && r != ',' && r != ';' && r != ':':
			at -= size
		case invisible(r):
			at -= size
		default:
			return false
		}
	}
	return true
}
