package language

import (
	"cmp"
	"slices"

	"github.com/bonton/bonton/language/internal/score"
)

// A text changes its language when that is cheaper than to go on in the same one by more than change, and what it changes
// to counts when it is more than a borrowed word or a name.
const (
	change        = 15 * score.PerNat
	enoughWords   = 3 // without a capital
	enoughLetters = 12
)

// others lists the languages besides best that a part of the text is in, the longest part first.
func others(words []word, costs []score.Costs, best int) []string {
	var letters [len(score.Languages)]int
	for _, part := range parts(costs) {
		small, n := 0, 0
		for _, word := range words[part.from:part.to] {
			n += len(word.letters)
			if word.small {
				small++
			}
		}
		if small >= enoughWords && n >= enoughLetters {
			letters[part.language] += n
		}
	}
	var found []int
	for language, n := range letters {
		if n > 0 && language != best {
			found = append(found, language)
		}
	}
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(letters[b], letters[a]) })
	var codes []string
	for _, language := range found {
		codes = append(codes, score.Languages[language].Code)
	}
	return codes
}

// part is a run of words in one language, half-open.
type part struct{ from, to, language int }

// parts cuts the text where it changes its language, so that the whole costs least (Viterbi's way).
func parts(costs []score.Costs) []part {
	came := make([][len(score.Languages)]int8, len(costs)) // the language before, on the cheapest way to a word in a language
	var total score.Costs
	cheapest(&total)
	for i, cost := range costs {
		low := lowest(&total)
		jump := total[low] + change
		for language := range total {
			came[i][language] = int8(language)
			if moved := jump + score.Languages[language].Rare; i > 0 && moved < total[language] {
				came[i][language], total[language] = int8(low), moved
			}
			total[language] += cost[language]
		}
	}
	return trace(came, lowest(&total))
}

func lowest(costs *score.Costs) (low int) {
	for language, cost := range costs {
		if cost < costs[low] {
			low = language
		}
	}
	return low
}

// trace walks the cheapest way back from its end.
func trace(came [][len(score.Languages)]int8, language int) (out []part) {
	to := len(came)
	for i := to - 1; i >= 0; i-- {
		before := int(came[i][language])
		if i == 0 || before != language {
			out = append(out, part{i, to, language})
			to, language = i, before
		}
	}
	return out
}
