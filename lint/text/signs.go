package text

import "unicode/utf8"

// Signs are what one glance over a draft tells: the most there is of a thing, up to 255. A detector that needs more of one than
// a draft shows has nothing to find there and need not be called, which is most detectors in most drafts. They may tell too
// much, never too little.
type Signs struct {
	Digits   uint8 // digits in one row of numbers, with at most rowGap ASCII signs between two of them
	Same     uint8 // times that one character stands in a row
	Capitals uint8 // capital letters in a row; a letter beyond U+0100 may be one
	Dense    uint8 // bytes without a space or control character
	Marks    uint8 // exclamation and question marks
	High     uint8 // characters from U+2000 on, of which every emoji has one
	Words    uint8 // words of one sentence
}

// rowGap is how far apart two digits of one row may stand: the four letters of a bank, and blanks around them.
const rowGap = 6

// Show says whether there is as much of everything as is needed.
func (s *Signs) Show(needed *Signs) bool {
	return s.Digits >= needed.Digits && s.Same >= needed.Same && s.Capitals >= needed.Capitals && s.Dense >= needed.Dense &&
		s.Marks >= needed.Marks && s.High >= needed.High && s.Words >= needed.Words
}

// Signs glances over the text.
func (t *Text) Signs() Signs {
	g := glance{before: -1, gap: rowGap + 1}
	for _, r := range t.s {
		if r < utf8.RuneSelf {
			g.ascii(byte(r))
		} else {
			g.high(r)
		}
		if g.same++; r != g.before {
			g.same = 1
		}
		g.before = r
		g.most.same = max(g.most.same, g.same)
		g.most.capitals = max(g.most.capitals, g.capitals)
		g.most.words = max(g.most.words, g.words)
		g.most.dense = max(g.most.dense, g.dense)
		g.most.digits = max(g.most.digits, g.digits)
	}
	return Signs{small(g.most.digits), small(g.most.same), small(g.most.capitals), small(g.most.dense), small(g.marks), small(g.highs),
		small(g.most.words + 1)}
}

func small(n int) uint8 { return uint8(min(n, 255)) }

// glance counts what goes on at a place, and the most of it so far.
type glance struct {
	counts
	most         counts
	marks, highs int
	before       rune
	gap          int // ASCII signs since the last digit
}

type counts struct{ digits, same, capitals, dense, words int }

func (g *glance) ascii(c byte) {
	capital, digit := 'A' <= c && c <= 'Z', '0' <= c && c <= '9'
	if g.dense++; c <= ' ' {
		g.dense = 0
	}
	if g.capitals++; !capital {
		g.capitals = 0
	}
	switch {
	case digit:
		g.digit()
		return
	case c == '!' || c == '?':
		g.marks++
	}
	g.gap++
	if c == '\n' || c == ' ' && endsSentence(g.before) {
		g.words = 0
	} else if !capital && (c < 'a' || c > 'z') {
		g.words++
	}
}

// high takes a character beyond ASCII. Many are left out of the clean text, or are made digits there.
func (g *glance) high(r rune) {
	g.dense += utf8.RuneLen(r)
	if g.capitals++; r >= 0xDF && r < 0x100 {
		g.capitals = 0
	}
	if r >= 0x2000 {
		g.highs++
	}
	if r >= 0xFF01 && r <= 0xFF5E || r >= 0x1D400 && r <= 0x1D7FF {
		g.digit()
	}
	if r == '！' || r == '？' {
		g.marks++
	}
	if r < 0xC0 || r >= 0x2000 {
		g.words++
	}
}

func (g *glance) digit() {
	if g.gap > rowGap {
		g.digits = 0
	}
	g.digits++
	g.gap = 0
}

// endsSentence says whether a sentence ends with the sign and a space after it.
func endsSentence(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r == ';' || r == ':' || r == '…'
}
