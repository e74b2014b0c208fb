package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// birthWords announce a date of birth, in French, English, Spanish, German, Italian and Portuguese.
var birthWords = []string{"ne le", "nee le", "ne(e) le", "naissance", "ddn", "born", "birth", "dob", "d.o.b", "birthdate", "birthday", "anniversaire",
	"nacimiento", "nacido", "nacida", "geboren", "geburtsdatum", "geb.", "nato il", "nata il", "nascita", "nascido", "nascida", "nascimento"}

// birthReach is how many bytes may stand between the word and the date.
const birthReach = 30

// birthAt finds the date after such a word: all of day, month and year.
func birthAt(s string, spot text.Span) place {
	if !starts(s, spot.Start) || text.GoesOn(s, spot.End, +1) && !strings.HasPrefix(s[spot.End:], "day") {
		return place{}
	}
	for at := spot.End; at < len(s) && at < spot.End+birthReach; at++ {
		if s[at] == '.' && at > spot.End+1 || s[at] == '?' || s[at] == '!' {
			break
		}
		if !starts(s, at) {
			continue
		}
		if end := dateEnd(s, at); end > 0 {
			return place{text.Span{Start: at, End: end}, 4}
		}
	}
	return place{}
}

// dateEnd answers where a whole date that begins at byte at ends, or 0: 12/03/1980, 1980-03-12, 12 mars 1980, March 12, 1980.
func dateEnd(s string, at int) int {
	var parts [3]int
	month := -1
	for i := range parts {
		if i > 0 {
			at = skipDateMarks(s, at)
		}
		n := groupAfter(s, at)
		if word := letters(s, at); n == 0 || !isDigit(s[at]) {
			if word < len("mai") || word > len("septiembre.") {
				return 0
			}
			if parts[i] = monthNumber(folded(s[at : at+word])); parts[i] == 0 || month >= 0 {
				return 0
			}
			month = i
			at += word
			continue
		}
		digits := 0
		for digits < n && isDigit(s[at+digits]) {
			digits++
		}
		if digits > 4 || digits == 3 {
			return 0
		}
		parts[i] = number(s[at : at+digits])
		at += n
	}
	if !wholeDate(parts, month) {
		return 0
	}
	return at
}

func skipDateMarks(s string, at int) int {
	for n := 0; at < len(s) && n < 3 && strings.ContainsRune(" ./-,", rune(s[at])); n++ {
		at++
	}
	return at
}

// letters counts the bytes of the word at a place.
func letters(s string, at int) int {
	end := at
	for _, r := range s[at:min(len(s), at+20)] {
		if !text.IsWord(r) || r <= '9' {
			break
		}
		end += len(string(r))
	}
	return end - at
}

// wholeDate says whether three numbers are a day, a month and a year in one of the usual orders.
func wholeDate(p [3]int, month int) bool {
	if p[0] > 31 {
		p[0], p[2] = p[2], p[0] // the year stood first
	}
	day, m := p[0], p[1]
	if month == 0 {
		day, m = p[1], p[0]
	}
	if month < 0 && m > 12 {
		day, m = m, day // as in the United States
	}
	year := p[2]
	return day >= 1 && day <= 31 && m >= 1 && m <= 12 && (year >= 1900 && year <= 2030 || year < 100)
}

// monthNumber is the month a folded word names, in full or by its first letters; 0 for any other word.
func monthNumber(word string) int {
	if len(word) < 3 {
		return 0
	}
	for i, names := range monthNames {
		for _, name := range names {
			if strings.HasPrefix(name, word) {
				return i + 1
			}
		}
	}
	return 0
}

// monthNames are the months in the languages of the entities, folded.
var monthNames = [12][]string{
	{"janvier", "january", "januar", "enero", "gennaio", "janeiro"},
	{"fevrier", "february", "februar", "febrero", "febbraio", "fevereiro"},
	{"mars", "march", "marz", "marzo", "marco"},
	{"avril", "april", "abril", "aprile"},
	{"mai", "may", "mayo", "maggio", "maio"},
	{"juin", "june", "juni", "junio", "giugno", "junho"},
	{"juillet", "july", "juli", "julio", "luglio", "julho"},
	{"aout", "august", "agosto"},
	{"septembre", "september", "septiembre", "settembre", "setembro"},
	{"octobre", "october", "oktober", "octubre", "ottobre", "outubro"},
	{"novembre", "november", "noviembre", "novembro"},
	{"decembre", "december", "dezember", "diciembre", "dicembre", "dezembro"},
}

// passportAt finds the number after the word: 6 to 9 signs of which at least five are digits (ICAO Doc 9303 part 4 leaves
// the number to the country, at most nine signs).
func passportAt(s string, spot text.Span) place {
	if !starts(s, spot.Start) {
		return place{}
	}
	for at := spot.End; at < len(s) && at < spot.End+birthReach; at++ {
		n := groupAfter(s, at)
		digits := 0
		for i := at; i < at+n; i++ {
			if isDigit(s[i]) {
				digits++
			}
		}
		if n >= 6 && n <= 9 && digits >= 5 && starts(s, at) && !text.GoesOn(s, at+n, +1) && s[at:at+n] == strings.ToUpper(s[at:at+n]) {
			return place{text.Span{Start: at, End: at + n}, 4}
		}
		at += n
	}
	return place{}
}
