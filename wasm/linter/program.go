// Linter is the engine as WebAssembly: it sets one global, bontonLinter, as engine.d.ts describes, and nothing else. It only
// translates between JavaScript and package lint; it must not hold any logic of its own.
package main

import (
	"cmp"
	"errors"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/wasm/internal/border"
)

// linter is what the program needs of an engine.
type linter interface {
	Lint(lint.Draft) (lint.Report, error)
	Bundle() lint.Bundle
	Cold() []func()
}

// program answers the calls of engine.d.ts.
type program struct {
	engine linter
	state  string   // of the bundle; its caller knows where the rules came from
	cold   []func() // what warm has not done yet
	thread lastThread
}

// lastThread is the conversation as read last. It stays the same while somebody types, so its text is read once.
type lastThread struct {
	text string
	read *lint.Thread
}

func (l *lastThread) of(text string) (*lint.Thread, error) {
	if text == l.text {
		return l.read, nil
	}
	read, err := lint.DecodeThread([]byte(text))
	if err == nil {
		*l = lastThread{text, read}
	}
	return read, err
}

// load puts rules in force, all or nothing: after an error the rules before it still are. An empty state is "packaged".
func (p *program) load(rules []byte, state string) (answer string) {
	defer border.Recovered(&answer, nil)
	engine, err := lint.Load(rules)
	if err != nil {
		return border.Fail(err)
	}
	p.engine, p.cold, p.state = engine, append([]func(){p.rehearse}, append(engine.Cold(), border.CollectNow, p.rehearse)...), state
	return border.Encode(map[string]lint.Bundle{"bundle": p.bundle(engine.Bundle())})
}

// bundle says the state that the caller told.
func (p *program) bundle(b lint.Bundle) lint.Bundle {
	b.State = cmp.Or(p.state, b.State)
	return b
}

// lint answers a draft. A thread that comes apart from it, as JSON text, takes the place of its own.
func (p *program) lint(draft, thread string) (answer string) {
	revision := 0
	defer border.Recovered(&answer, &revision)
	d, err := lint.DecodeDraft([]byte(draft))
	revision = d.Revision
	if err == nil && thread != "" {
		d.Thread, err = p.thread.of(thread)
	}
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
	report.Bundle = p.bundle(report.Bundle)
	return border.Encode(report)
}

// warm does one piece of the work that would else fall to the first drafts, and says whether more is left.
func (p *program) warm() bool {
	if len(p.cold) == 0 {
		return false
	}
	next := p.cold[0]
	p.cold = p.cold[1:]
	p.run(next)
	return len(p.cold) > 0
}

// rehearse takes a draft over the border and back, as the first one will come.
func (p *program) rehearse() {
	p.lint(`{"revision":0,"text":"Bonjour connard","locale":"fr","now":"2026-01-01T10:00:00+01:00","surface":"composer","chat":{"kind":"unknown","audience":"unknown"}}`, "")
}

// run lets a piece fail: it will fail again for the draft that needs it, and say so there.
func (p *program) run(piece func()) {
	defer func() { _ = recover() }()
	piece()
}
