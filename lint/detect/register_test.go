package detect

import "testing"

func TestRegister(t *testing.T) {
	cases(t, `{"register":{"forms":["tu","t'","*e-moi"],"opening":["regarde"]},"except":["s'est tu"],"quoted":["dire"]}`,
		"Peux-[[tu]] venir ? Je [[t']]attends, [[donne-moi]] l'heure", "Il s'est tu", "[[Regarde]] ici, elle regarde. [[Regarde]] !",
		"tut était donnez-moi", "dire « tu » à un client", "Il regarde",
	)
	cases(t, `{"register":{"forms":["tu"],"beside":["vous"]}}`, "tu viens", "[[tu]] viens, et vous ?", "vous et [[tu]]", "vous")
}

func TestRegisterMistakes(t *testing.T) {
	for _, options := range []string{`{"register":{}}`, `{"register":["tu"]}`, `{"register":{"beside":["vous"]}}`} {
		if _, err := tryRead(options); err == nil {
			t.Errorf("%s was accepted", options)
		}
	}
}
