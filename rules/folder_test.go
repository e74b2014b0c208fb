package rules

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/reasons"
)

func sameAsGolden(t *testing.T, name, got string) {
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

func listed(err error) string {
	var out strings.Builder
	for _, m := range Mistakes(err) {
		out.WriteString(m.Error() + "\n")
	}
	return out.String()
}

// TestFolders compiles each admin's folder of testdata/folders and compares with the .golden beside it: what is wrong with
// an invalid one, and of a valid one the remarks and what the company's part of the compiled files is.
func TestFolders(t *testing.T) {
	for _, kind := range []string{"valid", "invalid"} {
		dirs, err := filepath.Glob("testdata/folders/" + kind + "/*")
		dirs = slices.DeleteFunc(dirs, func(name string) bool { return strings.HasSuffix(name, ".golden") })
		if err != nil || len(dirs) == 0 {
			t.Fatal("no folders", err)
		}
		for _, dir := range dirs {
			got, err := compiled(t, dir)
			if (err == nil) != (kind == "valid") {
				t.Errorf("%s: error %v", dir, err)
				continue
			}
			sameAsGolden(t, filepath.Clean(dir)+".golden", got)
		}
	}
}

func compiled(t *testing.T, dir string) (string, error) {
	rulesJSON, textsJSON, err := Compile(os.DirFS(dir), "1")
	if err != nil {
		return listed(err), err
	}
	set, err := ruleset.Decode(rulesJSON)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := reasons.Decode(textsJSON)
	if err != nil {
		t.Fatal(err)
	}
	set.Rules = set.Rules[:0]
	texts.Why = nil
	for _, name := range wantedGuides {
		delete(texts.Pages.Guides, name) // those that ship
	}
	if len(texts.Pages.Guides) == 0 {
		texts.Pages.Guides = nil
	}
	a, _ := ruleset.Encode(set)
	b, _ := reasons.Encode(texts)
	book, err := Read(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, m := range book.Remarks {
		out.WriteString(m.Error() + "\n")
	}
	for _, rule := range book.Rules {
		if !rule.Shipped || book.Folder.Override[rule.ID].Action != "" {
			out.WriteString(rule.ID + " " + rule.Action + "\n")
		}
	}
	return out.String() + string(a) + "\n" + string(b) + "\n", nil
}

// TestFolderInForce lints with a compiled folder: overrides, own values and own rules are all at work.
func TestFolderInForce(t *testing.T) {
	rulesJSON, _, err := Compile(os.DirFS("testdata/folders/valid/house"), "1")
	if err != nil {
		t.Fatal(listed(err))
	}
	engine, err := lint.Load(rulesJSON)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"Appelez le 01 47 05 69 85.":                                        "",
		"Appelez le 06 12 45 78 98.":                                        "confidential/phone note",
		"Mon IBAN FR7630006000011234567890189, écrivez à a@maison-faure.fr": "",
		"Connard":      "tone/insult-fr justify",
		"Mondepannage": "house/rival note",
		"😀😀😀😀😀😀😀😀😀":    "",
	} {
		report, err := engine.Lint(lint.Draft{Text: text, Locale: "fr"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range report.Findings {
			got = append(got, f.Rule+" "+f.Action)
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %v, want %q", text, got, want)
		}
	}
}

// TestRenamed: an id of yesterday is understood in an override, and told to the extension for its own lists.
func TestRenamed(t *testing.T) {
	s, err := newShipped(Packs(), map[string]string{"tone/swearing": "tone/cursing", "tone/cursing": "tone/insult-fr", "tone/gone": ""})
	if err != nil {
		t.Fatal(err)
	}
	book, err := readAdmin(fstest.MapFS{}, []byte("format: 1\noverride: {tone/swearing: {action: block}}"), s)
	if err != nil {
		t.Fatal(listed(err))
	}
	if got := book.Folder.Override["tone/insult-fr"].Action; got != "block" || book.renamed["tone/swearing"] != "tone/insult-fr" {
		t.Errorf("override %q, renamed %v", got, book.renamed)
	}
	if len(book.Remarks) != 1 || !strings.Contains(book.Remarks[0].Problem, "is called tone/insult-fr now") {
		t.Errorf("remarks %v", book.Remarks)
	}
	_, err = readAdmin(fstest.MapFS{}, []byte("format: 1\noverride: {tone/gone: off, tone/swearing: off, tone/insult-fr: off}"), s)
	if got := listed(errors.Join(err)); !strings.Contains(got, "no longer ships") || !strings.Contains(got, "same rule as") {
		t.Error(got)
	}
}

// FuzzFolder holds that no bonton.yaml crashes the reader: it is refused with mistakes inside the file, or compiles with a
// pack to files that the engine takes.
func FuzzFolder(f *testing.F) {
	s, err := newShipped(fstest.MapFS{"tone/first.yaml": {Data: []byte(Skeleton)}}, renames{"tone/old": "tone/first", "tone/gone": ""})
	if err != nil {
		f.Fatal(err)
	}
	names, _ := filepath.Glob("testdata/folders/*/*/bonton.yaml")
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Add([]byte("format: 1\noverride: {tone/old: {action: block}}\nallow: {phone: [+33 1 47 05 69 85], domain: [a.fr]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := readAdmin(fstest.MapFS{}, data, s)
		if err == nil {
			err = book.Test()
		}
		if err == nil {
			if _, _, err := book.Encode("1"); err != nil {
				t.Fatalf("%q was read, and not compiled: %v", data, err)
			}
			return
		}
		lines := strings.Count(string(data), "\n") + 1
		for _, m := range Mistakes(err) {
			if m.Problem == "" || m.Line < 0 || m.Line > lines+1 {
				t.Fatalf("%q: %+v", data, m)
			}
		}
	})
}

// TestMisplacedFiles: YAML that nobody would read is named; bonton.yaml, rules, lessons and hidden folders are not.
func TestMisplacedFiles(t *testing.T) {
	rule, err := fs.ReadFile(Packs(), "tone/insult-fr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	rule = append([]byte("category: tone\n"), rule...)
	folder := fstest.MapFS{"house/first.yaml": {Data: rule}, "bonton.yaml": {Data: []byte("format: 1")}, ".github/workflows/a.yml": {}, ".ci.yaml": {}, "notes.txt": {}}
	if _, err := Read(folder); err != nil {
		t.Fatal(listed(err))
	}
	for _, name := range []string{"code-name.yaml", "house/clients/x.yaml", "house/a.YAML", "house/lessons/b.yml", "house/lessons/deeper/c.yaml", "top.YML"} {
		folder[name] = &fstest.MapFile{Data: rule}
		if _, err := Read(folder); !strings.Contains(listed(err), name+": ") {
			t.Errorf("%s: %v", name, err)
		}
		delete(folder, name)
	}
}

// TestShippedLessonID: a folder's own lesson cannot stand beside a shipped one of the same id; under another name it can.
func TestShippedLessonID(t *testing.T) {
	rule, err := fs.ReadFile(Packs(), "tone/insult-fr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lesson, err := fs.ReadFile(Packs(), "policy/lessons/late-evening.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"policy/lessons/late-evening.yaml": "late-evening.yaml: the lesson \"policy/late-evening\" ships with bonton", "policy/lessons/our-evening.yaml": ""} {
		_, err := Read(fstest.MapFS{"bonton.yaml": {Data: []byte("format: 1")}, "house/first.yaml": {Data: append([]byte("category: tone\n"), rule...)}, name: {Data: lesson}})
		if (want == "") != (err == nil) || err != nil && !strings.Contains(listed(err), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
