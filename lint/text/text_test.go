package text

import (
	"strings"
	"testing"
	"unicode/utf16"
)

// TestUTF16 compares every character's offset with the encoding itself, over texts longer than a step.
func TestUTF16(t *testing.T) {
	for _, s := range []string{"", "abc", "é😀à", strings.Repeat("a", 300), strings.Repeat("é😀x", 500), strings.Repeat("x", 255) + "😀é", strings.Repeat("y", 256), strings.Repeat("é", 128)} {
		text := New(s)
		for i := range s + " " {
			if want := len(utf16.Encode([]rune(s[:i]))); text.UTF16(i) != want {
				t.Fatalf("%.20q…: byte %d is unit %d, want %d", s, i, text.UTF16(i), want)
			}
		}
	}
}

func TestUTF16OfBrokenText(t *testing.T) {
	if text := New("a\xffb"); text.UTF16Len() != 3 || text.String() != "a\uFFFDb" {
		t.Errorf("got %q of %d units", text.String(), text.UTF16Len())
	}
}

// TestFolded also holds that each view leads back to the text: the span of the whole view is checked by FuzzViews.
func TestFolded(t *testing.T) {
	for in, want := range map[string]string{
		"ÉTÉ À Noël":          "ete a noel",
		"cafe\u0301":          "cafe",
		"l’œuvre — fin…":      "l'oeuvre - fin...",
		"co\u200bn\u00adnard": "connard",
		"a\u00a0\u202f b":     "a b",
		"Сonnаrd":             "connard", // Cyrillic С and а
		"ｆｕｌｌ １２":             "full 12",
		"𝐛𝐨𝐥𝐝 ①":              "bold 1",
		"*gras* et _ital_":    "gras et ital",
		"2 * 3 * 4, a_b":      "2 * 3 * 4, a_b",
		"un\ndeux":            "un\ndeux",
		"~barré~ `code`":      "barre code",
	} {
		if got := New(in).Folded().S; got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}

func TestCleanKeepsCaseAndAccents(t *testing.T) {
	for in, want := range map[string]string{"Été": "Été", "４１１１\u00a0é": "4111 é", "a\u200b–b": "a-b", "41 \u00a0 11\t11": "41 11 11"} {
		if got := New(in).Clean().S; got != want {
			t.Errorf("%q cleans to %q, want %q", in, got, want)
		}
	}
}

func TestBare(t *testing.T) {
	for in, want := range map[string]string{
		"C0NN4RD":       "conard",
		"coooonnard":    "conard",
		"c o n n a r d": "conard",
		"c.o.n":         "con",
		"12 345":        "12 345", // no letters: digits stay digits
		"a b":           "a b",    // two letters are no spelling out
		"stop!":         "stop!",
		"1diot":         "idiot",
	} {
		if got := New(in).Bare().S; got != want {
			t.Errorf("%q strips to %q, want %q", in, got, want)
		}
	}
}

func TestSpanHoldsCombiningMarks(t *testing.T) {
	text := New("x cafe\u0301 y")
	view := text.Folded()
	at := strings.Index(view.S, "cafe")
	if got := text.Slice(view.Span(at, at+4)); got != "cafe\u0301" {
		t.Errorf("got %q", got)
	}
}

func TestEmojis(t *testing.T) {
	for in, want := range map[string]int{
		"abc 12 #": 0, "😀😀": 2, "👩‍👩‍👧‍👦": 1, "🇫🇷🇬🇧": 2, "👍🏽": 1, "❤️ ❤": 2, "1️⃣": 1, "☎ ☎️ ☎︎": 2, "© ®": 0, "©️": 1,
		"🏴󠁧󠁢󠁥󠁮󠁧󠁿": 1, "é": 0, "🇫": 0,
	} {
		if got := len(New(in).Emojis()); got != want {
			t.Errorf("%q holds %d emojis, want %d", in, got, want)
		}
	}
}

func TestAlone(t *testing.T) {
	for _, c := range []struct {
		s    string
		want bool
	}{{"con", true}, {"un con!", true}, {"conte", false}, {"acon", false}, {"écon", false}, {"coné", false}, {"d'con-x", true}, {"con2", false}} {
		at := strings.Index(c.s, "con")
		if got := Alone(c.s, at, at+3); got != c.want {
			t.Errorf("%q: alone is %v", c.s, got)
		}
	}
}

func TestBeginsSentence(t *testing.T) {
	for in, want := range map[string]bool{"": true, "  ": true, "Fin. ": true, "Ah ! « ": true, "un ": false, "un, ": false, "a\n": true} {
		if got := BeginsSentence(in+"x", len(in)); got != want {
			t.Errorf("after %q: %v", in, got)
		}
	}
}

// FuzzViews holds that every view maps back into the text: spans are in order, inside, and begin at characters.
func FuzzViews(f *testing.F) {
	for _, s := range []string{"", "Éc\u200bo*n* 😀", "c o n n a r d", "C0NN4RD!!", "\xff\xfe", "*_~`*_~`", "ﷺ e\u0301\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := New(s)
		for name, view := range map[string]*View{"clean": text.Clean(), "folded": text.Folded(), "joined": text.Joined()} {
			last := 0
			for i := range len(view.S) {
				span := view.Span(i, i+1)
				if span.Start < last || span.End <= span.Start || span.End > len(text.String()) {
					t.Fatalf("%s view of %q: byte %d is %v after %d", name, s, i, span, last)
				}
				last = span.Start
			}
		}
		for i := range len(text.Bare().S) {
			if at := text.JoinedAt(i); at < 0 || at >= len(text.Joined().S) {
				t.Fatalf("bare byte %d of %q is joined byte %d", i, s, at)
			}
		}
		for _, emoji := range text.Emojis() {
			if emoji.Empty() || text.UTF16(emoji.End) <= text.UTF16(emoji.Start) {
				t.Fatalf("emoji %v of %q", emoji, s)
			}
		}
	})
}

// TestAccented holds that the short way of folding answers as the tables of Unicode do.
func TestAccented(t *testing.T) {
	for r := rune(0x80); r < 0x250; r++ {
		if got, want := string(foldRune(nil, r)), string(unfoldedRune(nil, r)); got != want {
			t.Errorf("%c folds to %q, want %q", r, got, want)
		}
	}
}
