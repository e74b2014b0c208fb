package text

// Marks finds the characters that WhatsApp takes for formatting and does not show: *bold*, _italic_, ~struck~ and `code`,
// as pairs on one line whose inside does not begin or end with a space (https://faq.whatsapp.com/539178204879377). Of
// ```monospace``` the innermost pair counts; the others are no part of a word anyway. Byte offsets, in order.
func Marks(s string) []int {
	var taken []bool
	found := 0
	for start := 0; start < len(s); {
		end := start
		marked := false
		for end < len(s) && s[end] != '\n' {
			marked = marked || isMark(s[end])
			end++
		}
		if marked {
			if taken == nil {
				taken = make([]bool, len(s))
			}
			found += pairs(s, start, end, taken)
		}
		start = end + 1
	}
	out := make([]int, 0, found)
	for i, is := range taken {
		if is {
			out = append(out, i)
		}
	}
	return out
}

func isMark(c byte) bool { return c == '*' || c == '_' || c == '~' || c == '`' }

// pairs marks the pairs of one line and answers how many characters they take.
func pairs(s string, start, end int, taken []bool) int {
	open := map[byte]int{} // where a mark of this kind was last opened, plus one
	found := 0
	for i := start; i < end; i++ {
		c := s[i]
		if !isMark(c) {
			continue
		}
		if from := open[c]; from > 0 && i > from && closes(s, i, end) {
			taken[from-1], taken[i] = true, true
			open[c] = 0
			found += 2
		} else if opens(s, start, i, end) {
			open[c] = i + 1
		}
	}
	return found
}

func opens(s string, start, i, end int) bool {
	return (i == start || !wordBefore(s, i) && s[i-1] != s[i]) && i+1 < end && s[i+1] != ' '
}

func closes(s string, i, end int) bool {
	return s[i-1] != ' ' && (i+1 == end || !wordAfter(s, i+1))
}
