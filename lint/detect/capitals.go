package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// capitals finds shouting: at least `words` words in a row whose letters are capitals to `ratio` per cent, with `letters`
// letters together. Acronyms in `exempt`, words with digits and one-letter words neither begin nor end such a run. Where the
// draft also has words in lower case, a row of fewer than `amid` words is a name or a title ("JEAN-PIERRE MARTIN") unless
// an exclamation or question mark follows; so is one behind a title ("M. JEAN MARTIN"), and the head of a key is none. The parts are the words that shout, and the letters that belong among them.
type capitals struct {
	letters, words, ratio, amid int
	exempt                      map[string]bool
}

func readCapitals(v field.Value) Detector {
	v = v.Get("capitals")
	if !v.Object("letters", "words", "ratio", "amid", "exempt") {
		return nil
	}
	d := &capitals{exempt: map[string]bool{}, ratio: 80}
	d.letters = v.Need("letters").Int(2, 1000)
	d.words = v.Need("words").Int(1, 100)
	if v.Has("ratio") {
		d.ratio = v.Get("ratio").Int(50, 100)
	}
	if v.Has("amid") {
		d.amid = v.Get("amid").Int(1, 100)
	}
	for _, word := range v.Get("exempt").Texts(1000, 40) {
		d.exempt[text.Fold(word)] = true
	}
	return d
}

func (d *capitals) Words() []Word { return nil }

// Needs two capitals side by side where words have so many of them that two must be.
func (d *capitals) Needs() text.Signs {
	if d.ratio > 67 {
		return text.Signs{Capitals: 2}
	}
	return text.Signs{Capitals: 1}
}

// shout is a row of words in capitals. Letters that stand alone wait in lone until a word in capitals follows them.
type shout struct {
	parts, lone    []text.Span
	words, letters int
}

func (d *capitals) Find(t *text.Text, _ []Hit) []Match {
	var out []Match
	shouts, calm := d.shouts(t)
	for _, one := range shouts {
		span := one.span(t.String())
		if one.words < d.words || one.letters < d.letters || len(out) == MaxMatches {
			continue
		}
		if named(t.String(), span.Start) && one.words < d.amid || strings.HasSuffix(t.String()[:span.Start], "-----") {
			continue
		}
		if calm && one.words < d.amid && !exclaimed(t.String(), span.End) {
			continue
		}
		out = append(out, Match{Span: span, Parts: one.parts, Confidence: 4})
	}
	return out
}

// shouts lists the rows of words in capitals, and says whether the draft has other words too.
func (d *capitals) shouts(t *text.Text) (out []shout, calm bool) {
	var row shout
	for _, word := range t.Words() {
		switch letters, loud := d.judge(t.Slice(word)); {
		case loud:
			row.add(word, letters)
		case letters >= 0:
			calm = true
			out, row = append(out, row), shout{}
		default:
			row.hear(t.String(), word)
		}
	}
	return append(out, row), calm
}

func (s *shout) add(word text.Span, letters int) {
	s.parts = append(append(s.parts, s.lone...), word)
	s.lone = nil
	s.words++
	s.letters += letters
}

// hear keeps a letter that stands alone where it is a part of what is shouted: "N'AVEZ", "DON'T", "IL Y A". English "I" and
// initials keep their capital.
func (s *shout) hear(draft string, word text.Span) {
	letter := draft[word.Start:word.End]
	tied := endsInApostrophe(draft[:word.Start])
	switch {
	case utf8.RuneCountInString(letter) > 1 || letter == "I" || strings.ToLower(letter) == letter || strings.HasPrefix(draft[word.End:], "."):
	case len(s.parts) == 0 && len(s.lone) == 0 && !tied && !text.BeginsSentence(draft, word.Start):
	case len(s.parts) > 0 && (tied || strings.Contains("AÀY", letter)):
		s.parts = append(append(s.parts, s.lone...), word)
		s.lone = nil
	default:
		s.lone = append(s.lone, word)
	}
}

// span is the place of the row. The word that its first letter is tied to belongs to it: "I'M".
func (s *shout) span(draft string) text.Span {
	if len(s.parts) == 0 {
		return text.Span{}
	}
	start := s.parts[0].Start
	if before := strings.TrimRight(draft[:start], "'’"); len(before) < start && strings.HasSuffix(before, "I") {
		start = len(before) - 1
	}
	return text.Span{Start: start, End: s.parts[len(s.parts)-1].End}
}

// personTitles stand before a name.
var personTitles = []string{"m", "mme", "mlle", "mr", "mrs", "ms", "dr", "me"}

// named says whether a title of a person stands just before byte at.
func named(s string, at int) bool {
	before := strings.TrimRight(s[:at], ". ")
	return len(before) < at && slices.Contains(personTitles, strings.ToLower(before[strings.LastIndexAny(before, " \n")+1:]))
}

func endsInApostrophe(s string) bool { return strings.HasSuffix(s, "'") || strings.HasSuffix(s, "’") }

// exclaimed says whether an exclamation or question mark follows byte offset at.
func exclaimed(s string, at int) bool {
	rest := strings.TrimLeftFunc(s[at:], func(r rune) bool { return unicode.Is(unicode.Zs, r) })
	return strings.HasPrefix(rest, "!") || strings.HasPrefix(rest, "?")
}

// judge counts the letters of a word and says whether it shouts; -1 letters: the word says nothing either way.
func (d *capitals) judge(word string) (letters int, loud bool) {
	upper := 0
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			return -1, false
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLower(r):
			letters++
		}
	}
	if letters == 0 || upper > 0 && utf8.RuneCountInString(word) == 1 || upper == letters && d.exempt[text.Fold(word)] {
		return -1, false
	}
	return letters, upper > 1 && 100*upper >= d.ratio*letters
}
