package detect

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// labelled is the folder of labelled values beside the repository; it is not part of it.
const labelled = "../../../shared/corpora/dev"

// row is one value and what it is said to be: the kind when it is a valid one, "not:" and the kind when it is not.
type row struct {
	Set, Text, Note string
	Lang            string
}

func labelledRows(t *testing.T, pattern string) []row {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(labelled, pattern))
	if len(files) == 0 {
		t.Skipf("no labelled values in %s", labelled)
	}
	var out []row
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			var r row
			if err := json.Unmarshal([]byte(line), &r); err != nil {
				t.Fatal(err)
			}
			out = append(out, r)
		}
	}
	return out
}

// judges are the validators by kind of the labels, and by language where the kind means something else in each.
var judges = map[string]func(string) bool{
	"iban":           func(s string) bool { n, ok := iban(s); return ok && len(plain(s[n:])) == 0 },
	"card":           func(s string) bool { return paymentCard(plain(s)) },
	"fr nir":         func(s string) bool { return nir(plain(s)) },
	"fr siren":       func(s string) bool { return siren(plain(s)) },
	"fr siret":       func(s string) bool { return siret(plain(s)) },
	"fr vat":         func(s string) bool { return frVAT(plain(s)) },
	"en ssn_us":      func(s string) bool { return ssn(plain(s)) },
	"es national_id": func(s string) bool { return dni(plain(s)) },
	"es tax_id":      func(s string) bool { return dni(plain(s)) },
	"it national_id": func(s string) bool { return codice(plain(s)) },
	"de tax_id":      func(s string) bool { return steuerID(plain(s)) },
	"pt tax_id":      func(s string) bool { return nif(strings.TrimPrefix(plain(s), "PT")) },
	"email":          func(s string) bool { return emailAt(s, word(s, "@")).End == len(s) },
}

// disagreement is one kind of value that the label and our validator judge differently, and why ours is right.
type disagreement struct {
	kind, reason string
	is           func(s string) bool
}

// explained are the disagreements with the labels: by kind, what the value has that our validator does not judge.
var explained = []disagreement{
	{"de tax_id", "a Steuernummer of a tax office, not the Steuer-ID of a person", func(s string) bool { return len(plain(s)) != 11 || strings.Contains(s, "/") }},
	{"es tax_id", "a company's CIF, not a person's number", func(s string) bool { return isUpper(s[0]) && !strings.ContainsRune("XYZ", rune(s[0])) }},
	{"fr nir", "thirteen signs without their key cannot be verified", func(s string) bool { return len(plain(s)) == 13 }},
	{"card", "enRoute, which issues no cards since 1992", func(s string) bool { return strings.HasPrefix(s, "2014") }},
}

func TestLabelledIDs(t *testing.T) {
	for _, r := range labelledRows(t, "ids_*.jsonl") {
		kind, invalid := strings.CutPrefix(r.Note, "not:")
		judge := judges[kind]
		if judge == nil {
			kind = r.Lang + " " + kind
			judge = judges[kind]
		}
		if judge == nil || judge(r.Text) != invalid {
			continue
		}
		because := slices.IndexFunc(explained, func(e disagreement) bool { return e.kind == kind && e.is(r.Text) })
		if because < 0 {
			t.Errorf("%s: %q, said to be %q, is not explained", r.Set, r.Text, r.Note)
		}
	}
}

// TestLabelledPhones: a few labelled numbers have been withdrawn from their country's plan or were never in it.
func TestLabelledPhones(t *testing.T) {
	rows := labelledRows(t, "phones_*.jsonl")
	right := 0
	for _, r := range rows {
		if phone(r.Text) {
			right++
			continue
		}
		t.Logf("not in the plan: %s %s", r.Note, r.Text)
	}
	if 100*right < 95*len(rows) {
		t.Errorf("%d of %d numbers are known", right, len(rows))
	}
}
