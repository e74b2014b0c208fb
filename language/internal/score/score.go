// Package score says what the words of a text cost in each language: the lower, the likelier it is the one. It must not
// know what is made of that.
package score

import "github.com/bonton/bonton/language/internal/table"

// Costs are minus the logarithm of a probability, in steps: PerNat of them are one natural unit.
const (
	PerNat  = 15
	Shorter = 1 * PerNat  // for each letter of the context that the table does not know
	Unseen  = 12 * PerNat // a letter that the language does not have
)

// Language is one that is told apart. Rare says, in steps, how much likelier a text must be than in a language without it:
// a neighbour is there so that what is written in it is not taken for one of ours, not to claim two words of French.
type Language struct {
	Code string // ISO 639-1
	Rare int
}

const neighbour = 5 * PerNat

// Languages are those of the table, by their number in it.
var Languages = [...]Language{{"fr", 0}, {"en", 0}, {"es", 0}, {"de", 0}, {"pt", 0}, {"it", 0},
	{"nl", neighbour}, {"ca", neighbour}, {"ro", neighbour}, {"pl", neighbour}, {"tr", neighbour}, {"sv", neighbour}, {"da", neighbour}, {"nb", neighbour}}

// Costs holds a sum for each of Languages.
type Costs [len(Languages)]int

// Add adds what a word costs. Its letters are lower case.
func (c *Costs) Add(t table.Table, word []rune) {
	var letters table.Letters
	for i, letter := range word {
		letters = letters.Add(letter)
		known := min(i+1, table.Longest)
		for language := range c {
			c[language] += cost(t, language, letters, known)
		}
	}
}

// cost is the cost of the last letter after the longest beginning that the table knows.
func cost(t table.Table, language int, letters table.Letters, known int) int {
	for n := known; n > 0; n-- {
		if found := t.Cost(language, letters.Last(n)); found != 0 {
			return found + (known-n)*Shorter
		}
	}
	return Unseen
}
