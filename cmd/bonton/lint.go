package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/bonton/bonton/language"
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
	set := newFlags("lint")
	set.StringVar(&f.format, "format", "text", "")
	set.StringVar(&f.failOn, "fail-on", "warn", "")
	set.StringVar(&f.locale, "locale", "", "")
	set.StringVar(&f.language, "language", "", "")
	set.StringVar(&f.audience, "audience", "", "")
	set.StringVar(&f.rules, "rules", "", "")
	set.BoolVar(&f.jsonl, "jsonl", false, "")
	var err error
	if f.files, err = set.parse(args, 0, math.MaxInt); err != nil {
		if errors.As(err, new(wantsHelp)) {
			return f, errHelp
		}
		return f, err
	}
	return f, f.check()
}

func (f *lintFlags) check() error {
	for _, c := range []struct {
		flag, value string
		allowed     []string
	}{
		{"--format", f.format, formats},
		{"--fail-on", f.failOn, ruleset.Actions},
		{"--locale", f.locale, append([]string{""}, ruleset.Locales...)},
		{"--audience", f.audience, append([]string{""}, ruleset.Audiences...)},
	} {
		if !slices.Contains(c.allowed, c.value) {
			return usage{fmt.Sprintf("%s cannot be %q", c.flag, c.value), strings.TrimLeft(strings.Join(c.allowed, ", "), ", ")}
		}
	}
	switch {
	case f.jsonl && len(f.files) > 1:
		return usage{"--jsonl reads one file or the standard input", ""}
	case f.jsonl && f.format == "sarif":
		return usage{"--jsonl answers a line for a line", "--format sarif is for files"}
	}
	return nil
}

func lintCommand(args []string, in io.Reader, out io.Writer) (int, error) {
	f, err := parseLint(args)
	if err != nil {
		return exitUsage, err
	}
	book, err := bookOf(f.rules)
	if err != nil {
		return codeOf(err), err
	}
	engine, err := lint.New(book.Ruleset("local"))
	if err != nil {
		return exitUsage, err
	}
	if len(f.files) == 0 {
		f.files = []string{"-"}
	}
	if f.jsonl {
		return lintLines(engine, f, in, out)
	}
	code := exitClean
	var bad []error // files that cannot be read do not keep the others from being checked
	printer := f.printer(book, out)
	for _, name := range f.files {
		found, err := lintFile(engine, f, name, in, printer)
		bad = append(bad, err)
		code = max(code, found)
	}
	return code, errors.Join(append(bad, printer.end())...)
}

// bookOf reads the rules of a folder, or those that ship with bonton.
func bookOf(dir string) (*rules.Book, error) {
	if dir == "" {
		return rules.Read(rules.Packs())
	}
	return readBook(dir)
}

func lintFile(engine *lint.Engine, f lintFlags, name string, in io.Reader, out printer) (int, error) {
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
	return f.code(report.Verdict), out.print(shown(name), draft.Text, report)
}

func shown(name string) string {
	if name == "-" {
		return "stdin"
	}
	return name
}

func (f *lintFlags) draft(text string) lint.Draft {
	d := lint.Draft{Text: strings.ToValidUTF8(text, "\uFFFD"), Locale: f.locale, Now: time.Now().Format(time.RFC3339)}
	d.Language = f.languageOf(text)
	if f.audience != "" {
		d.Chat = &lint.Chat{Audience: f.audience}
	}
	return d
}

// languageOf asks the language program, as the browser does, unless the command line says the language.
func (f *lintFlags) languageOf(text string) *lint.Language {
	if f.language != "" {
		return &lint.Language{Code: f.language, Confidence: 1}
	}
	found := language.Of(text)
	return &lint.Language{Code: found.Code, Confidence: found.Confidence, Also: found.Also}
}

func (f *lintFlags) code(verdict string) int {
	if strength := ruleset.Strength(verdict); strength > 0 && strength >= ruleset.Strength(f.failOn) {
		return exitFound
	}
	return exitClean
}
