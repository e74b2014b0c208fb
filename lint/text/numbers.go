package text

// Numbers lists the runs of ASCII letters and digits of the clean text that hold a digit, in bytes of that view: where
// an identifier, an amount or a date may begin. Finding them once lets every detector of numbers skip texts without any.
func (t *Text) Numbers() []Span {
	if !t.counted {
		t.counted = true
		t.numbers = numbers(t.Clean().S)
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

func asciiWord(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}
