package detect

import "testing"

// TestOwn holds that a value is spared however it is written, and another one is not.
func TestOwn(t *testing.T) {
	own := Own{}
	for entity, value := range map[string]string{"phone": "+33 (0)1 47 05 69 85", "iban": "fr76 3000 6000 0112 3456 7890 189",
		"email": "Contact@Maison.fr", OwnDomain: "Maison-Faure.fr", "ip-address": "10.0.0.12"} {
		form, err := OwnForm(entity, value)
		if err != nil {
			t.Fatal(entity, err)
		}
		own[entity] = []string{form}
	}
	for _, c := range []struct{ entity, detector, text, want string }{
		{"phone", `{"entity":"phone"}`, "01.47.05.69.85 +33147056985 0033 1 47 05 69 85 +33 (0)1 47 05 69 85", ""},
		{"phone", `{"entity":"phone"}`, "Appelez le 01 47 05 69 85.", ""},
		{"phone", `{"entity":"phone"}`, "01 47 05 69 86", "[[01 47 05 69 86]]"},
		{"phone", `{"entity":"phone","count":2}`, "01 47 05 69 85 et 06 12 45 78 98", ""},
		{"iban", `{"entity":"iban"}`, "FR7630006000011234567890189", ""},
		{"iban", `{"entity":"iban"}`, "FR1420041010050500013M02606", "[[FR1420041010050500013M02606]]"},
		{"email", `{"entity":"email"}`, "contact@maison.fr, a.b@lyon.maison-faure.fr", ""},
		{"email", `{"entity":"email"}`, "con.tact@maison.fr", "[[con.tact@maison.fr]]"},
		{"email", `{"entity":"email"}`, "a@evilmaison-faure.fr", "[[a@evilmaison-faure.fr]]"},
		{"ip-address", `{"entity":"ip-address"}`, "10.0.0.12", ""},
		{"ip-address", `{"entity":"ip-address"}`, "10.0.01.2 10.0.0.13", "10.0.01.2 [[10.0.0.13]]"},
		{"", `{"link":{"only":["example.com"]}}`, "https://www.maison-faure.fr/a https://x.fr", "https://www.maison-faure.fr/a [[https://x.fr]]"},
		{"email", `{"pattern":"[a-z]+@[a-z.]+","keywords":["@"]}`, "contact@maison.fr", ""},
	} {
		want := c.want
		if want == "" {
			want = c.text
		}
		if got := find(own.Spare(read(t, c.detector), c.entity), c.text); got != want {
			t.Errorf("%s: got %s", c.detector, got)
		}
	}
}

func TestOwnFormRefuses(t *testing.T) {
	for _, c := range [][2]string{{"phone", "01 47 05 69 85"}, {"phone", "+999 1"}, {"iban", "FR76 3000 6000 0112 3456 7890 188"},
		{"email", "maison.fr"}, {OwnDomain, "https://maison.fr"}, {OwnDomain, "fr"}, {"fr-siret", "é"}, {"postal-address", "…"}} {
		if form, err := OwnForm(c[0], c[1]); err == nil {
			t.Errorf("%s %q was taken as %q", c[0], c[1], form)
		}
	}
}

// TestOwnFormIsStable: the form of a form is itself, or compiled files would refuse what was compiled.
func TestOwnFormIsStable(t *testing.T) {
	for entity, value := range map[string]string{"phone": "+1 (212) 736-5000", "postal-address": "12, rue de l'Été", "passport": "12 ab 34567",
		"secret": "aB c", "fr-siret": "732 829 320 00074"} {
		once, err := OwnForm(entity, value)
		twice, again := OwnForm(entity, once)
		if err != nil || again != nil || once != twice {
			t.Errorf("%s: %q (%v), then %q (%v)", entity, once, err, twice, again)
		}
	}
}
