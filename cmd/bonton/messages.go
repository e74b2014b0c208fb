package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/bonton/bonton/lint"
)

// message is a line of a file of messages, as lint --jsonl reads them.
type message struct {
	id    string
	draft lint.Draft
}

// readMessages reads a file of messages and names every line that is none.
func readMessages(name string) ([]message, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	scanner := bufio.NewScanner(file)
	scanner.Buffer(make([]byte, 64<<10), maxLine)
	var out []message
	var bad []error
	for number := 1; scanner.Scan(); number++ {
		if len(scanner.Bytes()) == 0 {
			continue
		}
		draft, err := decodeLine(scanner.Bytes())
		if err != nil {
			bad = append(bad, fmt.Errorf("%s:%d: %w", name, number, err))
			continue
		}
		out = append(out, message{idOf(scanner.Bytes(), number), draft})
	}
	return out, errors.Join(append(bad, scanner.Err())...)
}

// decodeLine reads a draft; a line without a text is a mistake of whoever wrote it, never a clean message.
func decodeLine(line []byte) (lint.Draft, error) {
	draft, err := lint.DecodeDraft(line)
	if err != nil {
		return draft, err
	}
	var has struct {
		Text *string `json:"text"`
	}
	if err := json.Unmarshal(line, &has); err != nil || has.Text == nil {
		return draft, errors.New(`the line has no "text"`)
	}
	return draft, nil
}

// idOf is a line's own id as it is written, or its number.
func idOf(line []byte, number int) string {
	var m struct {
		ID json.RawMessage `json:"id"`
	}
	if json.Unmarshal(line, &m) != nil || m.ID == nil {
		return fmt.Sprint(number)
	}
	var text string
	if json.Unmarshal(m.ID, &text) == nil {
		return text
	}
	return string(m.ID)
}
