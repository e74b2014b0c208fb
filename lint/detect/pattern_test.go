package detect

import (
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

func TestPatternNearKeywords(t *testing.T) {
	cases(t, `{"pattern":"code ?:? ?(\\d{4,6})","keywords":["code"],"group":1,"allow":["1234"]}`,
		"le code : [[99123]]", "le code 1234", "le code 12345678", "nocode 4321x", "Code 4321",
	)
	cases(t, `{"pattern":"[a-z]+@[a-z]+\\.fr","keywords":["@"],"near":20}`, "à [[eve@exemple.fr]], merci")
}

func TestPatternWindowEnds(t *testing.T) {
	d := read(t, `{"pattern":"aim","keywords":["loin"],"near":10}`)
	if got := find(d, "loin "+strings.Repeat("x ", 20)+"aim"); strings.Contains(got, "[[") {
		t.Errorf("the pattern ran far from its keyword: %s", got)
	}
	if got := find(d, "loin un aim"); got != "loin un [[aim]]" {
		t.Errorf("got %s", got)
	}
}

// TestPatternGroups: alternatives capture in a group each.
func TestPatternGroups(t *testing.T) {
	cases(t, `{"pattern":"clé (?:: (\\w+)|est (\\d+))","keywords":["clé"],"group":1}`, "clé : [[abc]], clé est [[12]], clé est abc")
}

func TestPatternFolded(t *testing.T) {
	cases(t, `{"pattern":"sesame (\\S+)","keywords":["sésame"],"group":1,"folded":true,"part":true}`, "SÉSAME [[Ouvre-Toi!]]")
}

func TestCards(t *testing.T) {
	cases(t, `{"pattern":"\\d(?:[ .-]?\\d){11,18}","digits":12,"check":"payment-card"}`,
		"[[4111111111111111]]", "[[4111-1111-1111-1111]]", "n° 12 [[4111 1111 1111 1111]] 25 €", "4111 1111 1111 1112",
		"[[3782 822463 10005]]", "94111111111111111", "x4111111111111111", "0000 0000 0000 0000", "[[4111\u200b111111111111]]",
		"[[4111 1111 1111 1111]]\u00a0[[5555 5555 5555 4444]]",
	)
}

func TestIBANs(t *testing.T) {
	cases(t, `{"pattern":"(?i)[a-z]{2} ?\\d{2}(?:[ .-]?[a-z0-9]){11,40}","digits":8,"check":"iban"}`,
		"[[FR7630006000011234567890189]]", "[[FR76 3000 6000 0112 3456 7890 189]] est le bon", "FR76 3000 6000 0112 3456 7890 188",
		"[[mt84malt011000012345mtlcast001s]]", "XX76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189X",
	)
}

func TestChecks(t *testing.T) {
	for _, c := range []struct {
		name, s string
		want    bool
	}{
		{"luhn", "79927398713", true}, {"luhn", "79927398710", false}, {"luhn", "0000", false}, {"luhn", "", false}, {"luhn", "7A", false},
		{"payment-card", "6011000990139424", true}, {"payment-card", "9999999999999995", false}, {"payment-card", "371449635398431", true},
		{"iban", "", false}, {"iban", "F", false}, {"iban", "éé", false}, {"iban", "NO9386011117947", true},
		{"fr-nir", "2 55 08 14 168 025 38", true}, {"fr-nir", "255081416802539", false}, {"fr-nir", "1 84 12 2A 451 089 46", false},
		{"fr-rib", "30006 00001 12345678901 89", true}, {"fr-rib", "30006 00001 12345678901 88", false}, {"fr-rib", "20041 01005 0500013M026 06", true}, {"fr-rib", "30006 0000A 12345678901 89", false},
		{"fr-siret", "732 829 320 00074", true}, {"fr-siret", "73282932000075", false}, {"fr-siret", "356 000 000 00048", true},
	} {
		if _, got := checks[c.name](c.s); got != c.want {
			t.Errorf("%s of %q is %v", c.name, c.s, got)
		}
	}
}

// TestPatternsRefused holds the bounds of a pattern, which are judged before it is compiled.
func TestPatternsRefused(t *testing.T) {
	for pattern, want := range map[string]string{
		"a": "", "a+b*": "", "(a|b)": "", `\p{L}{2,60}`: "", "(?i)x?y": "", "[^a]": "", ".": "",
		"": "must not be empty", "a*": "empty text", "(a|)": "empty text", "(a?)+": "empty text", `\b`: "empty text", "(?:)": "empty text", "a{0,3}": "empty text",
		"(": "missing closing", "(?=a)": "RE2", "a{0,200}b": "nested more than 200", "((abcdefghij){10}){60}x": "too large",
	} {
		var log field.Log
		tree := map[string]any{"pattern": pattern, "keywords": []string{"k"}}
		d := Read(field.Root(tree, &log))
		err := log.Err()
		if (want == "") != (err == nil && d != nil) || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", pattern, err, want)
		}
		if err == nil {
			d.(Cold).Cold()[0]()
		}
	}
}

// TestPatternTriesAreBounded: a text made to fail often is given up, not read for ever.
func TestPatternTriesAreBounded(t *testing.T) {
	d := read(t, `{"pattern":"\\d(?:[ .-]?\\d){11,18}","digits":12,"check":"payment-card"}`)
	s := strings.Repeat("1 ", 30_000)
	if got := d.Find(text.New(s), nil); len(got) != 0 {
		t.Errorf("found %d cards", len(got))
	}
	if got := d.Find(text.New(strings.Repeat("4111111111111111 ", 1000)), nil); len(got) != MaxMatches {
		t.Errorf("found %d cards, want %d", len(got), MaxMatches)
	}
}
