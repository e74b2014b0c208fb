package lint_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
)

// The rules of these tests are testdata/rules.json, small and made for them; the packs that ship have
// tests of their own.
func engine(t testing.TB) *lint.Engine {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "rules.json"))
	if err != nil {
		t.Fatal(err)
	}
	e, err := lint.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func report(t testing.TB, e *lint.Engine, d lint.Draft) lint.Report {
	t.Helper()
	r, err := e.Lint(d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestGolden lints each draft of testdata/drafts and compares with the report beside it.
func TestGolden(t *testing.T) {
	e := engine(t)
	files, err := filepath.Glob("testdata/drafts/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no drafts", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := lint.DecodeDraft(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, err := json.MarshalIndent(report(t, e, d), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		golden := strings.TrimSuffix(name, ".json") + ".golden"
		if os.Getenv("UPDATE_GOLDEN") != "" {
			if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || strings.TrimSpace(string(want)) != string(got) {
			t.Errorf("%s (%v), got:\n%s", golden, err, got)
		}
	}
}

func ids(r lint.Report) string {
	var out []string
	for _, f := range r.Findings {
		out = append(out, f.Rule)
	}
	return strings.Join(out, " ")
}

func TestLanguage(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		name  string
		draft lint.Draft
		want  string
	}{
		{"the program's answer", lint.Draft{Language: &lint.Language{Code: "fr", Confidence: 1}, Locale: "en"}, "test/fr test/loud"},
		{"before the chat's", lint.Draft{Language: &lint.Language{Code: "en", Confidence: 1}, Chat: &lint.Chat{Language: "fr"}}, "test/loud"},
		{"a sure answer keeps them", lint.Draft{Language: &lint.Language{Code: "en", Confidence: 0.95}, Locale: "fr"}, "test/fr test/loud"},
		{"a likely answer joins them", lint.Draft{Language: &lint.Language{Code: "fr", Confidence: 0.6}, Locale: "en"}, "test/fr test/loud"},
		{"and does not replace them", lint.Draft{Language: &lint.Language{Code: "en", Confidence: 0.6}, Locale: "fr"}, "test/fr test/loud"},
		{"a weak one does nothing", lint.Draft{Language: &lint.Language{Code: "fr", Confidence: 0.4}, Locale: "en"}, "test/loud"},
		{"unless it is all there is", lint.Draft{Language: &lint.Language{Code: "en", Confidence: 0.4}}, "test/loud"},
		{"a part of the draft", lint.Draft{Language: &lint.Language{Code: "en", Confidence: 1, Also: []string{"fr"}}}, "test/fr test/loud"},
		{"Latin words among other letters", lint.Draft{Language: &lint.Language{Code: "he", Confidence: 1}, Locale: "fr"}, "test/fr test/loud"},
		{"a part of a likely one", lint.Draft{Language: &lint.Language{Code: "en", Confidence: 0.6, Also: []string{"fr"}}, Locale: "de"}, "test/fr test/loud"},
		{"no letters", lint.Draft{Language: &lint.Language{}, Locale: "fr"}, "test/fr test/loud"},
		{"the chat's", lint.Draft{Chat: &lint.Chat{Language: "fr-CA"}, Locale: "en"}, "test/fr test/loud"},
		{"the interface's", lint.Draft{Locale: "fr"}, "test/fr test/loud"},
		{"none at all", lint.Draft{}, "test/fr test/loud"},
		{"unknown", lint.Draft{Language: &lint.Language{Code: "und", Confidence: 1}, Locale: "fr"}, "test/loud"},
	} {
		c.draft.Text = "un nigaud !!!"
		if got := ids(report(t, e, c.draft)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestLanguagesAreNamedOnce: what the chat lets presume is not said twice, nor beside itself.
func TestLanguagesAreNamedOnce(t *testing.T) {
	for _, answer := range []lint.Language{
		{Code: "en", Confidence: 0.95, Also: []string{"fr", "de"}}, {Code: "en", Confidence: 0.6, Also: []string{"fr", "de"}},
	} {
		got := report(t, engine(t), lint.Draft{Text: "un nigaud", Locale: "fr", Language: &answer}).Language
		if codes := append([]string{got.Code}, got.Also...); len(codes) != 3 || !slices.Contains(codes, "fr") || !slices.Contains(codes, "de") {
			t.Errorf("%v: %v", answer, codes)
		}
	}
}

func TestWhen(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		chat    *lint.Chat
		surface string
		want    bool
	}{
		{nil, "", true}, // unknown is treated as audienceDefault, customer
		{&lint.Chat{Audience: "unknown", Kind: "individual"}, "composer", true},
		{&lint.Chat{Audience: "customer", Kind: "group"}, "caption", true},
		{&lint.Chat{Audience: "colleague"}, "", false},
		{&lint.Chat{Audience: "customer"}, "status", false},
		{&lint.Chat{Audience: "customer", Kind: "channel"}, "", false},
	} {
		got := ids(report(t, e, lint.Draft{Text: "tarif interne", Chat: c.chat, Surface: c.surface, Locale: "fr"})) != ""
		if got != c.want {
			t.Errorf("%+v %q: flagged is %v", c.chat, c.surface, got)
		}
	}
}

func TestMessagesFollowTheLocale(t *testing.T) {
	e := engine(t)
	for locale, want := range map[string]string{"fr": "Un mot", "fr-CA": "Un mot", "en": "A word", "de": "A word", "": "Un mot"} {
		r := report(t, e, lint.Draft{Text: "nigaud", Locale: locale, Language: &lint.Language{Code: "fr", Confidence: 1}})
		if r.Findings[0].Message != want {
			t.Errorf("%q: %q", locale, r.Findings[0].Message)
		}
	}
}

// TestOverlap: a place is told once for one reason, by the strongest rule; another reason is told too.
func TestOverlap(t *testing.T) {
	r := report(t, engine(t), lint.Draft{Text: "4111 1111 1111 1111", Locale: "fr"})
	if ids(r) != "test/card" || r.Verdict != "block" {
		t.Errorf("got %q, %s", ids(r), r.Verdict)
	}
	r = report(t, engine(t), lint.Draft{Text: "GROS NIGAUD", Locale: "fr"})
	if ids(r) != "test/shout test/fr" && ids(r) != "test/fr test/shout" {
		t.Errorf("got %q", ids(r))
	}
}

func TestTruncated(t *testing.T) {
	e := engine(t)
	s := strings.Repeat("nigaud ", lint.MaxFindings)
	if r := report(t, e, lint.Draft{Text: s, Locale: "fr"}); r.Truncated || len(r.Findings) != lint.MaxFindings {
		t.Errorf("%d findings, truncated %v", len(r.Findings), r.Truncated)
	}
	r := report(t, e, lint.Draft{Text: s + "nigaud 4111111111111111", Locale: "fr"})
	if !r.Truncated || len(r.Findings) != lint.MaxFindings || r.Verdict != "block" {
		t.Errorf("%d findings, truncated %v, %s", len(r.Findings), r.Truncated, r.Verdict)
	}
}

// TestLoneSurrogates: they arrive as escapes, become U+FFFD and keep their length.
func TestLoneSurrogates(t *testing.T) {
	d, err := lint.DecodeDraft([]byte(`{"text":"\ud800 \udc00\ud83d\ude00 nigaud","locale":"fr"}`))
	if err != nil {
		t.Fatal(err)
	}
	if f := report(t, engine(t), d).Findings[0]; f.Start != 6 || f.End != 12 {
		t.Errorf("got %d..%d, want 6..12", f.Start, f.End)
	}
}

func TestDecodeDraftRefuses(t *testing.T) {
	for data, want := range map[string]string{
		`{`:                                      "JSON",
		`{"text":7}`:                             "JSON",
		`{"text":"x","surface":"wall"}`:          "surface",
		`{"text":"x","chat":{"kind":"mob"}}`:     "kind",
		`{"text":"x","chat":{"audience":"all"}}`: "audience",
		fmt.Sprintf(`{"text":"%s"}`, strings.Repeat("x", lint.MaxText+1)): "longer than",
	} {
		if _, err := lint.DecodeDraft([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v, want %q", data, err, want)
		}
	}
}

func TestLongDrafts(t *testing.T) {
	e := engine(t)
	long := strings.Repeat("é", 65_536-7) + " nigaud"
	if r := report(t, e, lint.Draft{Text: long, Locale: "fr"}); len(r.Findings) != 1 || r.Findings[0].End != 65_536 {
		t.Errorf("%+v", r.Findings)
	}
	r := report(t, e, lint.Draft{Text: strings.Repeat("👩‍👩‍👧‍👦", 5000), Locale: "fr"})
	if len(r.Findings) != 1 || len(r.Findings[0].Fixes[0].Edits) != 1 || r.Findings[0].Fixes[0].Edits[0].End != 5000*11 {
		t.Errorf("%d findings", len(r.Findings))
	}
}

// TestCold holds that work done ahead changes no answer.
func TestCold(t *testing.T) {
	before, after := engine(t), engine(t)
	for _, piece := range after.Cold() {
		piece()
	}
	d := lint.Draft{Text: "nigaud, 4111 1111 1111 1111 !!! prix 12 EUR", Locale: "fr"}
	if diff := cmp.Diff(report(t, before, d), report(t, after, d)); diff != "" {
		t.Error(diff)
	}
}

func TestActionsAreOrdered(t *testing.T) {
	last := 0
	for _, a := range ruleset.Actions {
		if s := ruleset.Strength(a); s <= last {
			t.Errorf("%s is not stronger", a)
		} else {
			last = s
		}
	}
}

// FuzzLint holds what every report promises of its offsets: inside the draft, in order, not within a surrogate pair, and
// edits inside their finding, in order and apart.
func FuzzLint(f *testing.F) {
	e := engine(f)
	for _, s := range []string{"", "nigaud", "😀 n1g4ud 😀😀", "4111 1111 1111 1111 !!!", "GROS NIGAUD\ud7ff", "n\u200bi\u0301gaud bjr", "\xff nigaud", "*nigaud* _c_"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 10_000 {
			return
		}
		s = strings.ToValidUTF8(s, "\uFFFD")
		r := report(t, e, lint.Draft{Text: s, Locale: "fr"})
		units := utf16.Encode([]rune(s))
		last := 0
		for _, found := range r.Findings {
			if found.Start < last || found.End <= found.Start || found.End > len(units) || inside(units, found.Start) || inside(units, found.End) {
				t.Fatalf("%q: %s at %d..%d after %d", s, found.Rule, found.Start, found.End, last)
			}
			last = found.Start
			checkFixes(t, s, units, found)
		}
	})
}

func inside(units []uint16, at int) bool {
	return at > 0 && at < len(units) && utf16.IsSurrogate(rune(units[at])) && units[at] >= 0xDC00
}

func checkFixes(t *testing.T, s string, units []uint16, found lint.Finding) {
	for _, fix := range found.Fixes {
		at := found.Start
		for _, e := range fix.Edits {
			if e.Start < at || e.End <= e.Start || e.End > found.End || inside(units, e.Start) || inside(units, e.End) {
				t.Fatalf("%q: %s %d..%d: edit %+v after %d", s, found.Rule, found.Start, found.End, e, at)
			}
			at = e.End
		}
	}
}

// TestFormerly: a finding names the ids that its rule had, for lists of ignored rules.
func TestFormerly(t *testing.T) {
	const rules = `{"audienceDefault":"customer","engine":1,"format":1,"renamed":{"tone/b":"tone/sot","tone/old":"tone/sot"},"rules":[{"action":"note",` +
		`"category":"tone","detect":{"terms":["sot"]},"id":"tone/sot","message":{"en":"a","fr":"b"}}],"version":"1"}`
	e, err := lint.Load([]byte(rules))
	if err != nil {
		t.Fatal(err)
	}
	if got := report(t, e, lint.Draft{Text: "un sot"}).Findings[0].Formerly; strings.Join(got, " ") != "tone/b tone/old" {
		t.Errorf("got %q", got)
	}
}

// TestBeforeSentence: what is written before a sentence takes the capital from its first word, but from no name.
func TestBeforeSentence(t *testing.T) {
	const rules = `{"audienceDefault":"customer","engine":1,"format":1,"rules":[{"action":"note","category":"tone","detect":{"missing":["bonjour"],"words":2},` +
		`"fix":[{"before":"Bonjour, "}],"id":"tone/a","message":{"en":"a","fr":"b"}}],"version":"1"}`
	e, err := lint.Load([]byte(rules))
	if err != nil {
		t.Fatal(err)
	}
	for s, want := range map[string]string{
		"Votre colis est là": "Bonjour, votre", "À demain donc": "Bonjour, à", "Marie est là": "Bonjour, Marie", "IBM est là": "Bonjour, IBM", "I am here": "Bonjour, I", "VOTRE colis": "Bonjour, VOTRE",
	} {
		if got := report(t, e, lint.Draft{Text: s, Locale: "fr"}).Findings[0].Fixes[0].Edits[0].Text; got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// TestRedactPassword: its signs tell as much as its letters do.
func TestRedactPassword(t *testing.T) {
	const rules = `{"audienceDefault":"customer","engine":1,"format":1,"rules":[{"action":"warn","category":"confidential","detect":{"terms":["ab-1!"]},"entity":"password",` +
		`"fix":["redact"],"id":"test/a","message":{"en":"a","fr":"b"}}],"version":"1"}`
	e, err := lint.Load([]byte(rules))
	if err != nil {
		t.Fatal(err)
	}
	if got := report(t, e, lint.Draft{Text: "ab-1!", Locale: "fr"}).Findings[0].Fixes[0].Edits[0].Text; got != "•••••" {
		t.Errorf("got %q", got)
	}
}
