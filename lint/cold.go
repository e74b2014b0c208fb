package lint

import "github.com/bonton/bonton/lint/detect"

// samples are drafts that between them run most of the code there is, a part each: a browser compiles code when it first runs,
// so that the first draft of all takes some ten times as long as the next.
var samples = []string{
	"", "a", "Bonjour, ça va ?", "à 12 h 30", "06 12 34 56 78", "4111 1111 1111 1111", "a@exemple.fr", "https://exemple.fr/a?b=c",
	"BONJOUR !!!", "😀😀😀😀", "*gras* _c_", "c o n n a r d", "c0nn@rd f**k", "il a dit « connard ». Mot de passe : Ab12cd34ef", "bjr mdr",
}

// Cold lists work that may be done ahead of the first draft, in pieces of a few milliseconds, by whoever has time to spare:
// linting what nobody wrote, and what detectors put off. Nothing depends on it but the time of the first answers.
func (e *Engine) Cold() []func() {
	var out []func()
	for _, sample := range samples {
		out = append(out, func() { _, _ = e.Lint(Draft{Text: sample}) })
	}
	for _, rule := range e.set.Rules {
		if cold, ok := rule.Detector.(detect.Cold); ok {
			out = append(out, cold.Cold()...)
		}
	}
	return out
}
