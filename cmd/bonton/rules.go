package main

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
	"github.com/bonton/bonton/rules/schema"
)

// mistakes are those of a folder of rules, to be shown with the folder's name before each file.
type mistakes struct {
	dir string
	err error
}

func (m mistakes) Error() string { return m.err.Error() }

func (m mistakes) lines() []string {
	var out []string
	for _, one := range rules.Mistakes(m.err) {
		shown := *one
		shown.File = inDir(m.dir, one.File)
		out = append(out, shown.Error())
	}
	return append(out, fmt.Sprintf("bonton: %s", count(len(out), "mistake")))
}

func inDir(dir, name string) string { return filepath.ToSlash(filepath.Join(dir, name)) }

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// rulesVerbs are what bonton rules can do.
var rulesVerbs = map[string]func(args []string, out io.Writer) (int, error){
	"check":  func(args []string, out io.Writer) (int, error) { return checkRules("rules check", args, out) },
	"test":   func(args []string, out io.Writer) (int, error) { return checkRules("rules test", args, out) },
	"new":    newRule,
	"schema": printSchema,
	"bench":  benchRules,
	"diff":   diffRules,
	"import": importRules,
}

func rulesCommand(args []string, out io.Writer) (int, error) {
	return group("rules", rulesVerbs, args, out)
}

// group runs the verb of a command that has several.
func group(name string, verbs map[string]func(args []string, out io.Writer) (int, error), args []string, out io.Writer) (int, error) {
	known := strings.Join(slices.Sorted(maps.Keys(verbs)), ", ")
	if len(args) == 0 {
		return exitUsage, usage{fmt.Sprintf("bonton %s needs a verb", name), known}
	}
	if slices.Contains([]string{"help", "-h", "--help"}, args[0]) {
		return exitClean, wantsHelp(name)
	}
	verb, ok := verbs[args[0]]
	if !ok {
		return exitUsage, usage{fmt.Sprintf("unknown verb %q", args[0]), known}
	}
	return verb(args[1:], out)
}

func checkRules(command string, args []string, out io.Writer) (int, error) {
	args, err := newFlags(command).parse(args, 1, 1)
	if err != nil {
		return exitUsage, err
	}
	dir, test := args[0], command == "rules test"
	book, err := readBook(dir)
	if err != nil {
		return codeOf(err), err
	}
	examine := book.TestLessons
	if test {
		examine = book.Test
	}
	if err := examine(); err != nil {
		return exitFound, mistakes{dir, err}
	}
	if _, _, err := book.Encode("check"); err != nil {
		return exitFound, mistakes{dir, err}
	}
	for _, remark := range book.Remarks {
		shown := *remark
		shown.File, shown.Problem = inDir(dir, shown.File), "note: "+shown.Problem
		fmt.Fprintln(out, shown.Error())
	}
	examples := 0
	for _, rule := range book.Rules {
		if rule.Shipped {
			continue // they were run where they shipped
		}
		examples += len(rule.Flag) + len(rule.Pass)
	}
	all := []string{count(len(book.Rules), "rule")}
	if len(book.Lessons) > 0 {
		all = append(all, count(len(book.Lessons), "lesson"))
	}
	if test {
		all = append(all, count(examples, "example"))
	}
	fmt.Fprintf(out, "%s: all right\n", strings.Join(all, ", "))
	return exitClean, nil
}

func readBook(dir string) (*rules.Book, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, usage{fmt.Sprintf("%s is not a folder that can be read", dir), "give the folder that holds the packs"}
	}
	book, err := rules.Read(os.DirFS(dir))
	if err != nil {
		return nil, mistakes{dir, err}
	}
	return book, nil
}

// codeOf is the exit code of an error: mistakes of an author are findings, anything else is not.
func codeOf(err error) int {
	if _, ok := err.(mistakes); ok {
		return exitFound
	}
	return exitUsage
}

// newRule writes a complete rule that passes its own examples, to be changed, and the schema that its first line names.
func newRule(args []string, out io.Writer) (int, error) {
	args, err := newFlags("rules new").parse(args, 2, 2)
	if err != nil {
		return exitUsage, err
	}
	dir, id := args[0], args[1]
	if !ruleset.ValidID(id) {
		return exitUsage, usage{fmt.Sprintf("%q is no rule id", id), "lower-case words with dashes, such as tone/insult-fr"}
	}
	name := filepath.Join(dir, filepath.FromSlash(id)+".yaml")
	if _, err := os.Stat(name); err == nil {
		return exitUsage, usage{fmt.Sprintf("%s exists already", name), ""}
	}
	if err := os.MkdirAll(filepath.Join(dir, path.Dir(id)), 0o755); err != nil {
		return exitUsage, err
	}
	for file, data := range map[string][]byte{name: []byte(rules.Skeleton), filepath.Join(dir, rules.SkeletonSchema): schema.Rule()} {
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return exitUsage, err
		}
	}
	fmt.Fprintln(out, filepath.ToSlash(name))
	return exitClean, nil
}

// printSchema writes the JSON Schema of rule files, of bonton.yaml or of lessons.
func printSchema(args []string, out io.Writer) (int, error) {
	args, err := newFlags("rules schema").parse(args, 1, 1)
	if err != nil {
		return exitUsage, err
	}
	schemas := map[string]func() []byte{"rule": schema.Rule, "folder": schema.Folder, "lesson": schema.Lesson}
	write, ok := schemas[args[0]]
	if !ok {
		return exitUsage, usage{fmt.Sprintf("there is no schema %q", args[0]), "rule, folder (bonton.yaml) or lesson"}
	}
	_, err = out.Write(write())
	return exitClean, err
}
