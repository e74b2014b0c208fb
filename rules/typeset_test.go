package rules

import (
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/ruleset"
)

func TestTypeset(t *testing.T) {
	for _, c := range []struct{ locale, written, want string }{
		{"fr", "Trop d'émojis", "Trop d’émojis"},
		{"fr", "d'« essais » et d'**essais**", "d’«\u202fessais\u202f» et d’**essais**"},
		{"fr", "Ce qui suffit ; le reste attend : oui ! non ?", "Ce qui suffit\u202f; le reste attend\u202f: oui\u202f! non\u202f?"},
		{"fr", "« Vraiment ? » dit-il", "«\u202fVraiment\u202f?\u202f» dit-il"},
		{"fr", "ah ! ? ! », bon ?! », et « ça », « là ».", "ah\u202f!\u202f?\u202f!\u202f», bon\u202f?!\u202f», et «\u202fça\u202f», «\u202flà\u202f»."},
		{"fr", "**Attention :** lisez", "**Attention\u202f:** lisez"},
		{"fr", "déjà posé\u00a0: oui\u202f!", "déjà posé\u202f: oui\u202f!"},
		{"fr", "sans espace: rien! à 10:30 :-) ;)", "sans espace: rien! à 10:30 :-) ;)"},
		{"fr", "`l'un : x` puis l'autre : y", "`l'un : x` puis l’autre\u202f: y"},
		{"fr", "« `oui` » : `non` ; <b>peut-être</b> ?", "«\u202f`oui`\u202f»\u202f: `non`\u202f; <b>peut-être</b>\u202f?"},
		{"fr", "[l'aide](https://x.example/l'aide) https://x.example/d'ici", "[l’aide](https://x.example/l'aide) https://x.example/d'ici"},
		{"en", "rock'n'roll", "rock’n’roll"},
		{"en", "The customer's problem ; really ?", "The customer’s problem ; really ?"},
		{"en", "'so-called' customers' wishes", "'so-called' customers' wishes"},
		{"fr", "", ""},
	} {
		if got := Typeset(c.locale, c.written); got != c.want {
			t.Errorf("%s %q\ngot  %q\nwant %q", c.locale, c.written, got, c.want)
		}
		if again := Typeset(c.locale, c.want); again != c.want {
			t.Errorf("%s %q is not left as it is: %q", c.locale, c.want, again)
		}
	}
}

func TestTypesetMessageStaysWithinItsLimit(t *testing.T) {
	long := "d'" + strings.Repeat("a", ruleset.MaxMessage-2)
	texts := map[string]string{"fr": long, "en": "it's"}
	typesetEach(texts, ruleset.MaxMessage)
	if texts["fr"] != long || texts["en"] != "it’s" {
		t.Errorf("got %q", texts)
	}
}
