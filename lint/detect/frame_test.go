package detect

import (
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/text"
)

func TestFrame(t *testing.T) {
	cases(t, `{"frame":["group are vile","hate group"],"words":{"group":["voisin"],"are":["est","sont"],"vile":["horrib*"],"hate":["je détest*"]},"endings":["s"],"gap":2}`,
		"Les [[voisins sont horribles]].",
		"Les [[voisins du dessus sont tous très horribles]] !",
		"Les voisins du premier étage sont horribles.", // three words between two slots
		"Les voisins. Ils sont horribles.",             // a sentence ends
		"Les voisins\nsont horribles",
		"[[Je déteste les voisins]] et les chats",
		"Les voisins voisins voisins",
		"horribles sont les voisins",
		"[[voisin est horrible]], non, horrible",
	)
}

func TestFrameContext(t *testing.T) {
	cases(t, `{"frame":["you fool"],"words":{"you":["tu es"],"fool":["nul*"]},"gap":9,"unless":["n'accepte pas"],"quoted":["écri*"],"except":["tu es nul en ski"]}`,
		"[[tu es nul]]", "tu es nul en ski", "Je n’accepte pas qu'on dise tu es nul. Mais [[tu es nul]]",
		"Il m'a écrit « tu es nul » hier. [[Tu es nulle]]", "« [[tu es nul]] »", "tu es content d'avoir écrit « le tennis est nul » ?", "[[Tu es nul]], on a écrit « bravo »",
	)
}

func TestFrameDisguised(t *testing.T) {
	cases(t, `{"frame":["you fool"],"words":{"you":["tu"],"fool":["nigaud"]},"disguised":true}`,
		"[[tu es un n1gaud]]", "[[tu n i g a u d]]", "[[tu es n*gaud]]", "[[tu es n**##d]]", "tu es un n*gaudin",
	)
}

func TestFrameGaps(t *testing.T) {
	cases(t, `{"frame":["a 0 b 2 a"],"words":{"a":["x"],"b":["y"]},"gap":9}`, "[[x y u v x]]", "x u y x", "x y u v w x")
}

func TestFrameMistakes(t *testing.T) {
	for options, want := range map[string]string{
		`{"frame":["a"],"words":{"a":["x"]}}`:             "2 to 6 lists",
		`{"frame":["a bb"],"words":{"a":["x"]}}`:          "there is no list",
		`{"frame":["a a"],"words":{"a":["x"],"b":["y"]}}`: "no frame uses",
		`{"frame":[],"words":{}}`:                         "at least one frame",
		`{"frame":["a a"],"words":["x"]}`:                 "table of word lists",
	} {
		if _, err := tryRead(options); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q in it", options, err, want)
		}
	}
}

// TestFrameIsLinear: many words of the classes, few of them in a frame, and every frame tried once.
func TestFrameIsLinear(t *testing.T) {
	d := read(t, `{"frame":["a a a a a b"],"words":{"a":["x"],"b":["y"]},"gap":20}`)
	if got := find(d, strings.Repeat("x ", 2000)); strings.Contains(got, "[[") {
		t.Error("found a frame without its end")
	}
	if got := d.Find(text.New(strings.Repeat("x x x x x y ", 1000)), nil); len(got) != 0 {
		t.Errorf("found %d frames without hits", len(got))
	}
}
