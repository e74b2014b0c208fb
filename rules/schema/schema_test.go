package schema

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"github.com/bonton/bonton/lint/detect"
	fields "github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/reasons"
	"github.com/bonton/bonton/rules"
)

// TestUpToDate holds that docs/schema is what this package writes; UPDATE_GOLDEN writes it again.
func TestUpToDate(t *testing.T) {
	for name, want := range map[string][]byte{"rule": Rule(), "bonton": Folder(), "lesson": Lesson()} {
		name = "../../docs/schema/" + name + ".schema.json"
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(name, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is stale (%v): UPDATE_GOLDEN=1 go test ./rules/schema writes it", name, err)
		}
	}
}

// TestSameFields holds that the description names what the readers know, no more and no less.
func TestSameFields(t *testing.T) {
	var got []string
	for _, d := range detectors {
		line := d.value.name
		for _, o := range d.options {
			line += " " + o.name
		}
		got = append(got, line)
	}
	var want []string
	for _, k := range detect.Kinds() {
		want = append(want, strings.Join(append([]string{k.Name}, k.Options...), " "))
	}
	same(t, "detectors", got, want)
	same(t, "rule", names(ruleFile()), append([]string{"why", "examples"}, ruleset.RuleFields...))
	lesson := lessonFile()
	same(t, "lesson", names(lesson), rules.LessonFields)
	for _, f := range lesson.fields {
		switch f.name {
		case "cast":
			same(t, f.name, names(f.node), rules.CastFields)
		case "opening":
			same(t, f.name, names(*f.items), rules.OpeningFields)
		case "replies":
			same(t, f.name, names(*f.items), rules.ReplyFields)
		}
	}
	folder := folderFile()
	same(t, "folder", names(folder), rules.FolderFields)
	for _, f := range folder.fields {
		switch f.name {
		case "settings":
			same(t, f.name, names(f.node), ruleset.SettingFields)
		case "texts":
			same(t, f.name, names(f.node), reasons.PageFields)
		}
	}
}

func names(n node) []string {
	var out []string
	for _, f := range n.fields {
		out = append(out, f.name)
	}
	return out
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	got, want = slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		t.Errorf("%s: described %q, read %q", what, got, want)
	}
}

func compiled(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", tree); err != nil {
		t.Fatal(err)
	}
	out, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func parsed(t *testing.T, data []byte) any {
	t.Helper()
	var tree any
	if err := yaml.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	return tree
}

// TestValidFiles holds that an editor marks nothing in files that bonton accepts.
func TestValidFiles(t *testing.T) {
	rule, folder, lesson := compiled(t, Rule()), compiled(t, Folder()), compiled(t, Lesson())
	files := map[string]*jsonschema.Schema{"../skeleton.yaml": rule}
	for pattern, schema := range map[string]*jsonschema.Schema{"../packs/*/*.yaml": rule, "../testdata/folders/valid/*/*/*.yaml": rule,
		"../testdata/folders/valid/*/bonton.yaml": folder, "../packs/*/lessons/*.yaml": lesson} {
		list, err := filepath.Glob(pattern)
		if err != nil || len(list) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range list {
			files[name] = schema
		}
	}
	for name, schema := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(parsed(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestInvalidFiles holds that it does mark slips in names, choices, kinds and bounds.
func TestInvalidFiles(t *testing.T) {
	rule, folder := compiled(t, Rule()), compiled(t, Folder())
	for _, line := range []string{"colour: red", "languages: fr", "when: {who: [customer]}", "fix: [explode]", "category: x", "mutable: yes please",
		"detect: {emoji: {max: 101}}", "detect: {emoji: {max: 2}, folded: true}", "detect: {}", "message: {fr: a}"} {
		data, err := fs.ReadFile(rules.Packs(), "emoji/too-many.yaml")
		if err != nil {
			t.Fatal(err)
		}
		tree := parsed(t, data).(map[string]any)
		maps.Copy(tree, parsed(t, []byte(line)).(map[string]any))
		if rule.Validate(tree) == nil {
			t.Errorf("a rule with %q passed", line)
		}
	}
	for _, line := range []string{"format: 2", "format: 1\nuse: tone", "format: 1\noverride: {tone/x: on}", "format: 1\nallow: {fone: [a]}",
		"format: 1\nreasons: [{id: a}]", "format: 1\nsettings: {staleDays: 0}", "use: [tone]"} {
		if folder.Validate(parsed(t, []byte(line))) == nil {
			t.Errorf("a bonton.yaml with %q passed", line)
		}
	}
}

// TestExamplesAndBounds reads each detector's example, and that example with each number put at its bounds and beyond:
// description and reader must agree.
func TestExamplesAndBounds(t *testing.T) {
	for _, d := range detectors {
		tree := parsed(t, []byte(d.example)).(map[string]any)
		if err := readable(tree); err != nil {
			t.Errorf("%s: %v", d.example, err)
		}
		for _, o := range append(slices.Clone(d.options), d.value) {
			bounds(t, tree, tree, o)
		}
	}
}

func bounds(t *testing.T, whole, part map[string]any, f field) {
	t.Helper()
	if inner, ok := part[f.name].(map[string]any); ok && f.kind == object {
		for _, g := range f.fields {
			bounds(t, whole, inner, g)
		}
	}
	if f.kind != integer || f.name == "group" { // its bound is the pattern's own number of groups
		return
	}
	before, had := part[f.name]
	for n, valid := range map[int]bool{f.low: true, f.high: true, f.low - 1: false, f.high + 1: false} {
		part[f.name] = n
		err := readable(whole)
		wrong := err != nil && strings.Contains(err.Error(), "must be from")
		if wrong == valid {
			t.Errorf("%s: %d: read with error %v, described as valid: %v", f.name, n, err, valid)
		}
	}
	if part[f.name] = before; !had {
		delete(part, f.name)
	}
}

// TestSkeleton holds that the file to start from names every detector.
func TestSkeleton(t *testing.T) {
	head, _, _ := strings.Cut(rules.Skeleton, "detect:")
	for _, k := range detect.Kinds() {
		if !strings.Contains(head, k.Name) {
			t.Errorf("skeleton.yaml does not name the detector %s", k.Name)
		}
	}
}

func readable(tree any) error {
	var log fields.Log
	detect.Read(fields.Root(tree, &log))
	return log.Err()
}
