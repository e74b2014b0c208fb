package field

import (
	"fmt"
	"strings"
)

// Quote shows foreign text in a message: quoted, escaped, and cut after 40 bytes.
func Quote(text string) string {
	if len(text) > 40 {
		text = text[:40] + "…"
	}
	return fmt.Sprintf("%q", text)
}

// Nearest is the hint for a name that is not known: the closest known one, or all of them.
func Nearest(name string, known []string) string {
	best, least := "", 3 // further than two slips is no longer a slip
	if len(name) <= 64 {
		for _, k := range known {
			if d := distance(name, k); d < least {
				best, least = k, d
			}
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	return "known here: " + strings.Join(known, ", ")
}

// distance is Levenshtein's with two neighbours swapped counting once, over bytes: names are ASCII.
func distance(a, b string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			cost := row[j]
			if a[i] != b[j] {
				cost++
			}
			next[j+1] = min(cost, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}
