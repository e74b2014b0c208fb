package detect

import (
	"strings"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/text"
)

// take reads n ASCII letters and digits of s from byte at on, with at most one separator between two of them: a space, a
// dot or a dash. It answers them as capitals and where they end; end is 0 when a longer word or number goes on,
// or when there are not enough.
func take(s string, at, n int) (signs string, end int) {
	var buffer [40]byte
	out := buffer[:0]
	gap := true
	for i := at; i < len(s) && len(out) < n; i++ {
		switch c := upper(s[i]); {
		case isDigit(c) || isUpper(c):
			out = append(out, c)
			gap, end = false, i+1
		case gap || c != ' ' && c != '.' && c != '-':
			return "", 0
		default:
			gap = true
		}
	}
	if len(out) < n || text.GoesOn(s, end, +1) {
		return "", 0
	}
	return string(out), end
}

// takeDigits is take for numbers without letters.
func takeDigits(s string, at, n int) (digits string, end int) {
	if digits, end = take(s, at, n); end == 0 || !allDigits(digits) {
		return "", 0
	}
	return digits, end
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

func allLetters(s string) bool {
	for i := range len(s) {
		if !isUpper(s[i]) {
			return false
		}
	}
	return s != ""
}

// number is the value of a short row of digits.
func number(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

// longer says whether a place is a part of a longer row of numbers, such as a parcel's: a group of digits stands on
// either side with the separator that is used inside.
func longer(s string, start, end int) bool {
	mark := byte(0)
	for i := start; i < end; i++ {
		if !isDigit(s[i]) && !isUpper(upper(s[i])) {
			mark = s[i]
			break
		}
	}
	if mark == 0 {
		return false
	}
	before := start >= 2 && s[start-1] == mark && isDigit(s[start-2]) && groupBefore(s, start-1) > 2
	after := end+1 < len(s) && s[end] == mark && isDigit(s[end+1]) && groupAfter(s, end+1) > 2
	return before || after
}

// groupBefore and groupAfter count the letters and digits that touch byte at.
func groupBefore(s string, at int) int {
	n := 0
	for at-n > 0 && n < 40 && (isDigit(s[at-n-1]) || isUpper(upper(s[at-n-1]))) {
		n++
	}
	return n
}

func groupAfter(s string, at int) int {
	n := 0
	for at+n < len(s) && n < 40 && (isDigit(s[at+n]) || isUpper(upper(s[at+n]))) {
		n++
	}
	return n
}

// found makes a place of what begins at the spot.
func found(spot text.Span, end, likelihood int) place {
	return place{text.Span{Start: spot.Start, End: end}, likelihood}
}

// starts says whether no letter or digit of any script touches the byte from the left.
func starts(s string, at int) bool { return !text.GoesOn(s, at, -1) }

// folded is text.Fold of one word, cheap for a word of ASCII.
func folded(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return text.Fold(word)
		}
	}
	return strings.ToLower(word)
}
