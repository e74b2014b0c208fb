package convert

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// existence: tokens, each a word or an expression, that must not be there.
func existence(r *Result, v *valeRule) {
	tokens := v.texts("tokens")
	if raw := strings.Join(v.texts("raw"), ""); raw != "" {
		tokens = append(tokens, raw)
	}
	r.words(v, tokens)
}

// words writes terms of the tokens that stand for few words, and patterns of the others.
func (r *Result) words(v *valeRule, tokens []string) {
	part := v.flag("nonword")
	var terms, expressions []string
	for _, token := range tokens {
		if list, ok := forms(token); ok && !part {
			terms = append(terms, list...)
		} else {
			expressions = append(expressions, token)
		}
	}
	exceptions := v.texts("exceptions")
	if len(terms) > 0 {
		set := []any{"terms", slices.Compact(slices.Sorted(slices.Values(terms)))}
		if len(exceptions) > 0 {
			set = append(set, "except", exceptions)
		}
		r.write(v, "", set...)
		r.caseless(v)
	}
	for i, token := range expressions {
		suffix := ""
		if len(terms) > 0 || i > 0 {
			suffix = fmt.Sprintf("-%d", i+1)
		}
		r.expression(v, token, suffix, part)
	}
	if len(tokens) == 0 {
		r.left(v, "", "it has no tokens")
	}
}

// caseless says once that letters' case is lost, where the style wanted it.
func (r *Result) caseless(v *valeRule) {
	if !v.flag("ignorecase") {
		r.left(v, "ignorecase", "terms are found whatever their case")
	}
}

// expression writes a pattern near the literal words that its matches hold.
func (r *Result) expression(v *valeRule, token, suffix string, part bool) {
	expression, opened := shallow(token)
	words := keywords(expression)
	if _, err := regexp.Compile(expression); err != nil {
		r.left(v, "token "+token, "it is no RE2 expression: "+strings.TrimPrefix(err.Error(), "error parsing regexp: "))
		return
	}
	if words == nil {
		r.left(v, "token "+token, "no word of three letters stands in all it matches, so it would read every draft")
		return
	}
	if v.flag("ignorecase") {
		expression = "(?i)" + expression
	}
	set := []any{"pattern", expression, "keywords", words}
	if part {
		set = append(set, "part", true)
	}
	r.write(v, suffix, set...)
	if opened {
		r.left(v, "token "+token, "a range of repeats is opened: it would nest too deep")
	}
	if len(v.texts("exceptions")) > 0 {
		r.left(v, "exceptions", "a pattern's exceptions are exact values (allow)")
	}
}

// substitution: forms, and what to write instead.
func substitution(r *Result, v *valeRule) {
	v.used["swap"] = true
	table, _ := v.fields["swap"].(map[string]any)
	swap := map[string]any{}
	for _, observed := range slices.Sorted(maps.Keys(table)) {
		wanted := fmt.Sprint(table[observed])
		list, ok := forms(observed)
		instead := alternativesOf(wanted)
		switch {
		case !ok:
			r.left(v, "swap "+observed, "it is an expression for more words than a table can list")
		case instead == nil:
			r.left(v, "swap "+observed, "what to write instead depends on what was found, or is too long")
		case slices.ContainsFunc(list, func(form string) bool { return strings.Contains(form, "*") }):
			r.left(v, "swap "+observed, "a short form cannot end in a star")
		default:
			for _, form := range list {
				swap[form] = instead
			}
		}
	}
	if len(swap) == 0 {
		r.left(v, "", "nothing of its table can be said")
		return
	}
	set := []any{"swap", swap}
	if exceptions := v.texts("exceptions"); len(exceptions) > 0 {
		set = append(set, "except", exceptions)
	}
	v.used["action"] = true // proposing the replacement is what swap does
	r.write(v, "", set...)
	r.caseless(v)
}

// alternativesOf are the texts to write instead: "use|employ" is two of them.
func alternativesOf(wanted string) any {
	list := slices.DeleteFunc(strings.Split(wanted, "|"), func(s string) bool { return s == "" })
	if strings.ContainsAny(wanted, "$\\()[]") || len(list) > 4 || slices.ContainsFunc(list, func(s string) bool { return len(s) > 100 }) {
		return nil
	}
	if len(list) == 1 {
		return list[0]
	}
	return list
}

var aWord = regexp.MustCompile(`^(\\b)?\(?(\\w\+|\[\^\\s\]\+|\\S\+)\)?(\\b)?$`)

// occurrence: how often a token may stand in a part of the text. Words of a sentence, and no times at all, can be said.
func occurrence(r *Result, v *valeRule) {
	token, most := v.text("token"), v.number("max")
	v.used["token"] = true
	_, least := v.fields["min"]
	switch scope := v.text("scope"); {
	case least:
		r.left(v, "", "no detector wants a word to be there at least so often; see missing")
	case aWord.MatchString(token) && scope == "sentence" && most > 0:
		r.write(v, "", "length", map[string]any{"sentence": most})
	case most == 0 && token != "":
		r.words(v, []string{token})
	default:
		r.left(v, "", "no detector counts a word in a part of the text")
	}
}

// repetition: the same word twice. Tokens that stand for few words become terms of two of them.
func repetition(r *Result, v *valeRule) {
	most := max(v.number("max"), 1)
	var all []string
	for _, token := range v.texts("tokens") {
		if aWord.MatchString(token) {
			v.used["alpha"], v.used["ignorecase"] = true, true // words with digits pass anyway
			r.write(v, "", "repeat", map[string]any{"max": most})
			return
		}
		list, ok := forms(token)
		if !ok {
			r.left(v, "token "+token, "it is an expression for more words than a list can hold")
			continue
		}
		for _, form := range list {
			all = append(all, form+strings.Repeat(" "+form, most))
		}
	}
	if len(all) == 0 {
		r.left(v, "", "nothing of its tokens can be said")
		return
	}
	v.used["alpha"] = true
	r.write(v, "", "terms", all)
	r.caseless(v)
}

// capitalization: how letters must be written. A message has no titles; that a text is not in capitals can be said.
func capitalization(r *Result, v *valeRule) {
	v.used["match"] = true
	match := v.text("match")
	if match != "$sentence" && match != "$lower" {
		r.left(v, "", fmt.Sprintf("no detector wants a text to be written as %s", match))
		return
	}
	measure := map[string]any{"letters": 4, "words": 1, "ratio": 100}
	if exceptions := v.texts("exceptions"); len(exceptions) > 0 {
		measure["exempt"] = exceptions
	}
	r.write(v, "", "capitals", measure)
	r.left(v, "match", "only words wholly in capitals are found, of four letters and more")
}
