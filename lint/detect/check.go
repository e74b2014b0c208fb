package detect

import (
	"slices"
	"strings"
)

// check judges a candidate by arithmetic. It may shorten it: size is the length, in bytes, of the part that passes.
type check func(s string) (size int, ok bool)

// checks is the closed table of what a pattern's `check` may name.
var checks = map[string]check{
	"luhn":         whole(luhn),
	"payment-card": shortening(paymentCard),
	"iban":         iban,
	"fr-nir":       whole(nir),
	"fr-siret":     whole(siret),
	"fr-rib":       labelledRIB,
	// A value that is a secret, and not what stands for one in an example.
	noPlaceholder: func(s string) (int, bool) { return len(s), !placeholder(strings.ToLower(s)) },
}

const noPlaceholder = "no-placeholder"

// whole makes a check of a judgement on the candidate's plain form.
func whole(valid func(plain string) bool) check {
	return func(s string) (int, bool) { return len(s), valid(plain(s)) }
}

// shortening is whole for numbers of many lengths: what follows the number, apart from it, may be left out ("… 1111 25 €").
func shortening(valid func(plain string) bool) check {
	return func(s string) (int, bool) {
		for end := len(s); end > 0; end = strings.LastIndexAny(s[:end], " .-") {
			if valid(plain(s[:end])) {
				return end, true
			}
		}
		return 0, false
	}
}

// plain keeps the ASCII letters, as capitals, and the digits.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9' || 'A' <= r && r <= 'Z':
			return r
		case 'a' <= r && r <= 'z':
			return r - 'a' + 'A'
		}
		return -1
	}, s)
}

// luhn is ISO/IEC 7812-1 annex B. A row of one digit passes it by accident and is refused.
func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if d > 9 {
			return false
		}
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return len(digits) > 1 && sum%10 == 0 && strings.Trim(digits, digits[:1]) != ""
}

// mod97 is the remainder by 97 of a number written in digits and letters, A being 10 and Z 35 (ISO 7064, ISO 13616).
func mod97(s string) int {
	rest := 0
	for i := range len(s) {
		if c := s[i]; c >= 'A' {
			rest = (rest*100 + int(c-'A') + 10) % 97
		} else {
			rest = (rest*10 + int(c-'0')) % 97
		}
	}
	return rest
}

// nir is the French social security number: 13 signs and a key, 97 minus the number modulo 97; Corsica's 2A and 2B count
// as 19 and 18 (INSEE, https://www.insee.fr/fr/metadonnees/definition/c1409).
func nir(s string) bool {
	if len(s) != 15 || !strings.ContainsAny(s[:1], "123478") {
		return false
	}
	body := s[:13]
	switch s[5:7] {
	case "2A":
		body = s[:5] + "19" + s[7:13]
	case "2B":
		body = s[:5] + "18" + s[7:13]
	}
	for i := range len(body) {
		if body[i] > '9' {
			return false
		}
	}
	return mod97(body)+mod97(s[13:]) == 97
}

// rib is the French bank account number of old, which its IBAN holds: bank, branch, account and a key, 97 minus their sum
// weighted 89, 15 and 3 modulo 97; letters of the account count A to I as 1 to 9, then J to R, then S to Z as 2 to 9 (CFONB).
func rib(s string) bool {
	if len(s) != 23 {
		return false
	}
	digits := []byte(s)
	for i, c := range digits {
		switch {
		case c <= '9':
		case i < 10 || i > 20:
			return false
		case c < 'J':
			digits[i] = c - 'A' + '1'
		case c < 'S':
			digits[i] = c - 'J' + '1'
		default:
			digits[i] = c - 'S' + '2'
		}
	}
	sum := 89*mod97(string(digits[:5])) + 15*mod97(string(digits[5:10])) + 3*mod97(string(digits[10:21]))
	return sum%97+mod97(string(digits[21:])) == 97
}

// labelledRIB judges such a number with or without the words that announce its parts: banque 30006 guichet 00001 ….
func labelledRIB(s string) (int, bool) {
	if valid := rib(plain(s)); valid {
		return len(s), true
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ':' || r == '\n' })
	parts = slices.DeleteFunc(parts, func(part string) bool { return !strings.ContainsAny(part, "0123456789") })
	return len(s), rib(plain(strings.Join(parts, "")))
}

// siret is SIREN and establishment, 14 digits by Luhn; La Poste's own (356 000 000) may sum to a multiple of 5 instead
// (INSEE, https://www.insee.fr/fr/metadonnees/definition/c1841).
func siret(s string) bool {
	if len(s) != 14 {
		return false
	}
	if strings.HasPrefix(s, "356000000") {
		sum := 0
		for i := range len(s) {
			sum += int(s[i] - '0')
		}
		return sum%5 == 0 || luhn(s)
	}
	return luhn(s)
}
