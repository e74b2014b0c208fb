package detect

import (
	"testing"

	"github.com/bonton/bonton/lint/text"
)

func TestSwap(t *testing.T) {
	cases(t, `{"swap":{"c":"c'est","bjr":"bonjour","a+":"à bientôt","lol":[]},"except":["vitamine c"]}`,
		"[[bjr]], [[c]] bon. [[a+]]",
		"c'est la vitamine c, plan C, c-moi, s.n.c.f, c.f, a/c",
		"([[bjr]]) *[[lol]]* « [[lol]] »",
		"bjrs abjr",
	)
	cases(t, `{"swap":{"c":"c'est","pk":"pourquoi","lol":[]}}`,
		"Merci[[ lol]], à demain", "Merci[[, lol]], à demain", "[[Lol, ]]à demain", "[[lol ]]à demain", "ok[[ lol]]", "oui[[ lol]] à demain",
		"[[C]] bon. [[Pk]] pas ?", "C. Martin, C 12, C & A, PK 12, le C bon",
	)
	cases(t, `{"swap":{"c la":"c'est la","c pas":"ce n'est pas"}}`, "[[C la]] porte. [[c pas]] là", "Bâtiment C la porte, le groupe C pas prêt", "C LA PORTE")
	cases(t, `{"swap":{"mtn":"maintenant","biz":[],"stp":"merci"},"names":["mtn","biz"]}`, "Un forfait MTN, la société Biz", "[[mtn]], [[Mtn]]. [[MTN]] et[[ biz]]", "VENEZ [[MTN]]", "venez [[STP]]")
	cases(t, `{"swap":{"asap":"dès que possible"},"unless":["please"]}`, "[[asap]]", "please send asap")
}

func TestSwapBeforeApostrophe(t *testing.T) {
	cases(t, `{"swap":{"c l'":"c'est l'"}}`, "[[c l']]atelier", "c la vie")
}

func TestSwapKeepsTheCapital(t *testing.T) {
	d := read(t, `{"swap":{"stp":["s'il te plaît","s'il vous plaît"],"lol":[]}}`)
	for s, want := range map[string]string{"Stp": "S'il vous plaît", "stp": "s'il vous plaît"} {
		matches := d.Find(text.New(s), []Hit{{Word: 1, Start: 0, End: 3}})
		if len(matches) != 1 || len(matches[0].Swaps) != 2 || matches[0].Swaps[1] != want {
			t.Errorf("%s: %+v", s, matches)
		}
	}
	d2 := read(t, `{"swap":{"asap":["dès que possible"]}}`)
	for s, want := range map[string]string{"Vu ASAP": "dès que possible", "Vu. ASAP": "Dès que possible", "Vu Asap": "Dès que possible"} {
		matches := d2.Find(text.New(s), []Hit{{Word: 0, Start: len(s) - 4, End: len(s)}})
		if len(matches) != 1 || matches[0].Swaps[0] != want {
			t.Errorf("%s: %+v", s, matches)
		}
	}
	matches := d.Find(text.New("Lol"), []Hit{{Word: 0, Start: 0, End: 3}})
	if len(matches) != 1 || len(matches[0].Swaps) != 1 || matches[0].Swaps[0] != "" {
		t.Errorf("an empty list must take the form out: %+v", matches)
	}
}
