package detect

import (
	"unicode"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// punctuation finds more than `max` exclamation and question marks in a row, with or without spaces between them. Its
// parts are all but the first of each mark, so that "?!?!" can become "?!".
type punctuation struct{ max int }

func readPunctuation(v field.Value) Detector {
	v = v.Get("punctuation")
	if !v.Object("max") {
		return nil
	}
	return &punctuation{max: v.Need("max").Int(1, 100)}
}

func (d *punctuation) Words() []Word { return nil }

// Needs more marks than may stand in a row.
func (d *punctuation) Needs() text.Signs { return text.Signs{Marks: atLeast(d.max + 1)} }

func (d *punctuation) Find(t *text.Text, _ []Hit) []Match {
	var out []Match
	var marks []text.Span
	flush := func() {
		if len(marks) > d.max && len(out) < MaxMatches {
			out = append(out, excess(t, marks))
		}
		marks = marks[:0]
	}
	for i, r := range t.String() {
		switch {
		case r == '!' || r == '?' || r == '！' || r == '？':
			size := 1
			if r > unicode.MaxASCII {
				size = 3
			}
			marks = append(marks, text.Span{Start: i, End: i + size})
		case len(marks) > 0 && (r == '\n' || !unicode.IsSpace(r)):
			flush()
		}
	}
	flush()
	return out
}

// excess keeps the first of each different mark and makes one part of every stretch between, spaces included.
func excess(t *text.Text, marks []text.Span) Match {
	seen := map[string]bool{}
	var parts []text.Span
	end := marks[0].Start // end of the last mark kept
	for _, mark := range marks {
		if !seen[t.Slice(mark)] {
			seen[t.Slice(mark)] = true
			if mark.Start > end {
				parts = append(parts, text.Span{Start: end, End: mark.Start})
			}
			end = mark.End
		}
	}
	last := marks[len(marks)-1].End
	if end < last {
		parts = append(parts, text.Span{Start: end, End: last})
	}
	return Match{Span: text.Span{Start: marks[0].Start, End: last}, Parts: parts, Confidence: 5}
}
