package detect

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/text"
)

// word is where a word stands in a text.
func word(s, w string) text.Span {
	i := strings.Index(s, w)
	if i < 0 {
		return text.Span{}
	}
	return text.Span{Start: i, End: i + len(w)}
}

func TestEntityOptions(t *testing.T) {
	cases(t, `{"entity":"payment-card","allow":["4111 1111 1111 1111"]}`, "4111111111111111", "[[5555 5555 5555 4444]]")
	cases(t, `{"entity":"phone","count":3}`, "06 12 34 56 78 et 06 12 34 56 79", "[[06 12 34 56 78]], [[06 12 34 56 79]], [[06 12 34 56 70]]")
	cases(t, `{"entity":"fr-siren","least":1}`, "[[732 829 320]]", "732 829 321")
	cases(t, `{"entity":"fr-siren"}`, "732 829 320", "siren [[732 829 320]]", "siren de la commande 732 829 320")
}

// TestCardsBesideOthers: a card in a row of cards is one, and a number in a link is none.
func TestCardsBesideOthers(t *testing.T) {
	cases(t, `{"entity":"payment-card"}`,
		"[[4970 1000 0000 0006]] [[5555 5555 5555 4444]]", "[[4111-1111-1111-1111]]-[[4970-1000-0000-0006]]", "Colis 4970 1000 0000 0006 1234",
		"https://www.facebook.com/marketplace/item/4539578763621486", "https://www.facebook.com/photo?fbid=4539578763621486&set=a", "ebay.fr/itm/4539578763621486",
		"réglé/[[4539578763621486]]", "n.b./[[4539578763621486]]", "[[4111  1111  1111  1111]]", "[[4111\t1111\t1111\t1111]]",
	)
}

// TestNumbersWithoutTheirKey: a social security number is found with its key apart, and without one where a word announces it.
func TestNumbersWithoutTheirKey(t *testing.T) {
	cases(t, `{"entity":"fr-nir"}`,
		"[[1 85 06 75 116 042 clé 34]]", "[[1 85 06 75 116 042 / 34]]", "[[1850675116042 (34]])", "secu [[1850675116042]]", "secu [[2 85 06 2A 116 042]], merci",
		"1 85 06 75 116 042", "1 85 06 75 116 042 / 35", "secu 1 85 06 75 116 042 35", "secu 1 85 16 75 116 042", "secu 1 85 06 75 116 042 118",
	)
	cases(t, `{"entity":"uk-nino"}`, "NI no: [[AB-12-34-56-C]]", "AB-12-34-56-C", "[[AB 12 34 56 C]]")
}

// TestEntityValidators: each arithmetic on a value that passes and one that is a digit away.
func TestEntityValidators(t *testing.T) {
	for _, c := range []struct {
		name       string
		judge      func(string) bool
		good, poor string
	}{
		{"siren", siren, "732829320", "732829321"},
		{"vat", frVAT, "FR44732829320", "FR45732829320"},
		{"vat with letters", frVAT, "FRK7399859412", "FRK8399859412"},
		{"ssn", ssn, "536904399", "666904399"},
		{"nino", nino, "AB123456C", "AB123456E"},
		{"dni", dni, "12345678Z", "12345678A"},
		{"nie", dni, "X1234567L", "Y1234567L"},
		{"codice", codice, "RSSMRA85T10A562S", "RSSMRA85T10A562T"},
		{"steuer", steuerID, "86095742719", "86095742718"},
		{"nif", nif, "123456789", "123456788"},
		{"rijksregister", rijksregister, "85073003328", "85073003329"},
		{"rijksregister from 2000", rijksregister, "01050812313", "01050812314"},
		{"ahv", ahv, "7569217076985", "7569217076986"},
		{"spi", spi, "3023217600053", "3023217600054"},
		{"nhs", nhs, "9434765919", "9434765918"},
		{"bic", bic, "AGRIFRPPXXX", "AGRIQQPP"},
		{"iban's bank", ibanValid, "NL91ABNA0417164300", "NL56300330A1716430"},
		{"base58", base58check, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"},
		{"bech32", bech32, "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdp"},
		{"phone", phone, "+33 6 12 34 56 78", "+33 0 12 34 56 7"},
		{"national phone", phone, "020 7946 0018", "00 12 34 5"},
		{"argentine mobile", phone, "011 15-2345-6789", "011 15-2345-678"},
	} {
		if !c.judge(c.good) || c.judge(c.poor) {
			t.Errorf("%s: %s is %v, %s is %v", c.name, c.good, c.judge(c.good), c.poor, c.judge(c.poor))
		}
	}
}

// TestEntityHostile: each entity answers on texts made to be slow, and reports no more than it may.
func TestEntityHostile(t *testing.T) {
	for name := range entityKinds {
		d := read(t, `{"entity":"`+name+`","least":1}`)
		for _, unit := range []string{"1", "1 ", "12 rue ", "4111111111111111 ", "+33 ", "a@", "@1.", "://a:", "eyJ.", "né le 1", "-----begin ", "1:", "passport "} {
			s := text.New(strings.Repeat(unit, 65_536/len(unit)))
			var hits []Hit
			for i, w := range d.Words() {
				for at := strings.Index(s.Folded().S, w.Text); at >= 0 && len(hits) < 10_000; {
					hits = append(hits, Hit{i, at, at + len(w.Text)})
					next := strings.Index(s.Folded().S[at+1:], w.Text)
					if next < 0 {
						break
					}
					at += next + 1
				}
			}
			if got := d.Find(s, hits); len(got) > MaxMatches {
				t.Errorf("%s: %d matches of %q", name, len(got), unit)
			}
		}
	}
}

// FuzzEntity holds that no text makes an entity fail, nor answer a place that is no place.
func FuzzEntity(f *testing.F) {
	for _, seed := range []string{"+33 6 12 34 56 78", "12 bis, rue de l'Été 75001 Paris", "né le 1er août 1980", "FR76 3000", "a@é.fr", "http://a:b@c", "PSC 1, Box 2\nAPO AE 09499",
		"-----BEGIN PRIVATE KEY-----", "eyJhIjoxfQ.eyJ9.", "::1 1.2.3.4:80", "passport 12AB34567", "\xff1\xff"} {
		f.Add(seed)
	}
	var all []Detector
	for name := range entityKinds {
		d, err := tryRead(`{"entity":"` + name + `","least":1}`)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, d)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.ContainsAny(s, "[]") {
			t.Skip()
		}
		for _, d := range all {
			marked := find(d, s)
			if plain := strings.NewReplacer("[[", "", "]]", "").Replace(marked); plain != s {
				t.Fatalf("%q became %q", s, marked)
			}
		}
	})
}
