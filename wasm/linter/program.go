// Linter is the engine as WebAssembly: it sets one global, bontonLinter, as engine.d.ts describes, and nothing else. It only
// translates between JavaScript and package lint; it must not hold any logic of its own.
package main

import (
	"errors"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/wasm/internal/border"
)

// linter is what the program needs of an engine.
type linter interface {
	Lint(lint.Draft) (lint.Report, error)
	Bundle() lint.Bundle
}

// program answers the calls of engine.d.ts.
type program struct{ engine linter }

// load puts rules in force, all or nothing: after an error the rules before it still are.
func (p *program) load(rules []byte) (answer string) {
	defer border.Recovered(&answer, nil)
	engine, err := lint.Load(rules)
	if err != nil {
		return border.Fail(err)
	}
	p.engine = engine
	return border.Encode(map[string]lint.Bundle{"bundle": engine.Bundle()})
}

func (p *program) lint(draft string) (answer string) {
	revision := 0
	defer border.Recovered(&answer, &revision)
	d, err := lint.DecodeDraft([]byte(draft))
	revision = d.Revision
	if err == nil && p.engine == nil {
		err = errors.New("no rules are loaded yet")
	}
	if err != nil {
		return border.Encode(border.Failure{Revision: &revision, Error: err.Error()})
	}
	report, err := p.engine.Lint(d)
	if err != nil {
		return border.Encode(border.Failure{Revision: &revision, Error: err.Error()})
	}
	return border.Encode(report)
}
