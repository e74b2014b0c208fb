// Reasons says why a rule is there, as WebAssembly: it sets one global, bontonReasons, as engine.d.ts describes, and nothing
// else. It only translates between JavaScript and package reasons; it must not hold any logic of its own.
package main

import (
	"errors"

	"github.com/bonton/bonton/reasons"
	"github.com/bonton/bonton/wasm/internal/border"
)

// program answers the calls of engine.d.ts.
type program struct{ texts *reasons.Texts }

// load takes the reasons of a bundle, all or nothing: after an error those before it are still told.
func (p *program) load(data []byte) (answer string) {
	defer border.Recovered(&answer)
	texts, err := reasons.Decode(data)
	if err != nil {
		return border.Fail(err)
	}
	p.texts = texts
	return border.Encode(map[string]string{"version": texts.Version})
}

// check says whether texts could be loaded and are safe as they are, naming every mistake. What is loaded stays.
func (p *program) check(data []byte) (answer string) {
	defer border.Recovered(&answer)
	texts, err := reasons.Decode(data)
	if err == nil {
		err = texts.Unsafe()
	}
	if err != nil {
		return border.Fail(err)
	}
	return border.Encode(map[string]string{"version": texts.Version})
}

func (p *program) why(rule, locale string) (answer string) {
	defer border.Recovered(&answer)
	if p.texts == nil {
		return border.Fail(errors.New("no reasons are loaded yet"))
	}
	html, err := p.texts.Of(rule, locale)
	if err != nil {
		return border.Fail(err)
	}
	return border.Encode(map[string]string{"html": html})
}
