package ruleset

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const small = `{"audienceDefault":"customer","engine":1,"format":1,"rules":[{"action":"note","category":"tone","detect":{"terms":["sot"]},` +
	`"fix":["remove",{"redact":2}],"id":"tone/sot","languages":["fr"],"message":{"en":"a","fr":"b"},"when":{"chat":["group"]}}],"version":"1.2-3"}`

// whens has every condition, in each form.
const whens = `{"audienceDefault":"customer","engine":1,"format":1,"rules":[{"action":"note","category":"tone","detect":{"terms":["sot"]},` +
	`"fix":[{"before":"a"},{"after":"b"}],"id":"tone/a","message":{"en":"a","fr":"b"},"when":{"crisis":false,"firstContact":false,"hours":{"days":["mon","sun"],"outside":"08:00-19:00"},` +
	`"readersOver":9,"role":{"not":["spokesperson"]},"threadHas":{"from":"me","last":2,"none":["tu"],"terms":["vous"]}}},{"action":"note","category":"tone",` +
	`"detect":{"terms":["sot"]},"id":"tone/b","message":{"en":"a","fr":"b"},"when":{"hours":{"within":"22:00-06:00"},"role":["lead"]}}],"settings":{"crisis":true},"version":"1"}`

func TestRoundTrip(t *testing.T) {
	for _, want := range []string{small, whens} {
		set, err := Decode([]byte(want))
		if err != nil {
			t.Fatal(err)
		}
		out, err := Encode(set)
		if err != nil || string(out) != want {
			t.Errorf("error %v\n got %s\nwant %s", err, out, want)
		}
	}
}

// TestInvalid decodes each file of testdata/invalid and looks for every line of the .want file beside it in the error.
func TestInvalid(t *testing.T) {
	files, err := filepath.Glob("testdata/invalid/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(name, ".json") + ".want")
		if err != nil {
			t.Fatal(err)
		}
		_, got := Decode([]byte(strings.TrimSpace(string(data))))
		for line := range strings.Lines(string(want)) {
			if line = strings.TrimSpace(line); got == nil || !strings.Contains(got.Error(), line) {
				t.Errorf("%s: want %q in the error:\n%v", filepath.Base(name), line, got)
			}
		}
	}
}

func TestSizesAreBounded(t *testing.T) {
	if _, err := Decode(make([]byte, maxFile+1)); err == nil || !strings.Contains(err.Error(), "at most") {
		t.Errorf("got %v", err)
	}
	if _, err := Decode([]byte(strings.Repeat("[", 17))); err == nil || !strings.Contains(err.Error(), "nested more than 16") {
		t.Errorf("seventeen brackets gave %v", err)
	}
	text := strings.Replace(small, `"a"`, `"[[[[[[[[[[[[[[[[[[[[\\\"[[["`, 1)
	if _, err := Decode([]byte(text)); err != nil {
		t.Errorf("brackets in a text: %v", err)
	}
	long := strings.Replace(small, `"sot"`, `"`+strings.Repeat("x", 101)+`"`, 1)
	if _, err := Decode([]byte(long)); err == nil || !strings.Contains(err.Error(), "at most 100") {
		t.Errorf("got %v", err)
	}
}

// TestHouse holds that what a company decided comes through compiling and decoding as it was.
func TestHouse(t *testing.T) {
	house := `"allow":{"domain":["maison.fr"],"phone":["+33147056985"]},` + small[1:]
	house = strings.Replace(house, `"rules":`, `"reasons":[{"en":"a","fr":"b","id":"x-1"}],"renamed":{"tone/old":"tone/sot"},"rules":`, 1)
	house = "{" + strings.Replace(house, `"version":`, `"settings":{"onEngineFailure":"hold","reporting":true,"staleDays":3},"version":`, 1)
	set, err := Decode([]byte(house))
	if err != nil {
		t.Fatal(err)
	}
	if out, err := Encode(set); err != nil || string(out) != house {
		t.Errorf("error %v\n got %s\nwant %s", err, out, house)
	}
}

func TestValidID(t *testing.T) {
	for id, want := range map[string]bool{
		"tone/insult-fr": true, "a/b": true, "a1/b2-3": true, "": false, "a": false, "a/b/c": false, "A/b": false, "a/-b": false, "a/b-": false,
		"a/b--c": false, "é/b": false, "a/../b": false, "x/" + strings.Repeat("y", 80): false,
	} {
		if ValidID(id) != want {
			t.Errorf("%q: valid is %v", id, !want)
		}
	}
}

// FuzzDecode holds that foreign bytes never crash the decoder, and that what it accepts is written in a form it accepts,
// which is written the same again.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(whens))
	files, _ := filepath.Glob("testdata/invalid/*.json")
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set, err := Decode(data)
		if err != nil {
			return
		}
		once, err := Encode(set)
		if err != nil {
			t.Fatal(err)
		}
		if set, err = Decode(once); err != nil {
			t.Fatalf("%s was written as %s: %v", data, once, err)
		}
		if twice, err := Encode(set); err != nil || string(twice) != string(once) {
			t.Fatalf("%s was written as %s (%v)", once, twice, err)
		}
	})
}

func TestNames(t *testing.T) {
	for name, want := range map[string]bool{"a": true, "a-1": true, "a1-b2": true, "": false, "1a": false, "-a": false, "a-": false, "a--b": false,
		"A": false, "a_b": false, "é": false, strings.Repeat("a", 41): false} {
		if ValidName(name) != want {
			t.Errorf("name %q: valid is %v", name, !want)
		}
	}
	for version, want := range map[string]bool{"1": true, "2026.11.1-rc+A": true, "": false, ".1": false, "1 2": false, "1/2": false, "[": false,
		"1[": false, "é": false, strings.Repeat("1", 65): false} {
		if validVersion(version) != want {
			t.Errorf("version %q: valid is %v", version, !want)
		}
	}
	for code, want := range map[string]bool{"fr": true, "FR": false, "fra": false, "": false, "f1": false} {
		if validLanguage(code) != want {
			t.Errorf("language %q: valid is %v", code, !want)
		}
	}
}

// TestIgnorable holds which rules a reader may switch off: notes, and a warn that says so.
func TestIgnorable(t *testing.T) {
	for _, c := range []struct {
		rule Rule
		want bool
	}{
		{Rule{Action: "note"}, true},
		{Rule{Action: "warn"}, false},
		{Rule{Action: "warn", Mutable: true}, true},
		{Rule{Action: "justify", Mutable: true}, false},
		{Rule{Action: "block", Mutable: true}, false},
	} {
		if got := c.rule.Ignorable(); got != c.want {
			t.Errorf("%s, mutable %v: %v", c.rule.Action, c.rule.Mutable, got)
		}
	}
}
