package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// ssn is a United States social security number: no area 000, 666 or 9xx, no group 00, no serial 0000 (SSA, Social
// Security Number Randomization, 2011), and none of the numbers that advertisements made famous.
func ssn(s string) bool {
	if len(s) != 9 || !allDigits(s) || s == "078051120" || s == "219099999" {
		return false
	}
	return s[:3] != "000" && s[:3] != "666" && s[0] != '9' && s[3:5] != "00" && s[5:] != "0000"
}

// ssnAt finds 3-2-4 digits. Nothing in them can be verified, so in one piece a word beside it is needed.
func ssnAt(s string, spot text.Span) place {
	if spot.End-spot.Start != 3 && spot.End-spot.Start != 9 || !starts(s, spot.Start) {
		return place{}
	}
	digits, end := takeDigits(s, spot.Start, 9)
	if end == 0 || !ssn(digits) || longer(s, spot.Start, end) {
		return place{}
	}
	switch place := s[spot.Start:end]; {
	case len(place) == 9:
		return found(spot, end, 1)
	case len(place) != 11 || place[3] != place[6] || place[3] == '/':
	case place[3] == '-':
		return found(spot, end, 4)
	default:
		return found(spot, end, 3)
	}
	return place{}
}

// nino is a United Kingdom national insurance number (HMRC manual NIM39110): two letters, six digits and A to D.
func nino(s string) bool {
	if len(s) != 9 || !allLetters(s[:2]) || !allDigits(s[2:8]) || s[8] < 'A' || s[8] > 'D' {
		return false
	}
	if strings.ContainsAny(s[:1], "DFIQUV") || strings.ContainsAny(s[1:2], "DFIOQUV") {
		return false
	}
	return !strings.Contains("BG GB NK KN TN NT ZZ", s[:2])
}

func ninoAt(s string, spot text.Span) place {
	start, likelihood := spot.Start, 4
	if isDigit(s[start]) && start >= 3 && strings.IndexByte(" -.", s[start-1]) >= 0 {
		start -= 3
	}
	if !starts(s, start) {
		return place{}
	}
	signs, end := take(s, start, 9)
	if end == 0 || !nino(signs) {
		return place{}
	}
	if strings.ContainsAny(s[start:end], "-.") {
		likelihood = 2 // so are the numbers of articles
	}
	return place{text.Span{Start: start, End: end}, likelihood}
}

// dni is a Spanish identity number: eight digits, or X, Y, Z and seven for a foreigner, and the letter of the remainder by
// 23 (Real Decreto 1553/2005 art. 11; Orden INT/2058/2008).
func dni(s string) bool {
	if len(s) != 9 {
		return false
	}
	if i := strings.IndexByte("XYZ", s[0]); i >= 0 {
		s = string(rune('0'+i)) + s[1:]
	}
	return allDigits(s[:8]) && s[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[number(s[:8])%23]
}

// dniAt: the letter is one check of 23, which is enough to show and not to be certain.
func dniAt(s string, spot text.Span) place {
	if !starts(s, spot.Start) {
		return place{}
	}
	start := spot.Start
	if start >= 2 && strings.ContainsRune("XYZ", rune(s[start-2])) && strings.ContainsRune("- ", rune(s[start-1])) && starts(s, start-2) {
		start -= 2
	}
	signs, end := take(s, start, 9)
	if end == 0 || !dni(signs) {
		return place{}
	}
	return place{text.Span{Start: start, End: end}, 4}
}

// codiceOdd values the signs at odd places of a codice fiscale (Decreto Ministeriale 23/12/1976); digits count as A to J.
var codiceOdd = [26]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}

// codice is the Italian codice fiscale: six letters of the name, year, month and day, the place, and a control letter.
// Letters L to V may stand for digits where two persons would share a code.
func codice(s string) bool {
	if len(s) != 16 || !allLetters(s[:6]) || !strings.ContainsRune("ABCDEHLMPRST", rune(s[8])) || !isUpper(s[11]) || !isUpper(s[15]) {
		return false
	}
	sum := 0
	for i := range 15 {
		value := int(s[i] - 'A')
		if isDigit(s[i]) {
			value = int(s[i] - '0')
		} else if strings.Contains("\x06\x07\x09\x0a\x0c\x0d\x0e", string(rune(i))) && !strings.ContainsRune("LMNPQRSTUV", rune(s[i])) {
			return false
		}
		if i%2 == 0 {
			value = codiceOdd[value]
		}
		sum += value
	}
	return int(s[15]-'A') == sum%26
}

func codiceAt(s string, spot text.Span) place {
	if spot.End-spot.Start != 16 || !starts(s, spot.Start) || !codice(strings.ToUpper(s[spot.Start:spot.End])) {
		return place{}
	}
	return found(spot, spot.End, 5)
}

// steuerID is the German tax number of a person: eleven digits, no zero in front, one digit two or three times among the
// first ten, and the check of ISO 7064 MOD 11,10 (§ 139b AO; BZSt).
func steuerID(s string) bool {
	if len(s) != 11 || !allDigits(s) || s[0] == '0' {
		return false
	}
	var seen [10]int
	product := 10
	for i := range 10 {
		d := int(s[i] - '0')
		seen[d]++
		if d = (d + product) % 10; d == 0 {
			d = 10
		}
		product = 2 * d % 11
	}
	twice, more := 0, 0
	for _, n := range seen {
		if n == 2 || n == 3 {
			twice++
		}
		if n > 3 {
			more++
		}
	}
	return twice == 1 && more == 0 && (11-product)%10 == int(s[10]-'0')
}

func steuerAt(s string, spot text.Span) place {
	if !isDigit(s[spot.Start]) || !starts(s, spot.Start) {
		return place{}
	}
	digits, end := takeDigits(s, spot.Start, 11)
	if end == 0 || !steuerID(digits) || longer(s, spot.Start, end) {
		return place{}
	}
	return found(spot, end, 2)
}

// nif is the Portuguese tax number: nine digits weighted 9 to 2, and the complement by 11 (Decreto-Lei 463/79).
func nif(s string) bool {
	if len(s) != 9 || !allDigits(s) || strings.ContainsRune("04", rune(s[0])) {
		return false
	}
	sum := 0
	for i := range 8 {
		sum += (9 - i) * int(s[i]-'0')
	}
	check := 11 - sum%11
	if check > 9 {
		check = 0
	}
	return int(s[8]-'0') == check
}

func nifAt(s string, spot text.Span) place {
	if !isDigit(s[spot.Start]) || !starts(s, spot.Start) {
		return place{}
	}
	digits, end := takeDigits(s, spot.Start, 9)
	if end == 0 || !nif(digits) || longer(s, spot.Start, end) {
		return place{}
	}
	return found(spot, end, 2)
}
