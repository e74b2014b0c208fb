package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean is the text without invisible characters, with plain dashes and apostrophes, with full-width and mathematical
// letters and digits made plain, and with runs of spaces and tabs made one plain space: numbers are pasted from tables.
// Case, accents and line breaks stay.
func (t *Text) Clean() *View {
	if t.clean == nil && isClean(t.s) {
		t.clean = &View{S: t.s, text: t.s}
	}
	if t.clean == nil {
		b := newBuilder(len(t.s))
		for i, r := range t.s {
			if r < utf8.RuneSelf {
				b.cleanASCII(byte(r), int32(i))
				continue
			}
			var buffer [32]byte
			if clean := cleanRune(buffer[:0], r); len(clean) == 1 {
				b.cleanASCII(clean[0], int32(i))
			} else {
				b.add(clean, int32(i))
			}
		}
		t.clean = b.view(t.s)
	}
	return t.clean
}

// isClean says whether a text is its own clean form for certain: ASCII and letters with accents alone, single spaces between,
// as most drafts are.
func isClean(s string) bool {
	last := rune(0)
	for _, r := range s {
		if r >= utf8.RuneSelf && (r < accentedFrom || int(r) >= accentedFrom+len(accented)/2) || r == '\t' || r == ' ' && last == ' ' {
			return false
		}
		last = r
	}
	return true
}

func (b *builder) cleanASCII(c byte, from int32) {
	if c == '\t' {
		c = ' '
	}
	if c != ' ' || len(b.s) == 0 || b.s[len(b.s)-1] != ' ' {
		b.addByte(c, from)
	}
}

// Folded is the clean text in lower case without accents, look-alike letters made Latin, WhatsApp's formatting marks
// left out and runs of spaces made one. Line breaks stay.
func (t *Text) Folded() *View {
	if t.folded == nil {
		b := newBuilder(len(t.s))
		b.fold(t.s, Marks(t.s))
		t.folded = b.view(t.s)
	}
	return t.folded
}

// Fold is a term as it would read in a folded text.
func Fold(term string) string {
	if folded(term) {
		return term
	}
	b := builder{s: make([]byte, 0, len(term))}
	b.fold(term, nil)
	return string(b.s)
}

// folded says whether a term is plain enough to be its own folded form, as most are: they are many, and read at each start.
func folded(term string) bool {
	for i := range len(term) {
		if c := term[i]; !(c > ' ' && c < utf8.RuneSelf && (c < 'A' || c > 'Z') || c == ' ' && i > 0 && term[i-1] != ' ') {
			return false
		}
	}
	return true
}

// fold appends the folded s, leaving out the bytes at marks, which are in order.
func (b *builder) fold(s string, marks []int) {
	for i, r := range s {
		if len(marks) > 0 && marks[0] == i {
			marks = marks[1:]
			continue
		}
		if r < utf8.RuneSelf {
			b.foldASCII(byte(r), int32(i))
			continue
		}
		var buffer [32]byte
		for _, c := range string(foldRune(buffer[:0], r)) {
			if c < utf8.RuneSelf {
				b.foldASCII(byte(c), int32(i))
				continue
			}
			var one [4]byte
			b.add(utf8.AppendRune(one[:0], c), int32(i))
		}
	}
}

func (b *builder) foldASCII(c byte, from int32) {
	switch {
	case 'A' <= c && c <= 'Z':
		c += 'a' - 'A'
	case c == '\t' || c == '\v' || c == '\f' || c == '\r':
		c = ' '
	}
	if c == ' ' && len(b.s) > 0 && b.s[len(b.s)-1] == ' ' {
		return
	}
	b.addByte(c, from)
}

// cleanRune appends the clean form of a character that is not ASCII.
func cleanRune(out []byte, r rune) []byte {
	switch {
	case invisible(r):
		return out
	case alike(r) != 0:
		return append(out, alike(r))
	case r >= 0xFF01 && r <= 0xFF5E: // full-width forms of ASCII
		return append(out, byte(r-0xFF01+'!'))
	case r >= 0x1D400 && r <= 0x1D7FF: // mathematical letters and digits
		return norm.NFKC.AppendString(out, string(r))
	}
	return utf8.AppendRune(out, r)
}

// accentedFrom and accented are U+00C0 to U+017F as foldRune yields them, two signs each; a dot stands for none, and two for
// those that take the long way. Terms are written with accents by the thousand, and the tables of Unicode wake slowly.
const (
	accentedFrom = 0xC0
	accented     = "a.a.a.a.a.a.aec.e.e.e.e.i.i.i.i...n.o.o.o.o.o...o.u.u.u.u.y...ssa.a.a.a.a.a.aec.e.e.e.e.i.i.i.i...n.o.o.o.o.o...o.u.u.u.u.y...y." +
		"a.a.a.a.a.a.c.c.c.c.c.c.c.c.d.d.d.d.e.e.e.e.e.e.e.e.e.e.g.g.g.g.g.g.g.g.h.h.....i.i.i.i.i.i.i.i.i.i.ijijj.j.k.k...l.l.l.l.l.l..." +
		"..l.l.n.n.n.n.n.n.......o.o.o.o.o.o.oeoer.r.r.r.r.r.s.s.s.s.s.s.s.s.t.t.t.t.....u.u.u.u.u.u.u.u.u.u.u.u.w.w.y.y.y.z.z.z.z.z.z.s."
)

// foldRune appends the folded form of a character that is not ASCII, but for the case of ASCII letters it yields.
func foldRune(out []byte, r rune) []byte {
	if at := 2 * int(r-accentedFrom); at >= 0 && at < len(accented) && accented[at] != '.' {
		if accented[at+1] == '.' {
			return append(out, accented[at])
		}
		return append(out, accented[at:at+2]...)
	}
	return unfoldedRune(out, r)
}

// unfoldedRune is foldRune for any character.
func unfoldedRune(out []byte, r rune) []byte {
	switch {
	case invisible(r):
		return out
	case alike(r) != 0:
		return append(out, alike(r))
	case letterAlike[r] != "":
		return append(out, letterAlike[r]...)
	}
	var buffer [32]byte
	apart := norm.NFKD.AppendString(buffer[:0], string(r))
	for _, c := range string(apart) {
		switch {
		case unicode.Is(unicode.Mn, c):
		case letterAlike[c] != "":
			out = append(out, letterAlike[c]...)
		default:
			out = utf8.AppendRune(out, unicode.ToLower(c))
		}
	}
	return out
}
