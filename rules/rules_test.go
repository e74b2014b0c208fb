package rules_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
)

func all(err error) string {
	var out strings.Builder
	for _, m := range rules.Mistakes(err) {
		out.WriteString(m.Error() + "\n")
	}
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(name); err != nil || string(want) != got {
		t.Errorf("%s (%v), got:\n%s", name, err, got)
	}
}

// TestInvalid reads a folder where every file is wrong: each mistake must be named, with its place, in one answer.
func TestInvalid(t *testing.T) {
	const dir = "testdata/invalid"
	files, err := filepath.Glob(dir + "/tone/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	_, err = rules.Read(only{os.DirFS(dir), "tone"})
	if err == nil {
		t.Fatal("invalid rules were accepted")
	}
	for _, file := range files {
		if name := "tone/" + filepath.Base(file); !strings.Contains(all(err), name+":") {
			t.Errorf("nothing is said of %s", name)
		}
	}
	golden(t, "testdata/invalid.golden", all(err))
}

// only shows one folder of a file system.
type only struct {
	fs.FS
	folder string
}

func (o only) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := fs.ReadDir(o.FS, name)
	if name == "." {
		list = slices.DeleteFunc(list, func(e fs.DirEntry) bool { return e.Name() != o.folder })
	}
	return list, err
}

func TestWrongFileName(t *testing.T) {
	_, err := rules.Read(os.DirFS("testdata/invalid"))
	if err == nil || !strings.Contains(all(err), "Bad/name.yml: the file's name must end in .yaml") {
		t.Errorf("got %v", err)
	}
	if _, err = rules.Read(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "no rule") {
		t.Errorf("an empty folder gave %v", err)
	}
	upper := fstest.MapFS{"Tone/Sot.yaml": {Data: []byte(rules.Skeleton)}}
	if _, err = rules.Read(upper); err == nil || !strings.Contains(all(err), "lower-case words") {
		t.Errorf("capitals in names gave %v", err)
	}
}

// TestExamples: an example that does not hold stops the compiler, with what was found instead.
func TestExamples(t *testing.T) {
	_, _, err := rules.Compile(os.DirFS("testdata/examples"), "1")
	if err == nil {
		t.Fatal("wrong examples were accepted")
	}
	golden(t, "testdata/examples.golden", all(err))
}

func TestSkeletonIsARule(t *testing.T) {
	packs := fstest.MapFS{"house/first.yaml": {Data: []byte(rules.Skeleton)}}
	rulesJSON, texts, err := rules.Compile(packs, "1")
	if err != nil {
		t.Fatal(all(err))
	}
	if !strings.Contains(string(rulesJSON), `"id":"house/first"`) || !strings.Contains(string(texts), "<strong>pourquoi</strong>") {
		t.Errorf("got %s\n%s", rulesJSON, texts)
	}
}

func TestBadVersion(t *testing.T) {
	packs := fstest.MapFS{"house/first.yaml": {Data: []byte(rules.Skeleton)}}
	if _, _, err := rules.Compile(packs, "one two"); err == nil || !strings.Contains(err.Error(), "no version") {
		t.Errorf("got %v", err)
	}
}

func TestParseExample(t *testing.T) {
	for in, want := range map[string]string{
		"rien": "rien", "a [[b]] c": "a [[b]] c", "[[a]][[b]]": "[[a]][[b]]", "é[[😀]]": "é[[😀]]",
		"[[a": "without ]]", "a]]": "without [[", "[[]]": "nothing", "[[a[[b]]": "without ]]",
	} {
		e, err := rules.ParseExample(in)
		if err != nil && !strings.Contains(err.Error(), want) || err == nil && e.String() != want {
			t.Errorf("%q: %q, %v", in, e, err)
		}
	}
}

// TestShippedRules guards the catalogue, not the code: what every rule that ships owes its readers.
func TestShippedRules(t *testing.T) {
	book, err := rules.Read(rules.Packs())
	if err != nil {
		t.Fatal(all(err))
	}
	for _, rule := range book.Rules {
		data, err := fs.ReadFile(rules.Packs(), rule.File)
		if err != nil {
			t.Fatal(err)
		}
		most := 40
		if strings.Contains(string(data), "\n  frame: ") {
			most = 100 // a list a line
		}
		rulePart, _, _ := strings.Cut(string(data), "\nexamples:")
		if n := strings.Count(rulePart, "\n"); n > most {
			t.Errorf("%s has %d lines before its examples, at most %d are allowed", rule.File, n, most)
		}
		for _, locale := range ruleset.Locales {
			if len(rule.Why[locale]) < 40 {
				t.Errorf("%s: the reason in %s is too short to help: %q", rule.File, locale, rule.Why[locale])
			}
			if strings.HasSuffix(rule.Message[locale], ".") || len([]rune(rule.Message[locale])) > 60 {
				t.Errorf("%s: the message in %s is a title: short and without a period: %q", rule.File, locale, rule.Message[locale])
			}
		}
		if len(rule.Flag) < 1 || len(rule.Pass) < 1 {
			t.Errorf("%s needs examples", rule.File)
		}
		if rule.Category == "confidential" && rule.Entity == "" {
			t.Errorf("%s finds confidential data and names no entity", rule.File)
		}
	}
}

// FuzzRule holds that no rule file crashes the reader, and that each mistake has a place inside the file.
func FuzzRule(f *testing.F) {
	f.Add([]byte(rules.Skeleton))
	for _, pattern := range []string{"testdata/*/tone/*.yaml", "packs/*/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			if data, err := os.ReadFile(name); err == nil {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _, err := rules.Compile(fstest.MapFS{"house/rule.yaml": {Data: data}}, "1")
		if err == nil {
			return
		}
		lines := strings.Count(string(data), "\n") + 1
		for _, m := range rules.Mistakes(err) {
			if m.Problem == "" || m.Line < 0 || m.Line > lines+1 {
				t.Fatalf("%q: %+v", data, m)
			}
		}
	})
}
