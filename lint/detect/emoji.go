package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// emoji finds more emojis than `max` in a draft, or more than `run` in a row. Its match reaches from the first emoji that
// is too many to the last, with the space that would be left over; its parts are those emojis.
type emoji struct{ max, run int }

func readEmoji(v field.Value) Detector {
	v = v.Get("emoji")
	if !v.Object("max", "run") {
		return nil
	}
	d := &emoji{max: -1, run: -1}
	if v.Has("max") {
		d.max = v.Get("max").Int(0, 100)
	}
	if v.Has("run") {
		d.run = v.Get("run").Int(1, 100)
	}
	if d.max < 0 && d.run < 0 {
		v.Fail("needs max, run or both")
	}
	return d
}

func (d *emoji) Words() []Word { return nil }

// Needs a character for each emoji that may stand there, and one more.
func (d *emoji) Needs() text.Signs {
	least := d.max
	if d.max < 0 || d.run >= 0 && d.run < d.max {
		least = d.run
	}
	return text.Signs{High: atLeast(least + 1)}
}

func (d *emoji) Find(t *text.Text, _ []Hit) []Match {
	all := t.Emojis()
	if d.max >= 0 && len(all) > d.max {
		return []Match{tooMany(t, all[d.max:])}
	}
	if d.run < 0 {
		return nil
	}
	var out []Match
	for i := 0; i < len(all) && len(out) < MaxMatches; {
		n := inARow(t, all[i:])
		if n > d.run {
			out = append(out, tooMany(t, all[i+d.run:i+n]))
		}
		i += n
	}
	return out
}

func tooMany(t *text.Text, parts []text.Span) Match {
	row := inARow(t, parts)
	span := withGap(t.String(), text.Span{Start: parts[0].Start, End: parts[row-1].End})
	if row < len(parts) {
		span.End = parts[len(parts)-1].End
	}
	return Match{Span: span, Parts: parts, Confidence: 5}
}

// inARow counts the emojis at the front with nothing but spaces between them.
func inARow(t *text.Text, emojis []text.Span) int {
	n := 1
	for n < len(emojis) && strings.TrimSpace(t.Slice(text.Span{Start: emojis[n-1].End, End: emojis[n].Start})) == "" {
		n++
	}
	return n
}
