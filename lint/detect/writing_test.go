package detect

import (
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/text"
)

func TestStretch(t *testing.T) {
	cases(t, `{"stretch":{"max":2,"exempt":["hmmm","brrr"]}}`,
		"Hmmmmm, brrrr, BIC BNPAFRPPXXX",
		"[[merciiii]] et [[TROOOP]] bien", "www.exemple.fr III AAA hmmm", "réf AAAB123", "créée, assommer", "[[ouééé]]", "https://exemple.fr/aaab",
	)
	d := read(t, `{"stretch":{"max":2}}`)
	source := text.New("allôôôô")
	if parts := d.Find(source, nil)[0].Parts; len(parts) != 1 || source.Slice(parts[0]) != "ôôô" {
		t.Errorf("parts %v", parts)
	}
}

func TestStretchShortened(t *testing.T) {
	d := read(t, `{"stretch":{"max":2}}`)
	for s, want := range map[string]string{"goooood": "good god", "Coooool": "Cool Col", "Sooon": "Soon Son", "tooooo": "too to", "trooop": "trop troop", "merciiii": "merci", "ouééé": "oué", "Sooorrrry": "Sory Soorry"} {
		if got := strings.Join(d.Find(text.New(s), nil)[0].Swaps, " "); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

func TestLength(t *testing.T) {
	cases(t, `{"length":{"sentence":3}}`, "Un deux trois. [[Un deux trois quatre]] ! Un.", "un deux\ntrois quatre", "un deux trois")
	cases(t, `{"length":{"draft":3}}`, "été[[ chaud]]", "été")
}

func TestMissing(t *testing.T) {
	cases(t, `{"missing":["stop","désinscri*"],"given":["vente flash","soldes"]}`,
		"[[Vente flash]] et soldes", "Soldes, répondez STOP", "Vous désinscrire des soldes", "Bonjour", "soldeset", "[[soldes]] nonstop",
	)
	cases(t, `{"missing":["bonjour","hello"],"words":4}`, "[[Votre]] colis est arrivé.", "Bonjour, votre colis est là", "votre colis", "[[Bonjours]] à tous et toutes", "« [[Voici]] le devis promis »", "[[@Paul]] votre colis est arrivé")
	cases(t, `{"missing":["cordialement"],"words":2,"at":"end"}`, "Voici le [[devis]] !", "Voici. Cordialement", "🙂", "")
}
