package detect

import (
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// register finds the forms of a way of address: those of `forms` anywhere, those of `opening` as the first word of a
// sentence, where an imperative stands ("Regarde …", but "il regarde"). With `beside`, they count only in a text that also
// holds one of its forms: that is how mixing is told, "tu" in a text that says "vous".
type register struct {
	terms
	opening, beside int // index of the first term of each list
}

func readRegister(v field.Value) Detector {
	d := &register{}
	table := v.Get("register")
	if !table.Object("forms", "opening", "beside") {
		return nil
	}
	d.options(v, table.Get("forms"), table.Get("opening"), table.Get("beside"))
	lists := []struct {
		name  string
		begin *int
	}{{"forms", nil}, {"opening", &d.opening}, {"beside", &d.beside}}
	for _, list := range lists {
		if list.begin != nil {
			*list.begin = len(d.list)
		}
		d.addAll(table.Get(list.name).Texts(maxTerms, maxTermSize), v.Get("accents").Flag())
	}
	if d.beside == 0 {
		table.Fail("needs forms, opening or both")
	}
	d.finish(v)
	return d
}

func (d *register) Find(t *text.Text, hits []Hit) []Match {
	spared := d.spared(t, hits, &d.terms)
	var out []Match
	beside := d.beside == d.except // nothing has to stand beside
	for _, hit := range hits {
		match, ok := d.match(t, hit)
		switch {
		case !ok || spared.holds(t, match.Span):
		case hit.Word >= d.beside:
			beside = true
		case hit.Word >= d.opening && !text.BeginsSentence(t.String(), match.Span.Start):
		case len(out) < MaxMatches:
			out = append(out, match)
		}
	}
	if !beside {
		return nil
	}
	return out
}
