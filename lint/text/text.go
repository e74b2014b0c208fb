// Package text prepares a draft for the detectors: views of it that are easier to search (clean, folded, bare) and that
// remember where each byte came from, words, sentences, emojis, WhatsApp's marks, and offsets in UTF-16 code units.
// It must not know what a rule is, and everything in it takes time proportional to the text.
package text

import (
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Empty says whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps says whether two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Text is a draft with its views, each made once, when first asked for. It serves one goroutine.
type Text struct {
	s      string
	units  []int32 // UTF-16 offset at each multiple of step bytes; nil for ASCII
	ascii  bool
	clean  *View
	folded *View
	joined *View
	bare   *View
	emojis []Span
	parted bool // emojis were looked for
	words  []Span
	worded bool // words were looked for

	numbers []Span
	counted bool // numbers were looked for
	ends    []int
	ended   bool // ends of sentences were looked for
}

// New reads a draft; bytes that are not UTF-8 count as U+FFFD.
func New(s string) *Text {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return &Text{s: s, ascii: isASCII(s)}
}

// String is the draft as read.
func (t *Text) String() string { return t.s }

// Slice is the draft's text in a span.
func (t *Text) Slice(s Span) string { return t.s[s.Start:s.End] }

// step is the distance, in bytes, between two known UTF-16 offsets.
const step = 256

// UTF16 turns a byte offset at a character's start into UTF-16 code units. Bytes of U+FFFD count one unit, as the lone
// surrogate they stand for did (JavaScript strings, https://tc39.es/ecma262/#sec-ecmascript-language-types-string-type).
func (t *Text) UTF16(at int) int {
	if t.ascii {
		return at
	}
	if t.units == nil {
		t.measure()
	}
	known := at / step
	from := known * step
	return int(t.units[known]) + units(t.s[from:at])
}

// UTF16Len is the draft's length in UTF-16 code units.
func (t *Text) UTF16Len() int { return t.UTF16(len(t.s)) }

func (t *Text) measure() {
	t.units = make([]int32, len(t.s)/step+1)
	count := int32(0)
	for i := range len(t.s) {
		if i%step == 0 {
			t.units[i/step] = count
		}
		count += unitsOf(t.s[i])
	}
	if len(t.s)%step == 0 {
		t.units[len(t.s)/step] = count
	}
}

func units(s string) int {
	n := int32(0)
	for i := range len(s) {
		n += unitsOf(s[i])
	}
	return int(n)
}

// unitsOf counts a character at its first byte: four-byte characters lie outside the BMP and take two units.
func unitsOf(b byte) int32 {
	switch {
	case b >= 0xF0:
		return 2
	case utf8.RuneStart(b):
		return 1
	}
	return 0
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
