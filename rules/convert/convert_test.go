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
	for name, result := range results(t) {
		for _, f := range result.Files {
			_, err := rules.Read(fstest.MapFS{f.Name: {Data: []byte(f.Data)}})
			lines := strings.Split(f.Data, "\n")
			for _, m := range rules.Mistakes(err) {
				if !strings.Contains(lines[m.Line-1], convert.Mark) {
					t.Errorf("%s: %v", name, m)
				}
			}
			filled := strings.NewReplacer(`"" # `, `texte # `, "flag: []", `flag: ["[[x]]"]`, "pass: []", "pass: [x]").Replace(f.Data)
			if _, err := rules.Read(fstest.MapFS{f.Name: {Data: []byte(filled)}}); err != nil {
				t.Errorf("%s, filled in: %v", f.Name, err)
			}
		}
	}
}

func TestNothingToRead(t *testing.T) {
	if _, err := convert.Gitleaks("x.toml", []byte("rules = 1"), "en"); err == nil {
		t.Error("wrong TOML was taken")
	}
	if _, err := convert.Vale(fstest.MapFS{}, "en"); err == nil {
		t.Error("an empty folder was taken")
	}
}
