package field_test

import (
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/field"
)

// read collects the mistakes of reading the tree with f.
func read(tree any, f func(v field.Value)) string {
	var log field.Log
	f(field.Root(tree, &log))
	if err := log.Err(); err != nil {
		return err.Error()
	}
	return ""
}

func TestMistakesCarryTheirPath(t *testing.T) {
	tree := map[string]any{"list": []any{"a", 7, "a", ""}, "nmae": "x", "n": 12, "none": nil, "flag": "yes"}
	got := read(tree, func(v field.Value) {
		v.Object("list", "name", "n", "none", "flag", "missing")
		v.Get("list").Texts(9, 5)
		v.Get("n").Int(0, 10)
		v.Get("flag").Flag()
		v.Need("missing")
	})
	for _, want := range []string{
		`nmae: unknown field "nmae"`, `hint: did you mean "name"?`, "none: must not be null", "list[1]: must be text, not a number",
		`list[2]: "a" stands in the list twice`, "list[3]: must not be empty", "n: must be from 0 to 10, not 12",
		"flag: must be true or false, not text", `the field "missing" is missing`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in:\n%s", want, got)
		}
	}
}

func TestLimits(t *testing.T) {
	long := strings.Repeat("x", 11)
	got := read(map[string]any{"text": long, "list": []any{"a", "b", "c"}, "bytes": "\xff", "choice": "blue"}, func(v field.Value) {
		v.Get("text").Text(10)
		v.Get("list").List(2)
		v.Get("bytes").Text(10)
		v.Get("choice").Choice("red", "green")
	})
	for _, want := range []string{"text: is 11 bytes long, at most 10", "list: has 3 items, at most 2", "bytes: is not valid UTF-8",
		`choice: must be one of red, green, not "blue"`} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in:\n%s", want, got)
		}
	}
}

// TestMistakesAreBounded: hostile input cannot ask for a message without end.
func TestMistakesAreBounded(t *testing.T) {
	tree := map[string]any{}
	for i := range 10_000 {
		tree[strings.Repeat("y", 1000)+string(rune('a'+i%26))+strings.Repeat("z", i%100)] = "x"
	}
	var log field.Log
	field.Root(tree, &log).Object("known")
	if log.Len() != field.MaxMistakes || len(log.Err().Error()) > 40_000 {
		t.Errorf("%d mistakes in %d bytes", log.Len(), len(log.Err().Error()))
	}
}

func TestNearest(t *testing.T) {
	known := []string{"terms", "emoji", "pattern"}
	for name, want := range map[string]string{"term": `did you mean "terms"?`, "emojis": `did you mean "emoji"?`, "banana": "known here: terms, emoji, pattern"} {
		if got := field.Nearest(name, known); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
