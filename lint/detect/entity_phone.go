package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// phoneWords announce a number that is called.
var phoneWords = []string{"tel", "telephone", "phone", "mobile", "portable", "appel", "joindre", "joignable", "call", "fax", "whatsapp", "sms",
	"cell", "desk", "office", "contact", "rappel", "dial", "reach", "ligne", "text me", "movil", "llam", "handy", "telefon", "ring"}

// maxPhone is the most bytes a number may take with its separators.
const maxPhone = 30

// phoneAt finds a telephone number: it gathers groups of digits as they are separated in such numbers, and keeps the
// likeliest end. A plan says whether the number exists; how it is written says whether it is meant as one.
func phoneAt(s string, spot text.Span) place {
	start, abroad := phoneStart(s, spot.Start)
	if start < 0 || aloneDate(s, spot.Start) {
		return place{}
	}
	var best place
	digits := ""
	var groups []int
	for at := spot.Start; at < len(s) && at-start < maxPhone; {
		n := 0
		for at+n < len(s) && isDigit(s[at+n]) {
			n++
		}
		if n == 0 || len(digits)+n > 17 {
			break
		}
		digits += s[at : at+n]
		groups = append(groups, n)
		at += n
		if !text.GoesOn(s, at, +1) || s[at] == 'x' || s[at] == 'X' {
			likelihood := judgePhone(digits, groups, abroad, s[start:at])
			if likelihood >= best.likelihood && likelihood > 0 && !amount(s, start, at) {
				best = place{text.Span{Start: start, End: at}, likelihood}
			}
		}
		at = phoneGap(s, at)
	}
	if !abroad && !best.Empty() && longer(s, best.Start, best.End) || best.likelihood == 3 && follows(s, start) {
		return place{}
	}
	return best
}

// aloneDate says whether a date stands here and no further group of digits.
func aloneDate(s string, at int) bool {
	end := dateEnd(s, at)
	return end > 0 && (end+1 >= len(s) || !isDigit(s[end+1]))
}

// follows says whether a group of digits stands before the place, a space or a dash between.
func follows(s string, at int) bool {
	return at >= 2 && (s[at-1] == ' ' || s[at-1] == '-') && isDigit(s[at-2]) && groupBefore(s, at-1) < 8
}

// phoneStart answers where a number begins that has its first digit at byte at: with its + and its bracket; -1 where no
// number can begin.
func phoneStart(s string, at int) (start int, abroad bool) {
	if !isDigit(s[at]) || !starts(s, at) {
		return -1, false
	}
	start = at
	for start > 0 && (s[start-1] == '(' || s[start-1] == '+') {
		abroad = abroad || s[start-1] == '+'
		start--
	}
	if start >= 2 && strings.ContainsRune(".,/:-", rune(s[start-1])) && isDigit(s[start-2]) || start > 0 && strings.ContainsRune("#$€£_=", rune(s[start-1])) {
		return -1, false
	}
	return start, abroad
}

// phoneGap passes what may stand between two groups: a space, a dot or a dash, and brackets.
func phoneGap(s string, at int) int {
	for n := 0; at < len(s) && n < 2 && strings.ContainsRune(" .-()/", rune(s[at])); n++ {
		at++
	}
	return at
}

// judgePhone is how likely digits written in these groups are a number to call, 0 when they are none.
func judgePhone(digits string, groups []int, plus bool, written string) int {
	if strings.HasPrefix(digits, "00") && len(digits) > 9 && !plus {
		digits, plus = digits[2:], true
	}
	if plus {
		if len(digits) < 7 {
			return 0
		}
		switch known, possible := abroad(digits); {
		case known:
			return 5
		case possible:
			return 4
		}
		return 0
	}
	if len(digits) < 7 || len(digits) > 13 || dotted(written, groups) {
		return 0
	}
	return judgeNational(digits, groups, written)
}

// judgeNational judges a number as it is dialled inside a country.
func judgeNational(digits string, groups []int, written string) int {
	if len(digits) == 11 && digits[0] == '1' && groups[0] == 1 {
		digits, groups = digits[1:], groups[1:]
	}
	american := len(digits) == 10 && digits[0] >= '2' && digits[3] >= '2'
	switch {
	case len(digits) == 10 && digits[0] == '0' && digits[1] != '0' && pairs(groups):
		return 4 // the French way of writing: five pairs
	case american && len(groups) == 3 && groups[0] == 3 && groups[1] == 3 && strings.ContainsAny(written, "-.()"):
		return 4
	case !phone(digits):
		return 1
	case len(digits) == 10 && digits[0] == '0':
		return 3
	case len(groups) == 1 && !american:
		return 1
	case len(groups) == 1:
		return 2
	case digits[0] == '0' || american && len(groups) == 3 || written[0] == '(':
		return 3
	}
	return 2
}

func pairs(groups []int) bool {
	for _, n := range groups {
		if n != 2 {
			return false
		}
	}
	return true
}

// dotted says whether the groups are an internet address or a version: four short ones with dots.
func dotted(written string, groups []int) bool {
	return len(groups) == 4 && strings.Count(written, ".") == 3 && groups[0] <= 3 && groups[1] <= 3 && groups[2] <= 3 && groups[3] <= 3
}

// amount says whether a price, a measure or a share stands here: its sign touches the number, or follows a space.
func amount(s string, start, end int) bool {
	rest := strings.TrimLeft(s[end:min(len(s), end+6)], " ")
	before := strings.TrimRight(s[max(0, start-4):start], " ")
	for _, unit := range []string{"€", "$", "£", "%", "eur", "EUR", "km", "kg", "m2", "m²", "USD", "CHF"} {
		if strings.HasPrefix(rest, unit) || strings.HasSuffix(before, unit) {
			return true
		}
	}
	return end+1 < len(s) && (s[end] == ',' || s[end] == ':') && isDigit(s[end+1])
}
