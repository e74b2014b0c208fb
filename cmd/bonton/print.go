package main

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/rules"
)

// formats are the values of --format.
var formats = []string{"text", "json", "sarif"}

// printer writes the reports of files.
type printer interface {
	print(name, text string, report lint.Report) error
	end() error
}

func (f *lintFlags) printer(book *rules.Book, out io.Writer) printer {
	switch f.format {
	case "json":
		return &jsonPrinter{out}
	case "sarif":
		return newSARIF(book, f.locale, out)
	}
	return &textPrinter{out}
}

// jsonPrinter writes a report a line.
type jsonPrinter struct{ out io.Writer }

func (p *jsonPrinter) print(_, _ string, report lint.Report) error {
	return json.NewEncoder(p.out).Encode(report)
}
func (p *jsonPrinter) end() error { return nil }

// textPrinter writes for people and editors.
type textPrinter struct{ out io.Writer }

func (p *textPrinter) end() error { return nil }

// print writes a finding a line: file:line:column, columns in characters from 1. The place itself is not repeated, so
// that no log ends up holding it.
func (p *textPrinter) print(name, text string, report lint.Report) error {
	out := p.out
	for _, finding := range report.Findings {
		line, column := place(text, finding.Start)
		if _, err := fmt.Fprintf(out, "%s:%d:%d: %s: %s (%s)\n", name, line, column, finding.Action, finding.Message, finding.Rule); err != nil {
			return err
		}
	}
	if report.Truncated {
		_, err := fmt.Fprintf(out, "%s: only the first %d findings are shown\n", name, lint.MaxFindings)
		return err
	}
	return nil
}

// place turns a UTF-16 offset into a line and a column of characters, both from 1.
func place(text string, at int) (line, column int) {
	line, column = 1, 1
	for _, r := range text {
		if at <= 0 {
			break
		}
		at -= max(utf16.RuneLen(r), 1)
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return line, column
}
