package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// Emojis lists the emojis of the text: grapheme clusters (UAX #29), so that a family, a flag or a skin tone counts one.
func (t *Text) Emojis() []Span {
	if !t.parted {
		t.parted = true
		if !t.ascii && strings.ContainsFunc(t.s, func(r rune) bool { return r >= leastEmoji }) {
			t.emojis = emojis(t.s)
		}
	}
	return t.emojis
}

// leastEmoji is less than any character that every emoji has one of: pictures, flags, U+20E3 and U+FE0F.
const leastEmoji = 0x2000

func emojis(s string) []Span {
	var out []Span
	clusters := graphemes.FromString(s)
	for clusters.Next() {
		if cluster := clusters.Value(); len(cluster) > 2 && isEmoji(cluster) {
			out = append(out, Span{clusters.Start(), clusters.End()})
		}
	}
	return out
}

// isEmoji judges one grapheme cluster as UTS #51 does: an emoji presentation, a text character followed by U+FE0F, a flag
// or a keycap. Symbols from U+2600 on count without U+FE0F too, because WhatsApp draws them as emojis.
func isEmoji(cluster string) bool {
	first, size := utf8.DecodeRuneInString(cluster)
	rest := cluster[size:]
	switch {
	case first >= 0x1F1E6 && first <= 0x1F1FF:
		return rest != ""
	case unicode.Is(pictorial, first):
		return rest != "\uFE0E"
	case unicode.Is(textual, first):
		second, _ := utf8.DecodeRuneInString(rest)
		return second == 0xFE0F || first >= 0x2600 && second != 0xFE0E
	case first < utf8.RuneSelf:
		return rest == "\uFE0F\u20E3" || rest == "\u20E3"
	}
	return false
}
