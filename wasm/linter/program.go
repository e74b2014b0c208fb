// Linter is the engine as WebAssembly: it sets one global, bontonLinter, as engine.d.ts describes, and nothing else. It only
// translates between JavaScript and package lint; it must not hold any logic of its own.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"unsafe"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/wasm/internal/border"
)

// occasion checks the drafts of one setting.
type occasion interface {
	Lint(revision int, text, now string) (lint.Report, error)
}

// program answers the calls of engine.d.ts.
type program struct {
	at      func(lint.Draft) (occasion, error) // nil until rules are loaded
	state   string                             // of the bundle; its caller knows where the rules came from
	cold    []func()                           // what warm has not done yet
	setting lint.Draft                         // all of a draft but what a key changes, as told last
	current occasion                           // of that setting; nil until a draft comes
	plain   []byte                             // what JavaScript wrote, then what it is answered
}

// load puts rules in force, all or nothing: after an error the rules before it still are. An empty state is "packaged".
func (p *program) load(rules []byte, state string) (answer string) {
	defer border.Recovered(&answer)
	engine, err := lint.Load(rules)
	if err != nil {
		return border.Fail(err)
	}
	p.at = func(d lint.Draft) (occasion, error) { return engine.Occasion(d) }
	p.current, p.state = nil, state
	p.cold = append([]func(){p.rehearse}, append(engine.Cold(), border.CollectNow, p.rehearse)...)
	return border.Encode(map[string]lint.Bundle{"bundle": p.bundle(engine.Bundle())})
}

// bundle says the state that the caller told.
func (p *program) bundle(b lint.Bundle) lint.Bundle {
	b.State = cmp.Or(p.state, b.State)
	return b
}

// about takes what stays the same while somebody types: a Draft as JSON without revision, text and now, and the conversation
// as JSON, empty where it cannot be read. It answers nothing, or an error; drafts are then checked as before.
func (p *program) about(setting, thread string) (answer string) {
	defer border.Recovered(&answer)
	d, err := lint.DecodeDraft([]byte(setting))
	if err == nil && thread != "" {
		d.Thread, err = lint.DecodeThread([]byte(thread))
	}
	if err != nil {
		return border.Fail(err)
	}
	p.setting, p.current = d, nil
	return ""
}

// maxRoom is what the longest draft takes, and its time.
const maxRoom = 3*lint.MaxText + 64 // bytes

// room is the memory that a draft is written into, of so many bytes, or that an answer lies in. It is good until the next
// call. A draft that is too long for the engine finds none.
func (p *program) room(size int) *byte {
	if size > maxRoom {
		return nil
	}
	if size > cap(p.plain) {
		p.plain = make([]byte, size)
	}
	p.plain = p.plain[:cap(p.plain)]
	return unsafe.SliceData(p.plain)
}

// lintRoom answers the draft whose text and time, of so many bytes, lie one behind the other in the room. It answers the
// length of the report, which lies there then. A negative length stands for a text that found no room.
func (p *program) lintRoom(revision, text, now int) int {
	if text < 0 || now < 0 || text+now > len(p.plain) {
		p.plain = border.AppendFailure(p.plain[:0], revision, fmt.Sprintf("the draft is longer than %d UTF-16 code units", lint.MaxText))
		return len(p.plain)
	}
	written := string(p.plain[:text+now])
	p.plain = p.lint(p.plain[:0], revision, written[:text], written[text:])
	return len(p.plain)
}

// lint appends the report of a draft, or why there is none.
func (p *program) lint(out []byte, revision int, text, now string) (answer []byte) {
	defer func() {
		if r := recover(); r != nil {
			answer = border.AppendFailure(out, revision, border.Panicked(r))
		}
	}()
	report, err := p.check(revision, text, now)
	if err != nil {
		return border.AppendFailure(out, revision, err.Error())
	}
	report.Bundle = p.bundle(report.Bundle)
	return report.AppendJSON(out)
}

func (p *program) check(revision int, text, now string) (report lint.Report, err error) {
	if p.at == nil {
		return report, errors.New("no rules are loaded yet")
	}
	if p.current == nil {
		if p.current, err = p.at(p.setting); err != nil {
			return report, err
		}
	}
	return p.current.Lint(revision, text, now)
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

// rehearse lints a draft as the first one will come. Pieces run between drafts, and a caller tells a setting once: what was
// told before counts afterwards.
func (p *program) rehearse() {
	defer func(told lint.Draft, current occasion) { p.setting, p.current = told, current }(p.setting, p.current)
	p.about(`{"locale":"fr","surface":"composer","chat":{"kind":"unknown","audience":"unknown"}}`, "")
	p.lint(nil, 0, "Bonjour connard", "2026-01-01T10:00:00+01:00")
}

// run lets a piece fail: it will fail again for the draft that needs it, and say so there.
func (p *program) run(piece func()) {
	defer func() { _ = recover() }()
	piece()
}
