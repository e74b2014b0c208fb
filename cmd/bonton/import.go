package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
	"github.com/bonton/bonton/rules/convert"
	"github.com/bonton/bonton/rules/schema"
)

// importRules writes rules of another linter as rule files and says what could not be said.
func importRules(args []string, out io.Writer) (int, error) {
	set := newFlags("rules import")
	to := set.String("to", "", "")
	lang := set.String("lang", "en", "")
	args, err := set.parse(args, 2, 2)
	switch {
	case err != nil:
		return exitUsage, err
	case *to == "":
		return exitUsage, usage{"bonton rules import needs --to DIR", "the folder of packs to write into"}
	case !slices.Contains(ruleset.Locales, *lang):
		return exitUsage, usage{fmt.Sprintf("--lang cannot be %q", *lang), strings.Join(ruleset.Locales, " or ")}
	}
	result, err := converted(args[0], args[1], *lang)
	if err != nil {
		return exitUsage, err
	}
	if err := writeImported(*to, result.Files); err != nil {
		return exitUsage, err
	}
	for _, f := range result.Files {
		fmt.Fprintln(out, inDir(*to, f.Name))
	}
	for _, left := range result.Left {
		fmt.Fprintln(out, left)
	}
	fmt.Fprintf(out, "%s written, %s left out; look for %q in the files\n", count(len(result.Files), "rule"), count(len(result.Left), "thing"), convert.Mark)
	return exitClean, nil
}

func converted(kind, source, lang string) (*convert.Result, error) {
	switch kind {
	case "gitleaks":
		data, err := os.ReadFile(source)
		if err != nil {
			return nil, err
		}
		return convert.Gitleaks(source, data, lang)
	case "vale":
		if info, err := os.Stat(source); err != nil || !info.IsDir() {
			return nil, usage{fmt.Sprintf("%s is not a folder that can be read", source), "give the StylesPath, which holds a folder for each style"}
		}
		return convert.Vale(os.DirFS(source), lang)
	}
	return nil, usage{fmt.Sprintf("cannot import from %q", kind), "gitleaks or vale"}
}

// writeImported writes all files or, where one of them exists, none.
func writeImported(dir string, files []convert.File) error {
	for _, f := range files {
		if _, err := os.Stat(filepath.Join(dir, f.Name)); err == nil {
			return usage{fmt.Sprintf("%s exists already", inDir(dir, f.Name)), "nothing was written; choose another folder, or move the file away"}
		}
	}
	if len(files) > 0 {
		files = append(slices.Clone(files), convert.File{Name: rules.SkeletonSchema, Data: string(schema.Rule())})
	}
	for _, f := range files {
		name := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, []byte(f.Data), 0o644); err != nil {
			return err
		}
	}
	return nil
}
