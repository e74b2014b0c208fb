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

// lintLines answers each line with one line. Lines that cannot be read are named at the end, and the others answered.
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
	buffered := bufio.NewWriter(out)
	defer buffered.Flush()
	encoder := json.NewEncoder(buffered)
	scanner := bufio.NewScanner(in)
	scanner.Buffer(make([]byte, 64<<10), maxLine)
	code := exitClean
	var bad []error
	for number := 1; scanner.Scan(); number++ {
		if len(scanner.Bytes()) == 0 {
			continue
		}
		reply, verdict, err := lintLine(engine, f, scanner.Bytes())
		if err != nil {
			bad = append(bad, fmt.Errorf("%s:%d: %w", shown(name), number, err))
		}
		code = max(code, f.code(verdict))
		if err := encoder.Encode(reply); err != nil {
			return exitUsage, err
		}
	}
	if err := errors.Join(append(bad, scanner.Err())...); err != nil {
		return exitUsage, err
	}
	return code, nil
}

func lintLine(engine *lint.Engine, f lintFlags, line []byte) (reply any, verdict string, err error) {
	var id struct {
		ID json.RawMessage `json:"id"`
	}
	draft, err := lint.DecodeDraft(line)
	if json.Unmarshal(line, &id) != nil || id.ID == nil {
		id.ID = json.RawMessage("null")
	}
	if err != nil {
		return refusal{id.ID, err.Error()}, "", err
	}
	usual := f.draft(draft.Text)
	if draft.Locale == "" {
		draft.Locale = usual.Locale
	}
	if draft.Language == nil {
		draft.Language = usual.Language
	}
	if draft.Chat == nil {
		draft.Chat = usual.Chat
	}
	report, err := engine.Lint(draft)
	if err != nil {
		return refusal{id.ID, err.Error()}, "", err
	}
	return answer{id.ID, report}, report.Verdict, nil
}
