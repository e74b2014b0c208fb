package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// nirAt finds a French social security number: with its key, which may stand apart ("/ 34", "clé 34"), or without one where a
// word announces it. In groups it is certain.
func nirAt(s string, spot text.Span) place {
	if !strings.ContainsRune("123478", rune(s[spot.Start])) || !starts(s, spot.Start) {
		return place{}
	}
	signs, end := take(s, spot.Start, 15)
	if end == 0 {
		return nirApart(s, spot)
	}
	if !nir(signs) || !nirMonth(signs[3:5]) {
		return place{}
	}
	switch {
	case longer(s, spot.Start, end):
		return found(spot, end, 2)
	case end-spot.Start == 15:
		return found(spot, end, 4)
	}
	return found(spot, end, 5)
}

// nirApart finds the thirteen signs of a number alone, or with the key apart.
func nirApart(s string, spot text.Span) place {
	signs, end := take(s, spot.Start, 13)
	if end == 0 || !allDigits(signs[:5]+signs[7:]) || !nirMonth(signs[3:5]) || signs[5:7] == "00" {
		return place{}
	}
	key := keyAfter(s, end)
	switch digits, last := takeDigits(s, key, 2); {
	case last > 0 && nir(signs+digits):
		return found(spot, last, 5)
	case last > 0 || longer(s, spot.Start, end):
		return place{}
	}
	return found(spot, end, 1)
}

// keyAfter is where a key may stand that a slash or its name sets apart from the number before byte at.
func keyAfter(s string, at int) int {
	rest := strings.TrimLeft(s[at:min(len(s), at+20)], " ,(/-")
	for _, name := range []string{"clé", "cle", "Clé", "clef"} {
		rest = strings.TrimPrefix(rest, name)
	}
	return min(len(s), at+20) - len(strings.TrimLeft(rest, " :"))
}

// nirMonth: 01 to 12, and the codes of births whose month is not known (20 to 42, 50 to 99).
func nirMonth(digits string) bool {
	m := number(digits)
	return m >= 1 && m <= 12 || m >= 20 && m <= 42 || m >= 50
}

// siren is the French company number, nine digits by Luhn (INSEE, https://www.insee.fr/fr/metadonnees/definition/c2047).
func siren(s string) bool { return len(s) == 9 && allDigits(s) && luhn(s) }

// sirenAt needs a word beside it: one number of nine digits in ten passes Luhn.
func sirenAt(s string, spot text.Span) place {
	if !isDigit(s[spot.Start]) || !starts(s, spot.Start) {
		return place{}
	}
	digits, end := takeDigits(s, spot.Start, 9)
	if end == 0 || !siren(digits) || longer(s, spot.Start, end) {
		return place{}
	}
	return found(spot, end, 2)
}

func siretAt(s string, spot text.Span) place {
	if !isDigit(s[spot.Start]) || !starts(s, spot.Start) {
		return place{}
	}
	digits, end := takeDigits(s, spot.Start, 14)
	switch {
	case end == 0 || !siret(digits) || !siren(digits[:9]) && !strings.HasPrefix(digits, "356000000"):
		return place{}
	case longer(s, spot.Start, end):
		return found(spot, end, 1)
	}
	return found(spot, end, 4)
}

// frVAT is FR, a key and a SIREN: the key is (12 + 3 × (SIREN mod 97)) mod 97 (CGI ann. II art. 242 nonies; BOI-TVA-DECLA-
// 20-20-10). Keys with letters are valid too and have another rule that needs no more than the SIREN's own.
func frVAT(s string) bool {
	s = strings.TrimPrefix(s, "FR")
	if len(s) != 11 || !siren(s[2:]) {
		return false
	}
	if !allDigits(s[:2]) {
		return frVATLetters(s)
	}
	return number(s[:2]) == (12+3*(number(s[2:])%97))%97
}

// frVATAlphabet numbers the signs of a key with letters: I and O are left out.
const frVATAlphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"

// frVATLetters is the newer key: its two signs make a number c; (SIREN + 1 + c/11) mod 11 must be c mod 11.
func frVATLetters(s string) bool {
	first, second := strings.IndexByte(frVATAlphabet, s[0]), strings.IndexByte(frVATAlphabet, s[1])
	if first < 0 || second < 0 {
		return false
	}
	c := first*34 + second - 100
	if isDigit(s[0]) {
		c = first*24 + second - 10
	}
	return c >= 0 && (number(s[2:])+1+c/11)%11 == c%11
}

func frVATAt(s string, spot text.Span) place {
	start := spot.Start
	if isDigit(s[start]) && start >= 3 && s[start-1] == ' ' && strings.EqualFold(s[start-3:start-1], "fr") {
		start -= 3
	}
	if !starts(s, start) {
		return place{}
	}
	signs, end := take(s, start, 13)
	if end == 0 || signs[:2] != "FR" || !frVAT(signs) {
		return place{}
	}
	return place{text.Span{Start: start, End: end}, 5}
}
