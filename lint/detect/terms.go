package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

const (
	maxTerms    = 2000
	maxTermSize = 100 // bytes
	maxRest     = 24  // bytes that a star stands for
)

// terms finds whole words and phrases. Case, accents, invisible characters, WhatsApp's marks and the width of spaces never
// matter; with `disguised`, neither do look-alike digits, stretching, spacing out and masked letters. A star before or
// behind a term stands for the rest of its word.
type terms struct {
	context
	words     []Word
	list      []term   // the terms; the context's phrases follow them
	endings   []string // folded letters that may follow a term inside its word
	disguised bool
	masked    map[byte][]int // terms of one word by first letter, to compare masked words with
}

// term is a word or phrase, folded.
type term struct {
	folded     string
	accented   string // its letters in lower case with accents, when accents matter
	head, tail bool   // its word may begin earlier, or go on
}

func readTerms(v field.Value) Detector {
	d := &terms{}
	d.options(v, v.Get("terms"))
	d.addAll(v.Get("terms").Texts(maxTerms, maxTermSize), v.Get("accents").Flag())
	if len(d.list) == 0 {
		v.Get("terms").Fail("needs at least one term")
	}
	d.finish(v)
	return d
}

// options reads what holds for all terms, and must come before them. lists are those that follow, beside the context's.
func (d *terms) options(v field.Value, lists ...field.Value) {
	size := len(masks)
	for _, list := range append(lists, v.Get("except"), v.Get("unless"), v.Get("quoted")) {
		size += min(list.Size(), maxTerms)
	}
	d.words, d.list = make([]Word, 0, size), make([]term, 0, size)
	d.disguised = v.Get("disguised").Flag()
	for _, ending := range v.Get("endings").Texts(40, 20) {
		d.endings = append(d.endings, text.Fold(ending))
	}
}

// finish adds what follows the terms: the context's phrases, and the marks that may mask a letter.
func (d *terms) finish(v field.Value) {
	d.disguised, d.masked = false, d.maskable()
	d.read(v, d)
	d.check(v)
	if d.masked != nil {
		d.disguised = true
		d.marks = len(d.list)
		for _, mark := range masks {
			d.words = append(d.words, Word{Text: string(mark), Where: InBare})
		}
	}
}

// check refuses terms that fold to nothing (only invisible characters, say): they would be found everywhere.
func (d *terms) check(v field.Value) {
	for i, term := range d.list {
		if strings.TrimSpace(term.folded) == "" || term.folded != strings.TrimSpace(term.folded) {
			v.Fail("term or exception number %d is blank, or begins or ends with a space", i+1)
		}
	}
}

func (d *terms) addAll(list []string, accents bool) {
	for _, written := range list {
		d.add(written, accents)
		if apart := withoutHyphen(written); apart != written {
			d.add(apart, accents)
		}
	}
}

// withoutHyphen is a term as many write it: "calmez vous" for "calmez-vous". Before other pronouns the space would make
// other words ("fermez la porte"), and behind the rest of a word it would follow too many ("*e-moi", "comme moi").
func withoutHyphen(term string) string {
	if strings.HasPrefix(term, "*") {
		return term
	}
	for _, pronoun := range []string{"vous", "toi", "moi"} {
		if verb, ok := strings.CutSuffix(term, "-"+pronoun); ok {
			return verb + " " + pronoun
		}
	}
	return term
}

func (d *terms) add(written string, accents bool) {
	inner := strings.TrimSuffix(strings.TrimPrefix(written, "*"), "*")
	one := term{folded: text.Fold(inner), head: strings.HasPrefix(written, "*"), tail: strings.HasSuffix(written, "*")}
	if accents {
		one.accented = lettersOf(inner)
	}
	word := Word{Text: one.folded}
	if d.disguised {
		word = Word{Text: text.Strip(one.folded), Where: InBare}
	}
	word.Begins = !one.head && text.GoesOn(one.folded, 0, +1)
	d.words = append(d.words, word)
	d.list = append(d.list, one)
}

func (d *terms) Words() []Word { return d.words }

func (d *terms) Find(t *text.Text, hits []Hit) []Match {
	spared := d.spared(t, hits, d)
	var out []Match
	for _, hit := range hits {
		if len(out) == MaxMatches {
			break
		}
		match, ok := d.match(t, hit)
		if ok && !spared.holds(t, match.Span) {
			out = append(out, match)
		}
	}
	return out
}

// match says whether a hit is one of the terms, and where it stands.
func (d *terms) match(t *text.Text, hit Hit) (Match, bool) {
	switch {
	case hit.Word >= d.marks && d.disguised:
		_, match, ok := d.unmask(t, hit)
		return match, ok
	case hit.Word >= d.except:
		return Match{}, false
	case d.disguised:
		return d.matchDisguised(t, hit)
	}
	view := t.Folded()
	start, end, ok := d.wholeWord(view.S, d.list[hit.Word], hit.Start, hit.End)
	if !ok {
		return Match{}, false
	}
	span := view.Span(start, end)
	if !d.list[hit.Word].accentedAs(t.Slice(span)) {
		return Match{}, false
	}
	return Match{Span: span, Confidence: 4}, true
}

// accentedAs says whether the place is written with the term's own accents. Capitals without accents are accepted: French
// is often written so.
func (one term) accentedAs(place string) bool {
	if one.accented == "" || strings.Contains(lettersOf(place), one.accented) {
		return true
	}
	return !strings.ContainsFunc(place, unicode.IsLower) && utf8.RuneCountInString(place) > 1
}

// lettersOf is a text in lower case with its accents, and with nothing else left: letters may stand apart.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if text.IsWord(r) {
			return r
		}
		return -1
	}, norm.NFC.String(strings.ToLower(s)))
}

// wholeWord answers where the word begins and ends that holds a term, if a star, one of the endings, or nothing
// completes it.
func (d *terms) wholeWord(s string, one term, start, end int) (from, to int, ok bool) {
	if one.head {
		start = rest(s, start, -1)
	}
	if one.tail {
		end = rest(s, end, +1)
	}
	if text.Alone(s, start, end) {
		return start, end, true
	}
	for _, ending := range d.endings {
		if strings.HasPrefix(s[end:], ending) && text.Alone(s, start, end+len(ending)) {
			return start, end + len(ending), true
		}
	}
	return 0, 0, false
}

// rest moves along a word from at to its beginning or end, but not further than a star reaches.
func rest(s string, at, way int) int {
	for n := 0; n < maxRest && text.GoesOn(s, at, way); n++ {
		at += way
		for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
			at += way
		}
	}
	return at
}
