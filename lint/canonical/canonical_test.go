package canonical

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDecode(t *testing.T) {
	deep := strings.Repeat("[", 16) + strings.Repeat("]", 16)
	for data, want := range map[string]any{
		`{"a":1,"b":["x","é😀\"\\\n\u0001\u2028"],"c":["x",2,null],"d":{"":[]}}`: map[string]any{"a": json.Number("1"),
			"b": []string{"x", "é😀\"\\\n\x01\u2028"}, "c": []any{"x", json.Number("2"), nil}, "d": map[string]any{"": []any{}}},
		`[-0.5e+7,true,false,"<&>"]`: []any{json.Number("-0.5e+7"), true, false, "<&>"},
		`["[[[[[[[[[[[[[[[[[[[["]`:   []string{strings.Repeat("[", 20)},
		`""`:                         "",
		"\"\u007f\ufffd\"":           "\u007f\ufffd",
	} {
		got, err := Decode([]byte(data), 1000)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", data, err, diff)
		}
	}
	if _, err := Decode([]byte(deep), 1000); err != nil {
		t.Error(err)
	}
}

func TestRefused(t *testing.T) {
	for data, want := range map[string]string{
		"":                              "not JSON",
		"{":                             "not JSON",
		`["a",]`:                        "not JSON",
		`{"a":1,}`:                      "not JSON",
		`"` + "\x01" + `"`:              "not JSON",
		`01`:                            "not canonical",
		`-`:                             "not JSON",
		`1.`:                            "not JSON",
		`tru`:                           "not JSON",
		`"\ud800"`:                      "not canonical",
		`"\u0041"`:                      "not canonical",
		`"\u000A"`:                      "not canonical",
		`"\u000a"`:                      "not canonical",
		`"\u001F"`:                      "not canonical",
		`"\/"`:                          "not canonical",
		`"é\u00e9"`:                     "not canonical",
		"\"\u2028\"":                    "not canonical",
		"\"\xff\"":                      "not canonical",
		`{"a":1,"a":1}`:                 "not canonical",
		`{"b":1,"a":1}`:                 "not canonical",
		`{"":1,"":1}`:                   "not canonical",
		`[1, 2]`:                        "not canonical",
		`[] `:                           "not canonical",
		`[][]`:                          "not canonical",
		strings.Repeat("[", 17):         "nested more than 16",
		strings.Repeat(`{"a":`, 90_000): "nested more than 16",
		`"` + strings.Repeat("x", 1e6):  "at most",
	} {
		if _, err := Decode([]byte(data), 500_000); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40s: got %v, want %s", data, err, want)
		}
	}
}

// FuzzDecode holds that Decode accepts exactly what Encode writes, and reads it as encoding/json does.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{`{"a":["b",1,{"c":null}],"d":"\n\u2028é"}`, `[1.5e-3,"\\"]`, `{"a":1,"a":2}`, `"\u0000"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var plain any
		decoder := json.NewDecoder(bytes.NewReader(data))
		decoder.UseNumber()
		written, err := []byte(nil), decoder.Decode(&plain)
		if err == nil {
			if written, err = encode(plain); err != nil {
				t.Fatal(err)
			}
		}
		tree, refused := Decode(data, len(data))
		if same := err == nil && bytes.Equal(written, data); same != (refused == nil) && refused != errDepth {
			t.Fatalf("%q: %v, but it is written %q", data, refused, written)
		}
		if refused != nil {
			return
		}
		if again, err := encode(tree); err != nil || !bytes.Equal(again, data) {
			t.Fatalf("%q was read as %v", data, tree)
		}
	})
}
