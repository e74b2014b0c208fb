package text

import (
	"unicode"
	"unicode/utf8"
)

// Joined is the folded text with letters that were spaced out ("c o n", "c.o.n") put together again.
func (t *Text) Joined() *View {
	if t.joined == nil {
		folded := t.Folded()
		dropped := spacedOut(folded.S)
		if len(dropped) == 0 {
			t.joined = folded
			return folded
		}
		b := newBuilder(len(folded.S))
		for i := range len(folded.S) {
			if len(dropped) > 0 && dropped[0] == i {
				dropped = dropped[1:]
				continue
			}
			b.addByte(folded.S[i], folded.from[i])
		}
		t.joined = b.view(t.s)
	}
	return t.joined
}

// spacedOut finds the separators between three or more single letters, the same separator each time.
func spacedOut(s string) []int {
	var out []int
	for i := 0; i < len(s); {
		count := lettersApart(s, i)
		if count >= 3 {
			for k := range count - 1 {
				out = append(out, i+2*k+1)
			}
			i += 2*count - 1
			continue
		}
		i++
	}
	return out
}

// lettersApart counts the single ASCII letters from i on that stand apart by the separator after the first one.
func lettersApart(s string, i int) int {
	if !spaceable(s[i]) || i+2 >= len(s) || wordBefore(s, i) || !separator(s[i+1]) {
		return 0
	}
	count, mark := 1, s[i+1]
	for at := i; at+2 < len(s) && s[at+1] == mark && spaceable(s[at+2]); at += 2 {
		if wordAfter(s, at+3) {
			break
		}
		count++
	}
	return count
}

func spaceable(c byte) bool { return 'a' <= c && c <= 'z' || leet(c) != 0 }
func separator(c byte) bool {
	return c == ' ' || c == '.' || c == '-' || c == '_' || c == '*' || c == '/'
}

// Bare is the joined text with look-alike digits and signs made letters inside words, i and l made one letter, and runs of
// one character made a single one. Its bytes point into Joined: see JoinedAt.
func (t *Text) Bare() *View {
	if t.bare == nil {
		joined := t.Joined()
		b := newBuilder(len(joined.S))
		b.strip(joined.S)
		b.from = append(b.from, int32(len(joined.S)))
		t.bare = &View{S: string(b.s), text: joined.S, from: b.from}
	}
	return t.bare
}

// JoinedAt is the byte of Joined that byte at of Bare came from.
func (t *Text) JoinedAt(at int) int { return int(t.Bare().from[at]) }

// InsideWord says whether a word reaches byte at of Folded from the left.
func (t *Text) InsideWord(at int) bool { return wordBefore(t.Folded().S, at) }

// InsideBareWord says whether a word reaches byte at of Bare from the left, for certain: among spaced-out letters one may
// begin anywhere.
func (t *Text) InsideBareWord(at int) bool {
	return t.Joined() == t.Folded() && wordBefore(t.Joined().S, t.JoinedAt(at))
}

// Strip is a folded term as it would read in a bare text.
func Strip(folded string) string {
	b := builder{s: make([]byte, 0, len(folded))}
	b.strip(folded)
	if string(b.s) == folded {
		return folded
	}
	return string(b.s)
}

func (b *builder) strip(s string) {
	for i := 0; i < len(s); {
		end := i
		letters, signs := 0, 0
		for ; end < len(s) && !breaks(s[end]); end++ {
			switch {
			case letter(s, end):
				letters++
			case leet(s[end]) != 0 && s[end] != '!':
				signs++
			}
		}
		for ; i < end; i++ {
			b.stripByte(s, i, 3*letters >= 2*signs && letters > 0) // "1d10t" is a word, "50t" a weight
		}
		if i < len(s) {
			b.stripByte(s, i, false)
			i++
		}
	}
}

func (b *builder) stripByte(s string, i int, lettered bool) {
	c := s[i]
	if lettered && leet(c) != 0 && (c != '!' || wordAfter(s, i+1)) {
		c = leet(c)
	}
	if c == 'l' {
		c = 'i'
	}
	if c < utf8.RuneSelf && len(b.s) > 0 && b.s[len(b.s)-1] == c {
		return
	}
	b.addByte(c, int32(i))
}

func breaks(c byte) bool { return c == ' ' || c == '\n' }

func letter(s string, at int) bool { return 'a' <= s[at] && s[at] <= 'z' || s[at] >= utf8.RuneSelf }

// leet is the letter that a digit or sign is often written for, or 0.
func leet(c byte) byte {
	switch c {
	case '0':
		return 'o'
	case '1', '!', '|':
		return 'i'
	case '3':
		return 'e'
	case '4', '@':
		return 'a'
	case '5', '$':
		return 's'
	case '7':
		return 't'
	}
	return 0
}

// Leet says whether the sign c may stand for the letter.
func Leet(c, letter byte) bool {
	l := leet(c)
	return l != 0 && (l == letter || l == 'i' && letter == 'l')
}

// IsWord says whether a character belongs to a word: letters, digits and the marks on them, in any script. (RE2's \b knows
// ASCII only and would break French words at their accents.)
func IsWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordBefore and wordAfter say whether a word reaches the byte offset from the left, or goes on from it to the right.
func wordBefore(s string, at int) bool {
	r, size := utf8.DecodeLastRuneInString(s[:at])
	return size > 0 && IsWord(r)
}

func wordAfter(s string, at int) bool {
	if at >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[at:])
	return IsWord(r)
}

// GoesOn says whether a word goes on from byte offset at to the left (way -1) or to the right (+1).
func GoesOn(s string, at, way int) bool {
	if way < 0 {
		return wordBefore(s, at)
	}
	return wordAfter(s, at)
}

// Alone says whether start..end touches no longer word on either side.
func Alone(s string, start, end int) bool {
	return !(wordBefore(s, start) && wordAfter(s, start)) && !(wordAfter(s, end) && wordBefore(s, end))
}
