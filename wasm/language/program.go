// Language says which language a text is in, as WebAssembly: it sets one global, bontonLanguage, as wasm/linter/engine.d.ts
// describes, and nothing else. It only translates between JavaScript and package language. It runs beside the linter and not
// in it, so that neither waits for the other.
package main

import (
	"github.com/bonton/bonton/language"
	"github.com/bonton/bonton/wasm/internal/border"
)

// of answers one text.
func of(text string) (answer string) {
	defer border.Recovered(&answer)
	return border.Encode(language.Of(text))
}
