package detect

import (
	"testing"

	"github.com/bonton/bonton/lint/text"
)

func TestEmoji(t *testing.T) {
	cases(t, `{"emoji":{"max":1}}`, "😀 non[[ 😀]]", "😀[[😀 et ❤️]]!", "😀 colis[[ 📦]] est", "😀 colis [[📦]]est", "😀\n[[📦 ]]est", "👩‍👩‍👧‍👦", "rien")
	cases(t, `{"emoji":{"max":0}}`, "ah[[ 👍🏽]]", "ah [[👍🏽👍]]bon")
	cases(t, `{"emoji":{"run":2}}`, "😀😀 a 😀 😀[[ 😀]] b", "😀 a 😀 b 😀")
}

func TestCapitals(t *testing.T) {
	cases(t, `{"capitals":{"letters":6,"words":2,"exempt":["SIRET","PDF"]}}`,
		"[[UNE RÉPONSE]] vite", "le SIRET PDF", "[[VOTRE SIRET MAINTENANT]]", "JE veux", "BONJOUR", "[[RÉPONDEZ 24 FOIS]]", "[[À TOUS CEUX]]", "Jean DUPONT est là", "URGENt",
	)
	cases(t, `{"capitals":{"letters":6,"words":2,"amid":4}}`,
		"Cordialement, JEAN-PIERRE MARTINEAU", "chez CARREFOUR MARKET demain", "[[RÉPONDEZ VITE]]", "Bonjour, [[RÉPONDEZ VITE]] !", "Oui, [[JE VEUX UNE RÉPONSE]] vite",
		"[[POURQUOI VOUS N'AVEZ]] ?", "[[DON'T KNOW]]", "[[I'M WAITING NOW]]", "[[WHAT DO I PAY]]", "[[DIS CE QU'IL Y A]]", "P. [[LE DIRECTEUR]]", "M. JEAN DUPONT-MARTIN", "Mrs ANN LEE", "-----BEGIN RSA PRIVATE KEY-----", "[[TOUT EST DIT]] J. P.",
	)
	cases(t, `{"capitals":{"letters":6,"words":1,"ratio":60}}`, "[[URGENt]]", "Urgent")
}

func TestPunctuation(t *testing.T) {
	cases(t, `{"punctuation":{"max":2}}`, "oui[[!!!]] non?! a [[? ? ?]]", "oui !!\n!", "[[!!！]] a!b!c!")
	d := read(t, `{"punctuation":{"max":1}}`)
	for s, want := range map[string]string{"!!!": "!", "?!?!": "?!", "! ! ?": "!?", "??!!": "?!"} {
		source := text.New(s)
		match := d.Find(source, nil)[0]
		kept, at := "", match.Span.Start
		for _, part := range match.Parts {
			kept += s[at:part.Start]
			at = part.End
		}
		if kept += s[at:match.Span.End]; kept != want {
			t.Errorf("%s keeps %q, want %q", s, kept, want)
		}
	}
}
