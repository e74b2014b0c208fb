package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/text"
)

// wordKind is what a word may be in an address, a bit each.
type wordKind uint16

const (
	streetBefore wordKind = 1 << iota // stands before the name of a street
	streetVague                       // so does this, and is an everyday word too: it needs a name with a capital, or a postcode
	streetRare                        // and this, which is nearly always something else: it needs a postcode
	streetBehind                      // stands behind the name
	repeatMark                        // follows a house number
	unitWord                          // precedes the number of a flat, a box, a building
	connector                         // may stand inside a name in small letters
	notFirst                          // never begins the name of a street
	notName                           // ends the search for an English street: no street is called so
)

// wordKinds are words of streets, folded. Those before the name are French, Italian, Spanish, Portuguese, Catalan and Polish,
// those behind it English. They are one table, since each word around a number is looked up.
var wordKinds = kindsOf(map[wordKind]string{
	streetBefore: "rue avenue av ave boulevard bd bld boul blvd chemin che impasse imp allee allees all route rte ruelle sentier sente esplanade " +
		"promenade faubourg fbg quai venelle hameau lotissement lot residence res chaussee montee traverse villa via viale piazza corso vicolo largo calle avenida " +
		"avda paseo plaza carrer rua travessa estrada praca alameda ul ulica strada rond-point",
	streetVague: "place pl cours square sq passage voie cite quartier lieu-dit parc cour pont villa all imp av ave route",
	streetRare:  "via mail crs clos domaine lot res port pas",
	streetBehind: "street st road rd avenue ave lane ln drive dr close court ct crescent cres boulevard blvd way terrace grove gardens highway hwy parkway " +
		"pkwy square sq place pl hill mews row alley circle cir trail walk plaza rise parade quay green loop pike turnpike expressway freeway strasse str. str streets",
	repeatMark: "bis ter quater b t c q a d",
	unitWord:   "apt apartment suite ste unit floor flat appt appartement bat batiment etage escalier esc box porte hall no bureau bp cs po",
	connector:  "de du des la le les l d sur sous en et of upon the on am an der den nan cedex saint st di da do das dos del y",
	notFirst:   "sont et ou en sous and or pour avec a par",
	notName: "avec with janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre minutes minute min hours hour days day weeks months years people persons of in on the down at for from to and or is are was pm am eur usd " +
		"percent times time more miles km meters metres blocks steps items bedrooms beds baths bath rooms stars star dollars euros people's other different a an " +
		"table sortie partie garantie per with by this that your our my we you i it if so jours heures minutes ans mois personnes nights night guests seats tickets",
})

func kindsOf(lists map[wordKind]string) map[string]wordKind {
	out := map[string]wordKind{}
	for kind, list := range lists {
		for word := range strings.FieldsSeq(list) {
			out[word] |= kind
		}
	}
	return out
}

// is says whether a word may be one of some kinds.
func (k wordKind) is(kinds wordKind) bool { return k&kinds != 0 }

// streetEnds are how names of streets end that are one word.
var streetEnds = strings.Fields("strasse strase gasse weg platz allee gatan gata vagen vej gade laan straat plein katu tie utca vei veien gaten")

// addressAt finds a postal address around its house number: before a street ("12 bis rue de la Paix", "64 Melbourne Road")
// or behind it ("via Piave 100", "Ziegelgasse 19"). What follows up to the postcode and the town belongs to it.
func addressAt(s string, spot text.Span) place {
	digits := 0
	for spot.Start+digits < spot.End && isDigit(s[spot.Start+digits]) {
		digits++
	}
	if digits == 0 || digits > 5 || spot.End-spot.Start-digits > 3 || !starts(s, spot.Start) || hour(s[spot.Start+digits:spot.End]) {
		return place{}
	}
	start, end, likelihood := spot.Start, streetAfter(s, spot.End), 4
	switch {
	case end > 0 && !capitalIn(s[spot.End:end]):
		likelihood = 3
	case end == 0:
		if start, end, likelihood = addressBefore(s, spot); end == 0 {
			return place{}
		}
	}
	whole, postcode := extendAddress(s, end)
	if postcode {
		likelihood++
	}
	return place{text.Span{Start: start, End: whole}, likelihood}
}

// hour says whether what follows the digits makes them a time of day: 15h, 9h15.
func hour(rest string) bool { return rest != "" && upper(rest[0]) == 'H' }

// streetAfter answers where the street that follows a house number ends, or 0.
func streetAfter(s string, at int) int {
	names, last := 0, ""
	for n := 0; n < 7; n++ {
		word, next := nextWord(s, at, n == 0)
		if word.Empty() {
			return 0
		}
		folded := folded(s[word.Start:word.End])
		kind := wordKinds[folded]
		switch {
		case allDigits(folded):
			return 0 // "voiture 7 place 62", "10.2.14"
		case names == 0 && kind.is(repeatMark):
		case names == 0 && kind.is(streetRare):
			return withPostcode(s, streetName(s, next, true))
		case names == 0 && kind.is(streetBefore|streetVague):
			if end := streetName(s, next, kind.is(streetVague)); end > 0 || !kind.is(streetBehind) {
				return end
			}
			names++
		case folded == "rue" && n > 0 && strings.HasSuffix(strings.ToLower(s[:word.Start]), "grande "), folded == "grand-rue":
			return word.End
		case names > 0 && wordKinds[last].is(connector) && kind.is(streetVague):
			return 0 // "6 à la place de 4"
		case names > 0 && kind.is(streetBehind), streetEnding(s[word.Start:word.End]):
			return word.End
		case kind.is(notName) || names >= 4:
			return 0
		default:
			names++
		}
		at, last = next, folded
	}
	return 0
}

// withPostcode is the end of a street where a postcode follows it, and 0 where none does.
func withPostcode(s string, end int) int {
	if _, found := extendAddress(s, end); end > 0 && found {
		return end
	}
	return 0
}

// streetName reads the name after a word such as rue, up to six words; a vague one needs a capital or a postcode.
func streetName(s string, at int, vague bool) int {
	end, capital, named := 0, false, false
	for range 7 {
		word, next := nextWord(s, at, false)
		if word.Empty() {
			break
		}
		w := s[word.Start:word.End]
		if end == 0 && wordKinds[w].is(notFirst) {
			return 0
		}
		if postcode(w) {
			capital = true
			break
		}
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			capital = true
		} else if folded := folded(w); !wordKinds[folded].is(connector) && (capital || wordKinds[folded].is(notName)) && !isDigit(w[0]) && !monthName(folded) {
			break // the sentence goes on
		}
		named = named || !wordKinds[folded(w)].is(connector)
		end, at = word.End, next
	}
	if !named || vague && !capital {
		return 0
	}
	return end
}

func monthName(folded string) bool { return len(folded) > 3 && monthNumber(folded) > 0 }

// addressBefore finds an address that ends with the number at the spot, or one announced as an address.
func addressBefore(s string, spot text.Span) (start, end, likelihood int) {
	if spot.Start < 3 || s[spot.Start-1] != ' ' && s[spot.Start-1] != '\n' || isDigit(s[spot.Start-2]) {
		return 0, 0, 0
	}
	if start := military(s, spot); start >= 0 {
		return start, spot.End, 4
	}
	line := lineBefore(s, spot.Start)
	words := text.Words(line)
	for i := range min(5, len(words)) {
		word := words[len(words)-1-i]
		folded := folded(line[word.Start:word.End])
		kind, likelihood := wordKinds[folded], 4
		if i > 0 && kind.is(streetVague) && !capitalIn(line[words[len(words)-i].Start:]) {
			likelihood = 2
		}
		switch {
		case i == 0 && folded == "str" && len(words) > 1:
			return spot.Start - len(line) + words[len(words)-2].Start, spot.End, 4
		case i == 0 && streetEnding(line[word.Start:word.End]) || i > 0 && kind.is(streetBefore):
			return spot.Start - len(line) + word.Start, spot.End, likelihood
		case isDigit(folded[0]) || kind.is(notFirst):
			return labelledAddress(s, line, spot)
		}
	}
	return labelledAddress(s, line, spot)
}

// lineBefore is what stands before byte at on its line, no more than a street's name may take.
func lineBefore(s string, at int) string {
	line := s[min(at, wordEdge(s, max(0, at-60), +1)):at]
	line = line[strings.LastIndexAny(line, "\n;!?")+1:]
	if stop := strings.LastIndex(line, ". "); stop >= 4 && !strings.ContainsAny(line[stop-4:stop], " .") {
		line = line[stop+1:] // a full stop, not that of an initial or "av."
	}
	return line
}

// labelledAddress takes the words with a capital after a number as a street, where the word "address" stands just before it.
func labelledAddress(s, line string, spot text.Span) (start, end, likelihood int) {
	folded := strings.TrimRight(text.Fold(line[wordEdge(line, len(line)-20, +1):]), " :") // "address is: "
	folded = strings.TrimSuffix(strings.TrimSuffix(folded, " is"), " est")
	if !strings.HasSuffix(folded, "address") && !strings.HasSuffix(folded, "adresse") {
		return 0, 0, 0
	}
	at := spot.End
	for range 5 {
		word, next := nextWord(s, at, false)
		if first, _ := utf8.DecodeRuneInString(s[word.Start:]); word.Empty() || !unicode.IsUpper(first) && !isDigit(s[word.Start]) {
			break
		}
		end, at = word.End, next
	}
	if end == 0 || !capitalIn(s[spot.End:end]) {
		return 0, 0, 0
	}
	return spot.Start, end, 3
}

// military finds where an address of the United States' forces begins whose postcode is at the spot: a unit, a post office
// and a region (USPS Publication 28 §238), such as PSC 802 Box 74, APO AE 09499.
func military(s string, zip text.Span) int {
	from := max(0, zip.Start-60)
	if zip.End-zip.Start != 5 || zip.Start < 8 || upper(s[zip.Start-6]) != 'P' || upper(s[zip.Start-3]) != 'A' {
		return -1
	}
	lines := strings.ToUpper(s[from:zip.Start])
	if len(lines) != zip.Start-from {
		return -1
	}
	post, region := lines[len(lines)-7:len(lines)-4], lines[len(lines)-3:]
	if !strings.Contains("APO FPO DPO", post) || !strings.Contains("AA AE AP ", region) {
		return -1
	}
	start := -1
	for _, unit := range []string{"PSC ", "UNIT ", "CMR ", "USNS ", "USS ", "USNV ", "USCGC "} {
		start = max(start, strings.LastIndex(lines, unit))
	}
	if start < 0 {
		start = len(lines) - 7
	}
	return from + start
}

// vagueEnds are those of them that everyday words have too, in small letters: sortie, garantie, installée, delegate.
var vagueEnds = []string{"tie", "allee", "gate"}

func streetEnding(word string) bool {
	folded := folded(word)
	if len(folded) < 6 || wordKinds[folded].is(notName) {
		return false
	}
	for _, ending := range streetEnds {
		if len(folded) > len(ending)+2 && strings.HasSuffix(folded, ending) {
			first, _ := utf8.DecodeRuneInString(word)
			return unicode.IsUpper(first) || !slices.Contains(vagueEnds, ending)
		}
	}
	return false
}

// nextWord is the next word on the line, apostrophes and hyphens within it, and where to go on. A comma may stand before
// it only where that is allowed.
func nextWord(s string, at int, comma bool) (text.Span, int) {
	for n := 0; at < len(s) && n < 3 && (s[at] == ' ' || s[at] == '\'' || s[at] == '/' || s[at] == '.' && n == 0 || s[at] == ',' && comma); n++ {
		at++
	}
	end := at
	for end < len(s) && end-at < 40 {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !text.IsWord(r) && (r != '-' || end == at) {
			break
		}
		end += size
	}
	return text.Span{Start: at, End: end}, end
}

func capitalIn(s string) bool { return strings.ContainsFunc(s, unicode.IsUpper) }

// postcode says whether a word is one of four to six digits, as most countries of Europe and America have.
func postcode(word string) bool { return (len(word) == 5 || len(word) == 4) && allDigits(word) }

// extendAddress adds what follows the street: flat, postcode, town and country, over commas and line breaks. It answers
// the end, and whether there was a postcode.
func extendAddress(s string, at int) (end int, found bool) {
	end = at
	town, unit := 0, false
	for n := 0; n < 14 && at < len(s) && at-end < 60; n++ {
		gap := at
		for at < len(s) && strings.ContainsRune(" ,\n#-/.()", rune(s[at])) && (s[at] != '.' || n == 0 || unit) {
			at++
		}
		word, next := nextWord(s, at, false)
		if word.Empty() {
			break
		}
		w := s[word.Start:word.End]
		comma := strings.ContainsAny(s[gap:word.Start], ",") || n == 0
		first, _ := utf8.DecodeRuneInString(w)
		folded := folded(w)
		isUnit := wordKinds[folded].is(unitWord)
		switch {
		case isDigit(w[0]) && (len(w) <= 6 || unit):
			if found = found || postcode(w); postcode(w) || unit || comma || strings.Contains(s[gap:word.Start], "#") {
				end, town = word.End, 0
			}
		case unicode.IsUpper(first):
			if town++; town <= 3 && (comma || found) && !strings.Contains(s[gap:word.Start], "\n") || ukPostcode(s[word.Start:]) > 0 {
				end = max(word.End, word.Start+ukPostcode(s[word.Start:]))
				found = found || ukPostcode(s[word.Start:]) > 0
				next = max(next, end)
			}
		case !isUnit && !wordKinds[folded].is(connector):
			return end, found
		}
		unit = isUnit
		at = next
	}
	return end, found
}

// ukPostcode answers the length of a British postcode at the beginning of s, or 0: W1T 5DU (BS 7666).
func ukPostcode(s string) int {
	out := 0
	for out < len(s) && out < 4 && (isUpper(s[out]) || isDigit(s[out])) {
		out++
	}
	if out < 2 || out+4 > len(s) || s[out] != ' ' || !isUpper(s[0]) || !strings.ContainsAny(s[1:out], "0123456789") {
		return 0
	}
	in := s[out+1 : out+4]
	if !isDigit(in[0]) || !isUpper(in[1]) || !isUpper(in[2]) || text.GoesOn(s, out+4, +1) {
		return 0
	}
	return out + 4
}
