package rules

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/ruleset"
)

// wantedGuides are what the product promises to hand out.
var wantedGuides = []string{"usage-policy", "am-i-blocked", "unblock-contact", "contest-suspension", "two-factor-and-backups", "gdpr-requests",
	"complaint-playbook", "crisis-playbook", "tools-that-get-you-banned", "deleted-or-blocked", "being-harassed", "second-number"}

// tag is one of HTML, with its addresses.
var tag = regexp.MustCompile(`<[^>]*>`)

// TestGuides holds that each guide is there in both languages, has a title, names a source, and fits on two pages.
func TestGuides(t *testing.T) {
	guides, err := shippedGuides()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range wantedGuides {
		for _, locale := range ruleset.Locales {
			guide := guides[name][locale]
			if !strings.HasPrefix(guide, "<p><strong>") || !strings.Contains(guide, "Source") || !strings.Contains(guide, `href="https://`) {
				t.Errorf("%s in %s has no title or no source: %.80s", name, locale, guide)
			}
			if words := len(strings.Fields(guide)); words > 420 {
				t.Errorf("%s in %s has %d words", name, locale, words)
			}
			if text := html.UnescapeString(tag.ReplaceAllString(guide, "")); typewriter[locale].MatchString(text) {
				t.Errorf("%s in %s has the signs of a typewriter", name, locale)
			}
			if strings.Contains(guide, "%") {
				t.Errorf("%s in %s gives a percentage", name, locale)
			}
		}
	}
}

// TestOwnGuide: a company's guide takes the place of the one of the same name, and leaves the others.
func TestOwnGuide(t *testing.T) {
	own := map[string]map[string]string{"usage-policy": {"fr": "<p>La nôtre</p>", "en": "<p>Ours</p>"}}
	guides, err := withShippedGuides(own)
	if err != nil {
		t.Fatal(err)
	}
	if guides["usage-policy"]["en"] != "<p>Ours</p>" || len(guides) != len(wantedGuides) {
		t.Errorf("got %d guides, %q", len(guides), guides["usage-policy"]["en"])
	}
}
