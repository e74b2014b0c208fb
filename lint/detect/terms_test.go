package detect

import "testing"

func TestTerms(t *testing.T) {
	cases(t, `{"terms":["sot","propre à rien"],"endings":["s","te"],"except":["sot l'y laisse"]}`,
		"un [[sot]], des [[sots]], une [[SOTTE]]",
		"un sotto, un ersot, un sot2",
		"[[propre a  rien]] ! [[PROPRE À RIEN]]",
		"propre à\nrien",
		"le sot l’y laisse et le [[sot]]",
		"*[[sot]]* et _[[propre à rien]]_",
		"[[s\u200bot]]",
	)
}

// TestTermsWithoutHyphen: a pronoun behind its verb is often written apart.
func TestTermsWithoutHyphen(t *testing.T) {
	cases(t, `{"terms":["calmez-vous","ferme-la","*e-moi"]}`,
		"[[Calmez-vous]] ! [[calmez vous]] madame", "calmez votre chien", "[[ferme-la]] et ferme la porte", "[[aide-moi]], comme moi")
}

func TestTermsInOtherLetters(t *testing.T) {
	cases(t, `{"terms":["nigaud"]}`, "[[nіgaud]]", "[[ｎｉｇａｕｄ]]", "n1gaud", "n i g a u d", "nigaudé")
}

func TestTermsDisguised(t *testing.T) {
	cases(t, `{"terms":["nigaud","balle","sot"],"disguised":true,"endings":["s"]}`,
		"[[n1g4ud]] [[nigaaaaud]] [[n i g a u d]]",
		"vu [[N.I.G.A.U.D]] et [[n-i-g-a-u-d]]",
		"niggaud nigaudeau",
		"[[balle]] [[b4ll3]] [[balllle]] bale",
		"[[nigauds]] [[n1gauds]]",
		"[[s o t]]",   // spelled out whole
		"u n s o t e", // too short to stand inside initials
		"c e [[n i g a u d]]",
		"le 50t de 1917",
		"info$ot.fr [[$ot]]",
	)
	cases(t, `{"terms":["bande d'"],"disguised":true}`, "[[bande d']]escrocs, [[b4nde d']]escrocs", "bande dessinée")
}

func TestTermsWithAccents(t *testing.T) {
	cases(t, `{"terms":["pêché","sale"],"accents":true}`, "[[pêché]] peche péché [[PECHE]] [[Pêché]]", "salé [[sale]] [[SALE]]")
}

func TestTermsByStem(t *testing.T) {
	cases(t, `{"terms":["nigaud*","*ard","*sot*"],"except":["lard*"]}`,
		"[[nigaud]] [[nigauderies]] nigau", "[[flemmard]] flemmarde", "lard lardons [[canard]]", "[[assots]] [[sots]] [[ersot]]",
	)
	cases(t, `{"terms":["nigaud*","*ard"],"disguised":true}`, "[[n1gauds]] [[flemm4rd]] [[n i g a u d]]")
}

func TestTermsMasked(t *testing.T) {
	cases(t, `{"terms":["nigaud","sot"],"disguised":true,"endings":["s"]}`,
		"[[n*gaud]] [[n****d]] [[n**auds]] [[n#&@ud]]",
		"*igaud s*t n*g n*gaudin n.gaud a*b*c R&D 5*4 n*****",
		"*[[nigaud]]* [[N!G*UD]]",
	)
}

func TestTermsUnless(t *testing.T) {
	cases(t, `{"terms":["nigaud"],"unless":["m'a traité de"],"quoted":["dit","mot"]}`,
		"Il m'a traité de nigaud. Quel [[nigaud]] !", "Il a dit : « nigaud »", "le mot \"nigaud\" est impoli", "« [[nigaud]] »",
		"Il a dit [[nigaud]]", "“nigaud” est le mot", "On a dit\n« [[nigaud]]", "« il a dit » [[nigaud]]",
	)
}
