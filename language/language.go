// Package language says which language a text is in. It is a program of its own in the browser (wasm/language) and knows
// nothing of rules, chats or reports: whoever asks decides what to make of an unsure answer.
package language

import (
	_ "embed"
	"math"

	"github.com/bonton/bonton/language/internal/score"
	"github.com/bonton/bonton/language/internal/table"
)

//go:generate go run ./internal/models models.bin

//go:embed models.bin
var models string

// Answer is the language of a text.
type Answer struct {
	Code       string   `json:"code"`           // ISO 639-1; empty when the text has no letters
	Confidence float64  `json:"confidence"`     // 0..1: how likely Code is the right one of the languages that are told apart
	Also       []string `json:"also,omitempty"` // the other languages that a part of the text is in, likeliest first
}

// MaxLetters is how much of a text is read: more of it would change no answer.
const MaxLetters = 4_000

// temper makes confidence honest: the letters of a word depend on each other more than the models know.
const temper = 2

// Of says which language a text is in. What is no prose (addresses, numbers, emojis) is not looked at.
func Of(text string) Answer {
	words, foreign := wordsOf(text)
	if foreign != "" {
		return Answer{Code: foreign, Confidence: 1}
	}
	if len(words) == 0 {
		return Answer{}
	}
	costs := make([]score.Costs, len(words))
	var all score.Costs
	for i, word := range words {
		costs[i].Add(table.Table(models), word.letters)
		for language, cost := range costs[i] {
			all[language] += cost
		}
	}
	best := cheapest(&all)
	return Answer{Code: score.Languages[best].Code, Confidence: confidence(&all, best), Also: others(words, costs, best)}
}

// cheapest adds to the costs that a neighbour is rare, and says which is the lowest.
func cheapest(costs *score.Costs) (best int) {
	for language := range costs {
		costs[language] += score.Languages[language].Rare
		if costs[language] < costs[best] {
			best = language
		}
	}
	return best
}

// confidence is the probability of best among all languages, rounded down to twentieths: every machine answers the same, and
// a further letter seldom changes the answer, after which a draft would be linted again.
func confidence(costs *score.Costs, best int) float64 {
	sum := 0.0
	for _, cost := range costs {
		sum += math.Exp(-float64(cost-costs[best]) / (temper * score.PerNat))
	}
	return math.Floor(math.Round(1000/sum)/50) / 20
}
