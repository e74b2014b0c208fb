package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// nationalNumber is a number that a state gives to a person and that has a check of its own.
type nationalNumber struct {
	size    int
	valid   func(digits string) bool
	written string // how it is printed where that alone makes it certain, 9 for each digit
}

// nationalNumbers are those of Belgium, Switzerland, France (taxes), the United Kingdom (health) and Canada.
var nationalNumbers = []nationalNumber{
	{13, ahv, "999.9999.9999.99"},
	{13, spi, ""},
	{11, rijksregister, "99.99.99-999.99"},
	{10, nhs, ""},
	{9, luhn, ""}, // Canada's social insurance number
}

// nationalWords announce such a number.
var nationalWords = []string{"numero national", "no national", "nr national", "registre national", "rijksregister", "niss", "insz", "numero avs", "no avs", "avs:", "avs ", "ahv",
	"numero fiscal", "no fiscal", "spi ", "spi:", "nhs", "nas ", "nas:", "sin ", "sin:", "social insurance", "assurance sociale"}

// nationalAt finds one of them: as it is printed, or beside a word that announces it.
func nationalAt(s string, spot text.Span) place {
	at := spot.Start
	if !isDigit(s[at]) || !starts(s, at) || at >= 2 && strings.IndexByte(" .-", s[at-1]) >= 0 && isDigit(s[at-2]) {
		return place{}
	}
	for _, kind := range nationalNumbers {
		digits, end := takeDigits(s, spot.Start, kind.size)
		switch {
		case end == 0 || !kind.valid(digits) || longer(s, spot.Start, end):
		case layout(s[spot.Start:end]) == kind.written:
			return found(spot, end, 5)
		default:
			return found(spot, end, 2)
		}
	}
	return place{}
}

// layout is how a number is written, 9 for each digit.
func layout(written string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '9'
		}
		return r
	}, written)
}

// rijksregister is the Belgian national number: a birth, a row and 97 minus both modulo 97, with a 2 in front for those born
// from 2000 on (Royal decree of 25 November 1997; Statbel).
func rijksregister(s string) bool {
	month := number(s[2:4])
	if len(s) != 11 || month > 12 || number(s[4:6]) > 31 {
		return false
	}
	key := number(s[9:])
	return 97-mod97(s[:9]) == key || 97-mod97("2"+s[:9]) == key
}

// ahv is the Swiss social insurance number: 756 and the check of EAN-13 (Federal Office of Social Insurance).
func ahv(s string) bool {
	if len(s) != 13 || !strings.HasPrefix(s, "756") {
		return false
	}
	sum := 0
	for i := range len(s) {
		sum += int(s[i]-'0') * (1 + 2*(i%2))
	}
	return sum%10 == 0
}

// spi is the French tax number: thirteen digits, 0 to 3 first, the last three the first ten modulo 511 (OECD, information on
// tax identification numbers, France).
func spi(s string) bool {
	return len(s) == 13 && s[0] <= '3' && number(s[:10])%511 == number(s[10:])
}

// nhs is a number of the British health service: ten digits weighted 10 to 2, and the complement by 11 (NHS Data Dictionary).
func nhs(s string) bool {
	if len(s) != 10 {
		return false
	}
	sum := 0
	for i := range 9 {
		sum += (10 - i) * int(s[i]-'0')
	}
	return (11-sum%11)%11 == int(s[9]-'0')
}
