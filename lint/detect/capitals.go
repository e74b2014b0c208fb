package detect

import (
	"unicode"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// capitals finds shouting: at least `words` words in a row whose letters are capitals to `ratio` per cent, with `letters`
// letters together. Acronyms in `exempt`, words with digits and one-letter words neither begin nor end such a run. Its
// parts are the words that shout.
type capitals struct {
	letters, words, ratio int
	exempt                map[string]bool
}

func readCapitals(v field.Value) Detector {
	v = v.Get("capitals")
	if !v.Object("letters", "words", "ratio", "exempt") {
		return nil
	}
	d := &capitals{exempt: map[string]bool{}, ratio: 80}
	d.letters = v.Need("letters").Int(2, 1000)
	d.words = v.Need("words").Int(1, 100)
	if v.Has("ratio") {
		d.ratio = v.Get("ratio").Int(50, 100)
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

func (d *capitals) Find(t *text.Text, _ []Hit) []Match {
	var out []Match
	var run []text.Span
	letters := 0
	flush := func() {
		if len(run) >= d.words && letters >= d.letters && len(out) < MaxMatches {
			out = append(out, Match{Span: text.Span{Start: run[0].Start, End: run[len(run)-1].End}, Parts: run, Confidence: 4})
		}
		run, letters = nil, 0
	}
	for _, word := range t.Words() {
		switch n, loud := d.judge(t.Slice(word)); {
		case loud:
			run = append(run, word)
			letters += n
		case n >= 0:
			flush()
		}
	}
	flush()
	return out
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
