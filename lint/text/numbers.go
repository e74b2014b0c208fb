package text

// Numbers lists the runs of ASCII letters and digits of the clean text that hold a digit, in bytes of that view: where
// an identifier, an amount or a date may begin. Finding them once lets every detector of numbers skip texts without any.
func (t *Text) Numbers() []Span {
	if !t.counted {
		t.counted = true
		t.numbers = thinned(t.Clean().S, numbers(t.Clean().S))
	}
	return t.numbers
}

func numbers(s string) []Span {
	var out []Span
	start, digit := 0, false
	for i := range len(s) + 1 {
		if i < len(s) && asciiWord(s[i]) {
			digit = digit || s[i] <= '9'
			continue
		}
		if digit {
			out = append(out, Span{start, i})
		}
		start, digit = i+1, false
	}
	return out
}

// tableRow is how many groups of one or two signs, one sign apart, may follow each other before they are a table of figures
// and no row of identifiers: forty telephone numbers in a line.
const tableRow = 200

// thinned leaves the middle of such tables out: a detector of numbers would begin anew at each of their groups.
func thinned(s string, spans []Span) []Span {
	out := spans[:0]
	for i := 0; i < len(spans); {
		end := i + 1
		for end < len(spans) && short(spans[end-1]) && short(spans[end]) && spans[end].Start == spans[end-1].End+1 && s[spans[end].Start-1] != '\n' {
			end++
		}
		if end-i <= tableRow {
			out = append(out, spans[i:end]...)
		} else {
			out = append(append(out, spans[i:i+tableRow/2]...), spans[end-tableRow/2:end]...)
		}
		i = end
	}
	return out
}

func short(s Span) bool { return s.End-s.Start <= 2 }

func asciiWord(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}
