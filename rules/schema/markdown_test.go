package schema

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/bonton/bonton/rules"
)

const guide = "../../docs/rules.md"

var block = regexp.MustCompile(`(?s)<!-- (\w+) (fr|en) -->\n.*?<!-- end -->`)

// TestGuide holds that the tables of docs/rules.md are those of the code, each in both languages; UPDATE_GOLDEN writes them
// again.
func TestGuide(t *testing.T) {
	data, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	want := block.ReplaceAllStringFunc(string(data), func(old string) string {
		part := block.FindStringSubmatch(old)
		table, ok := Tables(part[2])[part[1]]
		if !ok {
			t.Errorf("there is no table %s", part[1])
		}
		seen[part[1]+part[2]] = true
		return "<!-- " + part[1] + " " + part[2] + " -->\n" + table + "<!-- end -->"
	})
	for _, language := range []string{"fr", "en"} {
		for name := range Tables(language) {
			if !seen[name+language] {
				t.Errorf("the table %s is missing in %s", name, language)
			}
		}
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(guide, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if want != string(data) {
		t.Error("docs/rules.md is stale: UPDATE_GOLDEN=1 go test ./rules/schema writes its tables")
	}
}

// TestGuideExamples holds that what the guide shows is accepted: its rule with its examples, and its bonton.yaml.
func TestGuideExamples(t *testing.T) {
	data, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(data), -1)
	if len(examples) != 2 || !strings.Contains(examples[1][1], "override") {
		t.Fatalf("%d examples", len(examples))
	}
	folder := fstest.MapFS{"house/delays.yaml": {Data: []byte(examples[0][1])}, rules.FolderFile: {Data: []byte(examples[1][1])}}
	if _, _, err := rules.Compile(folder, "1"); err != nil {
		for _, m := range rules.Mistakes(err) {
			t.Error(m)
		}
	}
}
