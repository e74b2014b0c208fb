package lint_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint"
)

// BenchmarkLint measures what a keystroke costs: decoding the draft, linting, encoding the report.
func BenchmarkLint(b *testing.B) {
	e := engine(b)
	sentence := "Bonjour Madame, votre commande n° 4521 est prête 👍🏽 et part demain matin. "
	for _, size := range []int{30, 300, 3_000, 65_536} {
		text := []rune(strings.Repeat(sentence, size/70+1))[:size]
		data, err := json.Marshal(map[string]any{"text": string(text), "locale": "fr"})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%d", size), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				d, err := lint.DecodeDraft(data)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := json.Marshal(report(b, e, d)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkHostile measures drafts made to be slow; each is as long as a draft can be.
func BenchmarkHostile(b *testing.B) {
	e := engine(b)
	for name, unit := range map[string]string{
		"digits": "1", "spaced digits": "1 ", "cards": "4111111111111112 ", "terms": "nigaud ", "stretched": "n", "letters apart": "n i g a u ",
		"emojis": "😀", "marks": "*a", "capitals": "AB CD ", "exclamation": "!", "combining": "e\u0301\u0301",
	} {
		runes := []rune(unit)
		text := strings.Repeat(unit, 65_536/len(runes))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				report(b, e, lint.Draft{Text: text, Locale: "fr"})
			}
		})
	}
}
