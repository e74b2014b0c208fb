package detect

import (
	"strings"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/text"
)

// withGap widens a place that may be taken out by the space that would be left over: the one before it, or the ones after it
// where it begins a line. An edit stays inside its finding, so the finding must hold that space.
func withGap(s string, span text.Span) text.Span {
	left, right := strings.TrimRight(s[:span.Start], " "), strings.TrimLeft(s[span.End:], " ")
	switch {
	case beginsLine(left):
		span.End = len(s) - len(right)
	case !text.GoesOn(s, span.End, +1) && !strings.HasSuffix(left, "«"):
		span.Start = len(left)
	}
	return span
}

// withComma widens a place as withGap does, and by the comma that would be left over.
func withComma(s string, span text.Span) text.Span {
	left, right := strings.TrimRight(s[:span.Start], " "), strings.TrimLeft(s[span.End:], " ")
	switch {
	case beginsLine(left) && strings.HasPrefix(right, ","):
		span.End = len(s) - len(right) + 1
	case strings.HasSuffix(left, ",") && (right == "" || strings.ContainsAny(right[:1], ",.;!?\n")):
		span.Start = len(left) - 1
	}
	return withGap(s, span)
}

func beginsLine(left string) bool {
	r, _ := utf8.DecodeLastRuneInString(left)
	return left == "" || r == '\n'
}
