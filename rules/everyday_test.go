package rules_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/rules"
)

// TestEverydayMessages holds that messages of ordinary work pass: among them those with a word that insults elsewhere, as a picnic in
// French or a wing nut. A line names after a tab the rules that rightly speak of it.
func TestEverydayMessages(t *testing.T) {
	engine := packaged(t)
	for _, language := range []string{"fr", "en"} {
		data, err := os.ReadFile(filepath.Join("testdata", "everyday", language+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if line == "" || line[0] == '#' {
				continue
			}
			text, named, _ := strings.Cut(line, "\t")
			expected := strings.Fields(named)
			got := rulesFor(t, engine, language, text)
			if !slices.Equal(got, expected) {
				t.Errorf("%s.txt:%d: %q is flagged by %q, want %q", language, i+1, text, got, expected)
			}
		}
	}
}

// TestDoubledSpaces holds that what is found with single spaces is found with two, as pasted from a table: no rule about
// data loses a place that its examples mark.
func TestDoubledSpaces(t *testing.T) {
	book, err := rules.Read(rules.Packs())
	if err != nil {
		t.Fatal(all(err))
	}
	engine := packaged(t)
	for _, rule := range book.Rules {
		if rule.Entity == "" {
			continue
		}
		for _, example := range rule.Flag {
			text := strings.ReplaceAll(example.Text, " ", "  ")
			if !slices.Contains(rulesFor(t, engine, "fr", text), rule.ID) && slices.Contains(rulesFor(t, engine, "fr", example.Text), rule.ID) {
				t.Errorf("%s loses %q", rule.ID, text)
			}
		}
	}
}

// rulesFor names the rules that flag a text that is known to be in a language.
func rulesFor(t *testing.T, engine *lint.Engine, language, text string) []string {
	t.Helper()
	return flagging(t, engine, lint.Draft{Text: text, Language: &lint.Language{Code: language, Confidence: 1}})
}

// flagging names the rules that flag a draft.
func flagging(t *testing.T, engine *lint.Engine, draft lint.Draft) []string {
	t.Helper()
	report, err := engine.Lint(draft)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, finding := range report.Findings {
		out = append(out, finding.Rule)
	}
	return out
}

// TestPassExamplesPassElsewhere holds that what one rule lets pass no other rule holds back, unless it is what rules about data are for.
func TestPassExamplesPassElsewhere(t *testing.T) {
	book, err := rules.Read(rules.Packs())
	if err != nil {
		t.Fatal(all(err))
	}
	engine := packaged(t)
	for _, rule := range book.Rules {
		if len(rule.Languages) == 0 {
			continue
		}
		for _, example := range rule.Pass {
			report, err := engine.Lint(lint.Draft{Text: example.Text, Language: &lint.Language{Code: rule.Languages[0], Confidence: 1}})
			if err != nil {
				t.Fatal(err)
			}
			for _, finding := range report.Findings {
				if finding.Action != "note" && finding.Category != "confidential" {
					t.Errorf("%s: %q passes there, and %s flags it", rule.File, example.Text, finding.Rule)
				}
			}
		}
	}
}
