package text

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// View is another reading of a text; each of its bytes remembers the character of the text it came from.
type View struct {
	S    string  // what is searched
	text string  // the text itself
	from []int32 // byte offset in text of the character behind each byte of S, and len(text) at the end; nil where S is text
}

// origin is the byte offset in the text of the character behind a byte of the view.
func (v *View) origin(at int) int {
	if v.from != nil {
		return int(v.from[at])
	}
	for at > 0 && at < len(v.text) && !utf8.RuneStart(v.text[at]) {
		at--
	}
	return at
}

// Span is the part of the text behind the bytes start..end of the view. Marks that combine with its last character are
// inside, so that no fix can leave an accent behind.
func (v *View) Span(start, end int) Span {
	if start >= end {
		at := v.origin(start)
		return Span{at, at}
	}
	last := v.origin(end - 1)
	_, size := utf8.DecodeRuneInString(v.text[last:])
	stop := last + size
	for stop < len(v.text) && v.text[stop] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(v.text[stop:])
		if !unicode.Is(unicode.Mn, r) {
			break
		}
		stop += size
	}
	return Span{v.origin(start), stop}
}

// At is the first byte of the view that came from the text's byte offset at, or from a later one.
func (v *View) At(at int) int {
	return sort.Search(len(v.S), func(i int) bool { return v.origin(i) >= at })
}

// Apart says whether a separator of spaced-out letters was left out between the view's bytes at-1 and at.
func (v *View) Apart(at int) bool {
	if at <= 0 || at >= len(v.S) {
		return true
	}
	for _, c := range []byte(v.text[v.Span(at-1, at).End:v.origin(at)]) {
		if separator(c) {
			return true
		}
	}
	return false
}

// builder grows a view; without from it grows its bytes alone.
type builder struct {
	s    []byte
	from []int32
}

func newBuilder(size int) *builder {
	return &builder{s: make([]byte, 0, size+8), from: make([]int32, 0, size+9)}
}

func (b *builder) add(s []byte, from int32) {
	for _, c := range s {
		b.addByte(c, from)
	}
}

func (b *builder) addByte(c byte, from int32) {
	b.s = append(b.s, c)
	if b.from != nil {
		b.from = append(b.from, from)
	}
}

func (b *builder) view(text string) *View {
	b.from = append(b.from, int32(len(text)))
	return &View{S: string(b.s), text: text, from: b.from}
}
