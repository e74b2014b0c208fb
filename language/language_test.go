package language

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// messages are those of testdata/messages.txt, by language.
func messages(t testing.TB) map[string][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/messages.txt")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		if code, text, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			out[code] = append(out[code], text)
		}
	}
	return out
}

// TestMessages holds that ours are known for sure, and that no other is taken for one of ours.
func TestMessages(t *testing.T) {
	wrong, all := 0, 0
	for code, texts := range messages(t) {
		ours := code == "fr" || code == "en"
		for _, text := range texts {
			got := Of(text)
			all++
			if got.Code != code {
				wrong++
			}
			switch {
			case ours && (got.Code != code || got.Confidence < 0.95 || got.Also != nil):
				t.Errorf("%s: %+v for %q", code, got, text)
			case !ours && (got.Code == "fr" || got.Code == "en"):
				t.Errorf("%s is taken for ours: %+v for %q", code, got, text)
			}
		}
	}
	if wrong > 1 {
		t.Errorf("%d of %d messages are taken for another language's", wrong, all)
	}
}

// TestMixed holds that both languages of a mixed draft are told, whichever comes first, and that a borrowed word, a name or
// a short title makes no draft a mixed one.
func TestMixed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Bonjour Madame, votre commande part demain matin. Let me check with the team and get back to you.", "en fr"},
		{"Let me check with the team and get back to you. Bonjour Madame, votre commande part demain matin.", "en fr"},
		{"votre colis est prêt à partir demain please call me back when you get this message", "en fr"},
		{"Le meeting de demain est reporté, je vous envoie le planning et le reporting par mail.", "fr"},
		{"On a vu « Game of Thrones » hier soir avec les enfants, c'était très long.", "fr"},
		{"Our colleague Jean-Baptiste Lefebvre in Villeneuve will call you this afternoon.", "en"},
		{"Bonjour, voici le lien : https://www.example.com/the-best-way-to-get-your-order contact.us.today@example.com", "fr"},
	} {
		got := Of(c.text)
		codes := append([]string{got.Code}, got.Also...)
		slices.Sort(codes)
		if strings.Join(codes, " ") != c.want {
			t.Errorf("%+v for %q, want %s", got, c.text, c.want)
		}
	}
}

// TestUnsure holds that what does not tell its language is not said to be sure.
func TestUnsure(t *testing.T) {
	for _, text := range []string{"ok", "Taxi", "Paul", "lol", "mdr", "hm", "info", "km"} {
		if got := Of(text); got.Confidence >= 0.95 {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestNothing holds that a text without letters has no language.
func TestNothing(t *testing.T) {
	for _, text := range []string{"", " ", "👍🏽👍🏽", "12 345,50 €", "\x00\xff\xfe", "a@b.fr www.example.com https://example.org/le-la-les"} {
		if got := Of(text); got.Code != "" || got.Confidence != 0 || got.Also != nil {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestWriting holds that capitals and decomposed letters change little.
func TestWriting(t *testing.T) {
	for _, text := range []string{"MERCI BEAUCOUP POUR VOTRE PATIENCE", "desole pour le retard, c'est regle", "Vous e\u0301tiez absent a\u0300 la re\u0301union"} {
		if got := Of(text); got.Code != "fr" || got.Confidence < 0.95 {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// TestLong holds that what comes after MaxLetters costs nothing and changes nothing.
func TestLong(t *testing.T) {
	french := strings.Repeat("Votre commande part demain matin. ", 200)
	if got := Of(french + strings.Repeat("This is the rest of the message. ", 2_000)); got.Code != "fr" || got.Also != nil {
		t.Errorf("%+v", got)
	}
	if got := Of(strings.Repeat("z", 130_000)); got.Code != "" {
		t.Errorf("one endless word: %+v", got)
	}
}

// FuzzOf holds that any string is answered, with a confidence that is one.
func FuzzOf(f *testing.F) {
	for _, seed := range []string{"Bonjour", "\xff", "漢字かな", "e\u0301", strings.Repeat("a b ", 50)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Of(text)
		if (got.Code == "") != (got.Confidence == 0) || got.Confidence < 0 || got.Confidence > 1 || slices.Contains(got.Also, got.Code) {
			t.Errorf("%q: %+v", text, got)
		}
	})
}

func BenchmarkOf(b *testing.B) {
	for _, size := range []int{30, 300, 3_000, 65_536} {
		text := strings.Repeat("Bonjour Madame, votre commande est prête et part demain matin. ", size/60+1)[:size]
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			for b.Loop() {
				Of(text)
			}
		})
	}
}
