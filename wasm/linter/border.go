// Linter is the engine as WebAssembly: it sets one global, bontonLinter, as engine.d.ts describes, and nothing else. It only
// translates between JavaScript and package lint; it must not hold any logic of its own.
package main

import (
	"encoding/json"
	"fmt"

	"github.com/bonton/bonton/lint"
)

// linter is what the border needs of an engine.
type linter interface {
	Lint(lint.Draft) (lint.Report, error)
	Why(rule, locale string) (string, error)
	Bundle() lint.Bundle
}

// border answers the three calls of engine.d.ts in JSON. Whatever goes wrong behind it, panics included, becomes an answer
// with an error, and the engine goes on living.
type border struct{ engine linter }

type failure struct {
	Revision *int   `json:"revision,omitempty"`
	Error    string `json:"error"`
}

// load puts rules in force, all or nothing: after an error the rules before it still are.
func (b *border) load(rules, texts []byte) (answer string) {
	defer recovered(&answer, nil)
	engine, err := lint.Load(rules, texts)
	if err != nil {
		return encode(failure{Error: err.Error()})
	}
	b.engine = engine
	return encode(map[string]lint.Bundle{"bundle": engine.Bundle()})
}

func (b *border) lint(draft string) (answer string) {
	revision := 0
	defer recovered(&answer, &revision)
	d, err := lint.DecodeDraft([]byte(draft))
	revision = d.Revision
	if err == nil && b.engine == nil {
		err = errNotLoaded
	}
	if err != nil {
		return encode(failure{&revision, err.Error()})
	}
	report, err := b.engine.Lint(d)
	if err != nil {
		return encode(failure{&revision, err.Error()})
	}
	return encode(report)
}

func (b *border) why(rule, locale string) (answer string) {
	defer recovered(&answer, nil)
	if b.engine == nil {
		return encode(failure{Error: errNotLoaded.Error()})
	}
	html, err := b.engine.Why(rule, locale)
	if err != nil {
		return encode(failure{Error: err.Error()})
	}
	return encode(map[string]string{"html": html})
}

var errNotLoaded = fmt.Errorf("no rules are loaded yet")

// recovered turns a panic into the answer. It holds no text of the draft: a panic's value is the code's own words.
func recovered(answer *string, revision *int) {
	if p := recover(); p != nil {
		*answer = encode(failure{revision, fmt.Sprintf("the engine failed: %v", p)})
	}
}

func encode(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return `{"error":"the answer could not be written"}`
	}
	return string(data)
}
