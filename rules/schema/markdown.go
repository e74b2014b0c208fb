package schema

import (
	"fmt"
	"strings"

	"github.com/bonton/bonton/rules"
)

// Tables are the tables of docs/rules.md in a language, fr or en, by name: rule, when, fix, detectors, options, folder.
func Tables(language string) map[string]string {
	w := writer(language)
	rule, folder := ruleFile(), folderFile()
	return map[string]string{
		"rule": w.fields(rule.fields), "when": w.fields(whenNode().fields), "fix": w.forms(fixNode()),
		"detectors": w.detectors(), "options": w.fields(sharedOptions), "folder": w.fields(folder.fields),
	}
}

// sharedOptions mean the same in every detector that has them.
var sharedOptions = []field{except, unless, quoted, endings, accents, disguised, allow}

// writer writes in a language.
type writer string

func (w writer) say(fr, en string) string {
	if w == "fr" {
		return fr
	}
	return en
}

func (w writer) table(heads []string, rows [][]string) string {
	var out strings.Builder
	line := func(cells []string) { fmt.Fprintf(&out, "| %s |\n", strings.Join(cells, " | ")) }
	line(heads)
	out.WriteString("|" + strings.Repeat("---|", len(heads)) + "\n")
	for _, row := range rows {
		for i, cell := range row {
			row[i] = strings.ReplaceAll(cell, "|", `\|`)
		}
		line(row)
	}
	return rules.Typeset(string(w), out.String())
}

func (w writer) fields(list []field) string {
	var rows [][]string
	for _, f := range list {
		name := "`" + f.name + "`"
		if f.required {
			name = "**" + name + "**"
		}
		rows = append(rows, []string{name, w.value(f.node), w.describe(f.node)})
	}
	return w.table([]string{w.say("champ (**obligatoire**)", "field (**required**)"), w.say("valeur", "value"), w.say("ce que c'est", "what it is")}, rows)
}

func (w writer) forms(n node) string {
	var rows [][]string
	for _, form := range n.any {
		rows = append(rows, []string{w.value(form), w.describe(form)})
	}
	return w.table([]string{w.say("écrire", "write"), w.say("ce que c'est", "what it is")}, rows)
}

// describe is a node's help, with that of the fields inside it.
func (w writer) describe(n node) string {
	parts := []string{w.say(n.fr, n.en)}
	for _, f := range n.fields {
		if len(n.fields) > 5 || f.name == "fr" || f.name == "en" {
			break // it has a table of its own, or says nothing new
		}
		if help := w.say(f.fr, f.en); help != "" {
			parts = append(parts, fmt.Sprintf("`%s` %s", f.name, help))
		}
	}
	if n.kind == either {
		for _, form := range n.any {
			if help := w.describe(form); help != "" && len(n.any) <= 3 {
				parts = append(parts, help)
			}
		}
	}
	return strings.Join(parts, " · ")
}

// value is how a node is written.
func (w writer) value(n node) string {
	switch n.kind {
	case flag:
		return "`true`, `false`"
	case integer:
		return fmt.Sprintf("%d–%d", n.low, n.high)
	case choice:
		return "`" + strings.Join(n.options, "`, `") + "`"
	case choices:
		return w.say("liste de ", "list of ") + "`" + strings.Join(n.options, "`, `") + "`"
	case texts:
		return w.say("liste de textes", "list of texts")
	case list:
		return w.say("liste", "list")
	case object:
		return w.object(n)
	case table:
		return w.say("table : nom → ", "table: name → ") + w.value(*n.items)
	case either:
		return w.either(n)
	}
	return w.say("texte", "text")
}

func (w writer) object(n node) string {
	var names []string
	for _, f := range n.fields {
		names = append(names, f.name)
	}
	if len(names) > 6 {
		names = append(names[:5], "…")
	}
	return "`{" + strings.Join(names, ", ") + "}`"
}

func (w writer) either(n node) string {
	if len(n.any) > 6 {
		return w.say("un détecteur", "a detector")
	}
	var forms []string
	for _, form := range n.any {
		forms = append(forms, w.value(form))
	}
	return strings.Join(forms, w.say(" ou ", " or "))
}

// detectors is the table of kinds.
func (w writer) detectors() string {
	var rows [][]string
	for _, d := range detectors {
		options := w.inside(d.value.node)
		for _, o := range d.options {
			options = append(options, w.option(o))
		}
		rows = append(rows, []string{"`" + d.value.name + "`", w.say(d.fr, d.en), strings.Join(options, " · "), "`" + d.example + "`"})
	}
	return w.table([]string{w.say("détecteur", "detector"), w.say("trouve", "finds"), "options", w.say("exemple", "example")}, rows)
}

// inside are the fields or choices of a detector's own value.
func (w writer) inside(n node) []string {
	if n.kind == choice {
		return []string{w.value(n)}
	}
	var out []string
	for _, f := range n.fields {
		out = append(out, w.option(f))
	}
	return out
}

func (w writer) option(f field) string {
	for _, shared := range sharedOptions {
		if shared.name == f.name && shared.en == f.en {
			return "`" + f.name + "`"
		}
	}
	value := ""
	switch f.kind {
	case integer, choice:
		value = " (" + w.value(f.node) + ")"
	}
	return "`" + f.name + "`" + value + " " + w.say(f.fr, f.en)
}
