package publish

import (
	"strconv"
	"strings"
	"unicode"
)

// Hidden says whether a character could change what a terminal shows of others: control characters, and marks that turn the
// direction of writing.
func Hidden(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// plain is a name from a file of somebody else, in quotes where something in it would not be seen.
func plain(name string) string {
	if strings.ContainsFunc(name, Hidden) {
		return strconv.QuoteToASCII(name)
	}
	return name
}
