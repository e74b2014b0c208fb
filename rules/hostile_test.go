package rules_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/lint/text"
	"github.com/bonton/bonton/rules"
)

// hostile are units that, repeated, make much to look at and little to find.
var hostile = []string{"1", "1 ", "12 ", "1.", "1-", "1/", "1:", "12/12/", "06 ", "(06) ", "+33 ", "A1 ", "FR76 ", "4111111111111112 ", "ip 1.1.1.1 ", "1 rue de ", "12 rue ", "rue 1 ",
	"address 1 ", "né le ", "né le 1", "passport ", "swift ", "code @ ", "code a ", "code 1", "mdp: ", "key=", "api_key = a", "eyJ.", "-----begin ", "://a:", "http://a.b ", "bit.ly ", "a@", "a.b@", "@1.",
	"connard ", "con ", "c o n ", "n", "n i g a u ", "tu ", "vous êtes ", "it is ", "promo -20% ", "confidentiel ", "« a ", "AB CD ", "A", "a.", "!", "*a", "é", "e\u0301\u0301", "\u0301", "\u200b", "\u202e",
	"😀", "👩‍👩‍👧‍👦", "\x00", "\uFFFD", "漢", "ß"}

// TestBadInput: what no keyboard writes is answered too.
func TestBadInput(t *testing.T) {
	e := packaged(t)
	for name, text := range map[string]string{
		"bytes": "\xff\xfe connard \xc3", "half a pair": "\xed\xa0\x80 connard", "zeros": strings.Repeat("\x00", 60_000), "marks": "a" + strings.Repeat("\u0301", 100_000),
		"backwards": strings.Repeat("\u202e", 60_000) + "connard", "brackets": strings.Repeat("([{«", 15_000), "lines": strings.Repeat("\n", 60_000), "nothing": "", "spaces": strings.Repeat(" ", 60_000),
	} {
		r, err := e.Lint(lint.Draft{Text: text, Locale: "fr"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		holdsPromises(t, text, r)
	}
	if _, err := e.Lint(lint.Draft{Text: strings.Repeat("1", 1<<20)}); err == nil {
		t.Error("a megabyte was read")
	}
}

// FuzzDraft holds, for the packs that ship, what every report promises: places and fixes inside the draft and on borders of
// characters, and the same report for the same draft.
func FuzzDraft(f *testing.F) {
	book, err := rules.Read(rules.Packs())
	if err != nil {
		f.Fatal(err)
	}
	for i, rule := range book.Rules {
		f.Add(rule.Flag[0].Text, i%2 == 0)
		f.Add(rule.Pass[0].Text, i%2 == 0)
	}
	e, detectors := packaged(f), wordless(f)
	f.Fuzz(func(t *testing.T, s string, english bool) {
		if len(s) > 5000 {
			return
		}
		d := lint.Draft{Text: s, Locale: "fr", Now: "2026-03-14T23:00:00+01:00", Chat: &lint.Chat{Audience: "customer", Kind: "group", Readers: 300},
			Thread: &lint.Thread{Complete: true, Messages: []lint.Message{{From: "them", Text: s}}}}
		if english {
			d.Locale = "en"
		}
		r, err := e.Lint(d)
		if err != nil {
			t.Fatal(err)
		}
		holdsPromises(t, s, r)
		needsHold(t, detectors, s)
		if again, _ := e.Lint(d); !reflect.DeepEqual(r, again) {
			t.Fatalf("%q was answered in two ways:\n%+v\n%+v", s, r, again)
		}
	})
}

// wordless are the rules that see every draft, whatever words are in it.
func wordless(t testing.TB) (out []ruleset.Rule) {
	compiled, _, err := rules.Compile(rules.Packs(), "1")
	if err != nil {
		t.Fatal(err)
	}
	set, err := ruleset.Decode(compiled)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range set.Rules {
		if len(rule.Detector.Words()) == 0 {
			out = append(out, rule)
		}
	}
	return out
}

// needsHold holds that a detector finds nothing in a draft that does not show what it needs.
func needsHold(t *testing.T, list []ruleset.Rule, s string) {
	t.Helper()
	draft := text.New(s)
	signs := draft.Signs()
	for _, rule := range list {
		needs := detect.Needs(rule.Detector)
		if found := rule.Detector.Find(draft, nil); len(found) > 0 && !signs.Show(&needs) {
			t.Errorf("%s finds %q in %.80q, which shows %+v and not %+v", rule.ID, draft.Slice(found[0].Span), s, signs, needs)
		}
	}
}

func holdsPromises(t *testing.T, text string, r lint.Report) {
	t.Helper()
	units := utf16.Encode([]rune(strings.ToValidUTF8(text, "\uFFFD")))
	for _, f := range r.Findings {
		if f.Start < 0 || f.End <= f.Start || f.End > len(units) || splits(units, f.Start) || splits(units, f.End) {
			t.Fatalf("%.80q: %s at %d..%d of %d", text, f.Rule, f.Start, f.End, len(units))
		}
		for _, fix := range f.Fixes {
			at := f.Start
			for _, edit := range fix.Edits {
				if edit.Start < at || edit.End <= edit.Start || edit.End > f.End || splits(units, edit.Start) || splits(units, edit.End) {
					t.Fatalf("%.80q: %s at %d..%d: edit %+v after %d", text, f.Rule, f.Start, f.End, edit, at)
				}
				at = edit.End
			}
		}
	}
}

// splits says whether an offset lies inside a surrogate pair.
func splits(units []uint16, at int) bool {
	return at > 0 && at < len(units) && units[at] >= 0xDC00 && units[at] <= 0xDFFF && units[at-1] >= 0xD800 && units[at-1] <= 0xDBFF
}
