package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// cardAt finds a payment card: 12 to 19 digits of a known issuer that pass Luhn (ISO/IEC 7812-1). In groups of four, or as
// the issuer prints them, it is certain; in one piece it may be a number of another kind that passes one time in ten. An
// issuer that is not known needs the word beside it. In a link such a number is that of an item, a page or an order.
func cardAt(s string, spot text.Span) place {
	if !isDigit(s[spot.Start]) || !starts(s, spot.Start) {
		return place{}
	}
	var buffer [maxCard]byte
	digits, ends := cardDigits(s, spot.Start, buffer[:0])
	for n := len(digits); n >= 12; n-- {
		number := string(digits[:n])
		if end := ends[n-1]; end > 0 && luhn(number) {
			inside := longer(s, spot.Start, end) && !besideCard(s, spot.Start, end)
			if likelihood := judgeCard(number, s[spot.Start:end], inside); likelihood > 0 && linkBefore(s, spot.Start) == "" {
				return found(spot, end, likelihood)
			}
		}
	}
	return place{}
}

const maxCard = 19 // digits

// besideCard says whether another card, written in the same way, stands just before or after the place.
func besideCard(s string, start, end int) bool {
	size := end - start
	before, after := start-1-size, end+1
	return before >= 0 && starts(s, before) && paymentCard(plain(s[before:before+size])) ||
		after+size <= len(s) && !text.GoesOn(s, after+size, +1) && paymentCard(plain(s[after:after+size]))
}

// cardDigits gathers the digits from byte at on, single separators between them; ends holds where a number of that many
// digits would end, 0 where a group goes on.
func cardDigits(s string, at int, digits []byte) (_ []byte, ends [maxCard]int) {
	for gap := true; at < len(s) && len(digits) < maxCard; at++ {
		switch c := s[at]; {
		case isDigit(c):
			digits = append(digits, c)
			if gap = false; !text.GoesOn(s, at+1, +1) {
				ends[len(digits)-1] = at + 1
			}
		case gap || c != ' ' && c != '.' && c != '-':
			return digits, ends
		default:
			gap = true
		}
	}
	return digits, ends
}

// judgeCard is how likely digits that pass Luhn are a card, 0 when they are none.
func judgeCard(number, written string, inside bool) int {
	switch known := paymentCard(number); {
	case !known && len(number) != 16:
		return 0
	case !known:
		return 1
	case inside:
		return 2
	case len(number) < 15 || !strings.ContainsAny(written, " -."):
		return 4
	}
	return 5
}

// ibanAt finds a bank account number by its country's length and check digits (ISO 13616). The country may stand apart.
func ibanAt(s string, spot text.Span) place {
	start := spot.Start
	if isDigit(s[start]) && start >= 3 && s[start-1] == ' ' && isUpper(s[start-2]) && isUpper(s[start-3]) {
		start -= 3
	}
	if start+4 > len(s) || !starts(s, start) {
		return place{}
	}
	want := ibanLengths[strings.ToUpper(s[start:start+2])]
	if want == 0 {
		return place{}
	}
	signs, end := take(s, start, want)
	if end == 0 || !ibanValid(signs) {
		return place{}
	}
	return place{text.Span{Start: start, End: end}, 5}
}

// bicAt finds a bank's code after its name (ISO 9362): four letters of the bank, the country, two signs of the place, and
// three of a branch at will.
func bicAt(s string, spot text.Span) place {
	if !starts(s, spot.Start) {
		return place{}
	}
	for at := spot.End; at < len(s) && at < spot.End+25; at++ {
		n := groupAfter(s, at)
		if code := s[at : at+n]; (n == 8 || n == 11) && bic(code) {
			return place{text.Span{Start: at, End: at + n}, 5}
		}
		at += n
	}
	return place{}
}

func bic(code string) bool {
	if len(code) != 8 && len(code) != 11 || code != strings.ToUpper(code) {
		return false
	}
	return allLetters(code[:6]) && bicCountries[code[4:6]]
}

// bicCountries are the countries of ISO 3166-1 that have banks with a code, those of the IBAN registry among them.
var bicCountries = countries()

func countries() map[string]bool {
	out := map[string]bool{}
	for code := range ibanLengths {
		out[code] = true
	}
	for _, code := range strings.Fields("US CA AU NZ JP CN HK SG IN ID MY TH VN PH KR TW ZA NG KE GH EG ET TZ UG ZM ZW RW MU MX AR CL CO PE UY VE EC BO PY PA CU " +
		"JM TT BS BB BM KY AW CW GG JE IM AM KG UZ TM TJ AF BD LK NP MM KH LA BN MO FJ PG") {
		out[code] = true
	}
	return out
}
