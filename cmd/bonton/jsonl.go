package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/bonton/bonton/lint"
)

// maxLine bounds a line of --jsonl, in bytes.
const maxLine = 8 << 20

// answer is a report with the id of the line it answers.
type answer struct {
	ID json.RawMessage `json:"id"`
	lint.Report
}

// refusal answers a line that the engine could not check.
type refusal struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// lintLines answers each line with one line, in order. Lines that cannot be read are named at the end, and the others
// answered.
func lintLines(engine *lint.Engine, f lintFlags, in io.Reader, out io.Writer) (int, error) {
	name := "-"
	if len(f.files) == 1 && f.files[0] != "-" {
		name = f.files[0]
		file, err := os.Open(name)
		if err != nil {
			return exitUsage, err
		}
		defer file.Close()
		in = file
	}
	buffered := bufio.NewWriterSize(out, 1<<20)
	code := exitClean
	var bad []error
	read := inOrder(in, func(b *batch) { b.lint(engine, &f, shown(name)) }, func(b *batch) {
		code = max(code, b.code)
		bad = append(bad, b.bad...)
		buffered.Write(b.answers.Bytes()) // a failure is kept for Flush
	})
	if err := errors.Join(append(bad, read, buffered.Flush())...); err != nil {
		return exitUsage, err
	}
	return code, nil
}

// lint answers the lines of a batch.
func (b *batch) lint(engine *lint.Engine, f *lintFlags, name string) {
	encoder := json.NewEncoder(&b.answers)
	for i, line := range b.lines {
		if len(line) == 0 {
			continue
		}
		reply, verdict, err := lintLine(engine, f, line)
		if err := errors.Join(err, encoder.Encode(reply)); err != nil {
			b.bad = append(b.bad, fmt.Errorf("%s:%d: %w", name, b.first+i, err))
		}
		b.code = max(b.code, f.code(verdict))
	}
}

func lintLine(engine *lint.Engine, f *lintFlags, line []byte) (reply any, verdict string, err error) {
	var id struct {
		ID json.RawMessage `json:"id"`
	}
	draft, err := decodeLine(line)
	if json.Unmarshal(line, &id) != nil || id.ID == nil {
		id.ID = json.RawMessage("null")
	}
	if err != nil {
		return refusal{id.ID, err.Error()}, "", err
	}
	f.fill(&draft)
	report, err := engine.Lint(draft)
	if err != nil {
		return refusal{id.ID, err.Error()}, "", err
	}
	return answer{id.ID, report}, report.Verdict, nil
}

// fill adds what a line does not say of its draft.
func (f *lintFlags) fill(d *lint.Draft) {
	if d.Locale == "" {
		d.Locale = f.locale
	}
	if d.Language == nil {
		d.Language = f.languageOf(d.Text)
	}
	if d.Chat == nil && f.audience != "" {
		d.Chat = &lint.Chat{Audience: f.audience}
	}
}
