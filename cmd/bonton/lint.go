package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
)

// maxFile bounds a text file, in bytes; the engine bounds what it reads of it.
const maxFile = 8 << 20

// lintFlags are the flags of bonton lint.
type lintFlags struct {
	format, failOn, locale, language, audience, rules string
	jsonl                                             bool
	files                                             []string
}

func parseLint(args []string) (lintFlags, error) {
	var f lintFlags
	set := flag.NewFlagSet("lint", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.StringVar(&f.format, "format", "text", "")
	set.StringVar(&f.failOn, "fail-on", "warn", "")
	set.StringVar(&f.locale, "locale", "fr", "")
	set.StringVar(&f.language, "language", "", "")
	set.StringVar(&f.audience, "audience", "", "")
	set.StringVar(&f.rules, "rules", "", "")
	set.BoolVar(&f.jsonl, "jsonl", false, "")
	if err := set.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return f, errHelp
		}
		return f, usage{"bonton lint: " + err.Error(), "bonton help shows the flags"}
	}
	f.files = set.Args()
	return f, f.check()
}

func (f *lintFlags) check() error {
	for _, c := range []struct {
		flag, value string
		allowed     []string
	}{
		{"--format", f.format, []string{"text", "json"}},
		{"--fail-on", f.failOn, ruleset.Actions},
		{"--locale", f.locale, ruleset.Locales},
		{"--audience", f.audience, append([]string{""}, ruleset.Audiences...)},
	} {
		if !slices.Contains(c.allowed, c.value) {
			return usage{fmt.Sprintf("%s cannot be %q", c.flag, c.value), strings.TrimLeft(strings.Join(c.allowed, ", "), ", ")}
		}
	}
	if f.jsonl && len(f.files) > 1 {
		return usage{"--jsonl reads one file or the standard input", ""}
	}
	return nil
}

func lintCommand(args []string, in io.Reader, out io.Writer) (int, error) {
	f, err := parseLint(args)
	if err != nil {
		return exitUsage, err
	}
	engine, err := engineOf(f.rules)
	if err != nil {
		return codeOf(err), err
	}
	if len(f.files) == 0 {
		f.files = []string{"-"}
	}
	if f.jsonl {
		return lintLines(engine, f, in, out)
	}
	code := exitClean
	for _, name := range f.files {
		found, err := lintFile(engine, f, name, in, out)
		if err != nil {
			return exitUsage, err
		}
		code = max(code, found)
	}
	return code, nil
}

func engineOf(dir string) (*lint.Engine, error) {
	book, err := rules.Read(rules.Packs())
	if dir != "" {
		book, err = readBook(dir)
	}
	if err != nil {
		return nil, err
	}
	return lint.New(book.Ruleset("local"))
}

func lintFile(engine *lint.Engine, f lintFlags, name string, in io.Reader, out io.Writer) (int, error) {
	source := in
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return exitUsage, err
		}
		defer file.Close()
		source = file
	}
	data, err := io.ReadAll(io.LimitReader(source, maxFile))
	if err != nil {
		return exitUsage, err
	}
	draft := f.draft(strings.TrimSuffix(string(data), "\n"))
	report, err := engine.Lint(draft)
	if err != nil {
		return exitUsage, fmt.Errorf("%s: %w", shown(name), err)
	}
	if f.format == "json" {
		err = json.NewEncoder(out).Encode(report)
	} else {
		err = printText(out, shown(name), draft.Text, report)
	}
	return f.code(report.Verdict), err
}

func shown(name string) string {
	if name == "-" {
		return "stdin"
	}
	return name
}

func (f *lintFlags) draft(text string) lint.Draft {
	d := lint.Draft{Text: strings.ToValidUTF8(text, "\uFFFD"), Locale: f.locale, Now: time.Now().Format(time.RFC3339)}
	if f.language != "" {
		d.Language = &lint.Language{Code: f.language, Confidence: 1}
	}
	if f.audience != "" {
		d.Chat = &lint.Chat{Audience: f.audience}
	}
	return d
}

func (f *lintFlags) code(verdict string) int {
	if strength := ruleset.Strength(verdict); strength > 0 && strength >= ruleset.Strength(f.failOn) {
		return exitFound
	}
	return exitClean
}

// printText writes a finding a line: file:line:column, columns in characters from 1. The place itself is not repeated, so
// that no log ends up holding it.
func printText(out io.Writer, name, text string, report lint.Report) error {
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
