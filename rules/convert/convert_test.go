package convert_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bonton/bonton/rules"
	"github.com/bonton/bonton/rules/convert"
)

func results(t *testing.T) map[string]*convert.Result {
	t.Helper()
	data, err := os.ReadFile("testdata/gitleaks.toml")
	if err != nil {
		t.Fatal(err)
	}
	gitleaks, err := convert.Gitleaks("gitleaks.toml", data, "en")
	if err != nil {
		t.Fatal(err)
	}
	vale, err := convert.Vale(os.DirFS("testdata/vale"), "en")
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*convert.Result{"gitleaks": gitleaks, "vale": vale}
}

// TestGolden compares every file that is written, and the list of what is not, with testdata/*.golden.
func TestGolden(t *testing.T) {
	for name, result := range results(t) {
		var out strings.Builder
		for _, f := range result.Files {
			fmt.Fprintf(&out, "-- %s --\n%s", f.Name, f.Data)
		}
		out.WriteString("-- left --\n")
		for _, l := range result.Left {
			out.WriteString(l.String() + "\n")
		}
		golden := filepath.Join("testdata", name+".golden")
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || string(want) != out.String() {
			t.Errorf("%s (%v), got:\n%s", golden, err, out.String())
		}
	}
}

// TestOnlyAnAuthorIsMissing holds that bonton rules check says nothing of an imported rule but at its marked lines, and
// nothing at all once they are filled in.
func TestOnlyAnAuthorIsMissing(t *testing.T) {
	for _, result := range results(t) {
		complete(t, result)
	}
}

func complete(t *testing.T, result *convert.Result) {
	t.Helper()
	for _, f := range result.Files {
		_, err := rules.Read(fstest.MapFS{f.Name: {Data: []byte(f.Data)}})
		lines := strings.Split(f.Data, "\n")
		for _, m := range rules.Mistakes(err) {
			if m.Line == 0 || !strings.Contains(lines[m.Line-1], convert.Mark) {
				t.Errorf("%v in\n%s", m, f.Data)
			}
		}
		filled := strings.NewReplacer(`: "" # `, `: texte # `, "flag: []", `flag: ["[[x]]"]`, "pass: []", "pass: [x]").Replace(f.Data)
		if _, err := rules.Read(fstest.MapFS{f.Name: {Data: []byte(filled)}}); err != nil {
			t.Errorf("filled in: %v in\n%s", err, filled)
		}
	}
}

// FuzzVale holds that no style crashes the import, and that what is written lacks nothing but what is marked.
func FuzzVale(f *testing.F) {
	names, _ := filepath.Glob("testdata/vale/*/*")
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		result, err := convert.Vale(fstest.MapFS{"House/Rule.yml": {Data: data}}, "en")
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Files)+len(result.Left) == 0 {
			t.Fatal("a rule was lost silently")
		}
		complete(t, result)
	})
}

// FuzzGitleaks holds the same of gitleaks' configurations.
func FuzzGitleaks(f *testing.F) {
	data, err := os.ReadFile("testdata/gitleaks.toml")
	if err != nil {
		f.Fatal(err)
	}
	for part := range strings.SplitSeq(string(data), "\n\n") {
		f.Add([]byte(part))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if result, err := convert.Gitleaks("x.toml", data, "en"); err == nil {
			complete(t, result)
		}
	})
}

// TestHostileNames: what another file calls its rules cannot write lines of ours.
func TestHostileNames(t *testing.T) {
	result, err := convert.Gitleaks("x.toml", []byte("[[rules]]\nid = \"a\\nmutable: true\"\ndescription = \"<b>\"\nregex = \"abcd\"\n"), "en")
	if err != nil || len(result.Files) != 1 || strings.Contains(result.Files[0].Data, "\nmutable") {
		t.Fatalf("%v %+v", err, result)
	}
	complete(t, result)
}

func TestNothingToRead(t *testing.T) {
	if _, err := convert.Gitleaks("x.toml", []byte("rules = 1"), "en"); err == nil {
		t.Error("wrong TOML was taken")
	}
	if _, err := convert.Vale(fstest.MapFS{}, "en"); err == nil {
		t.Error("an empty folder was taken")
	}
}
