package detect

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// read makes a detector of its JSON form.
func read(t *testing.T, options string) Detector {
	t.Helper()
	d, err := tryRead(options)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func tryRead(options string) (Detector, error) {
	var tree any
	decoder := json.NewDecoder(strings.NewReader(options))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		return nil, err
	}
	var log field.Log
	d := Read(field.Root(map[string]any{"detect": tree}, &log).Need("detect"))
	return d, log.Err()
}

// find runs a detector as the engine does, with a plain search for its words, and marks what it found as [[…]].
func find(d Detector, s string) string {
	t := text.New(s)
	var hits []Hit
	for i, word := range d.Words() {
		view := t.Folded().S
		if word.Where == InBare {
			view = t.Bare().S
		}
		for at := 0; ; {
			k := strings.Index(view[at:], word.Text)
			if k < 0 {
				break
			}
			hits = append(hits, Hit{i, at + k, at + k + len(word.Text)})
			at += k + 1
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int { return a.End - b.End })
	var out strings.Builder
	at := 0
	for _, m := range d.Find(t, hits) {
		if m.Span.Start < at {
			continue
		}
		out.WriteString(s[at:m.Span.Start] + "[[" + s[m.Span.Start:m.Span.End] + "]]")
		at = m.Span.End
	}
	return out.String() + s[at:]
}

// cases are texts with the places a detector must find, marked; the marks are taken out before.
func cases(t *testing.T, options string, marked ...string) {
	t.Helper()
	d := read(t, options)
	for _, want := range marked {
		s := strings.NewReplacer("[[", "", "]]", "").Replace(want)
		if got := find(d, s); got != want {
			t.Errorf("%s\n got %s\nwant %s", options, got, want)
		}
	}
}

func TestReadNamesEveryMistake(t *testing.T) {
	for options, want := range map[string][]string{
		`{}`:                                                        {"names no detector"},
		`{"term":["x"]}`:                                            {"names no detector", `did you mean "terms"`},
		`{"terms":["x"],"emoji":{}}`:                                {"one detector, not terms and emoji"},
		`{"terms":[],"disguise":true}`:                              {"at least one term", `did you mean "disguised"`},
		`{"terms":["\u200b"," x"]}`:                                 {"number 1 is blank", "number 2 is blank"},
		`{"terms":["x","x"]}`:                                       {"twice"},
		`{"swap":["x"]}`:                                            {"table of short forms"},
		`{"swap":{"x":7}}`:                                          {"must be a list"},
		`{"pattern":"a(","digits":3}`:                               {"missing closing"},
		`{"pattern":"a*","keywords":["a"]}`:                         {"empty text"},
		`{"pattern":"a","digits":2,"keywords":["a"]}`:               {"either keywords or digits"},
		`{"pattern":"a","keywords":["a"],"check":"x"}`:              {"must be one of fr-nir"},
		`{"pattern":"a","keywords":["a"],"group":1}`:                {"from 0 to 0"},
		`{"pattern":"((a{1,100}){1,100}){1,100}","keywords":["a"]}`: {"invalid repeat count"},
		`{"pattern":"a{900}b{900}c{900}d{900}e{900}f{900}","keywords":["a"]}`: {"too large"},
		`{"pattern":"xa{0,900}","keywords":["a"]}`:                            {"nested more than 200"},
		`{"emoji":{}}`:               {"max, run or both"},
		`{"emoji":{"max":-1}}`:       {"from 0 to 100"},
		`{"capitals":{"letters":1}}`: {"from 2 to 1000", `"words" is missing`},
		`{"punctuation":{}}`:         {`"max" is missing`},
	} {
		_, err := tryRead(options)
		for _, part := range want {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("%s: got %v, want %q in it", options, err, part)
			}
		}
	}
}
