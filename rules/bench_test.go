package rules_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/rules"
)

// BenchmarkDraft measures what a keystroke costs with every packaged rule: decoding the draft, linting, encoding the
// report. To run it in WebAssembly: //
//
//	GOOS=js GOARCH=wasm go test -exec "$(go env GOROOT)/lib/wasm/go_js_wasm_exec" -bench Draft ./rules
func BenchmarkDraft(b *testing.B) {
	e := packaged(b)
	for _, size := range []int{30, 300, 3_000, 65_536} {
		text := []rune(strings.Repeat(ordinary, size/200+1))[:size]
		b.Run(fmt.Sprint(size), func(b *testing.B) { keystrokes(b, e, string(text)) })
	}
}

// BenchmarkHostileDraft measures drafts made to be slow, each as long as a draft can be.
func BenchmarkHostileDraft(b *testing.B) {
	e := packaged(b)
	for _, unit := range hostile {
		text := strings.Repeat(unit, 65_536/len([]rune(unit)))
		b.Run(unit, func(b *testing.B) { keystrokes(b, e, text) })
	}
}

// ordinary is about 200 characters as chats have them, with one thing to find.
const ordinary = "Bonjour Camille, je reviens vers vous au sujet de votre facture de mardi. Le colis FR4521 est parti hier 👍 et devrait arriver avant 18 h. Pouvez-vous me confirmer l'adresse, s'il vous plaît ? dsl pour l'attente. "

func keystrokes(b *testing.B, e *lint.Engine, text string) {
	data, err := json.Marshal(map[string]any{"text": text, "locale": "fr"})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		d, err := lint.DecodeDraft(data)
		if err != nil {
			b.Fatal(err)
		}
		report, err := e.Lint(d)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := json.Marshal(report); err != nil {
			b.Fatal(err)
		}
	}
}

func packaged(b testing.TB) *lint.Engine {
	compiled, _, err := rules.Compile(rules.Packs(), "1.0.0")
	if err != nil {
		b.Fatal(err)
	}
	e, err := lint.Load(compiled)
	if err != nil {
		b.Fatal(err)
	}
	return e
}
