package detect

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

const maxSwaps = 4 // replacements of one term

// swap finds short forms that stand alone between spaces or sentence marks, and proposes what to write instead: one text,
// a list of alternatives, or an empty list to take the form out, with the space or comma that would be left over. Forms
// whose first word has one or two signs count in lower case, or with a capital that begins a sentence: other capitals are
// names, grades, initials ("Bâtiment C"). Longer forms of `names` with a capital are names
// too, where small letters stand before.
type swap struct {
	terms
	names   map[string]bool // folded forms
	instead [][]string      // by term
}

func readSwap(v field.Value) Detector {
	d := &swap{names: map[string]bool{}}
	for _, name := range v.Get("names").Texts(maxTerms, maxTermSize) {
		d.names[text.Fold(name)] = true
	}
	table := v.Get("swap")
	if !table.IsObject() {
		table.Advise("write {bjr: bonjour}", "must be a table of short forms and what to write instead")
		return nil
	}
	names := table.Names()
	if len(names) == 0 || len(names) > maxTerms {
		table.Fail("must have 1 to %d short forms", maxTerms)
		return nil
	}
	for _, short := range names {
		d.add(short, false)
		d.instead = append(d.instead, readInstead(table.Get(short)))
		if len(short) > maxTermSize {
			table.Fail("the short form %s is longer than %d bytes", field.Quote(short), maxTermSize)
		}
	}
	d.finish(v)
	return d
}

func readInstead(v field.Value) []string {
	if v.IsText() {
		return []string{v.Text(maxTermSize)}
	}
	if v.Plain() == nil {
		v.Fail("needs what to write instead")
	}
	if list := v.Texts(maxSwaps, maxTermSize); len(list) > 0 {
		return list
	}
	return []string{""}
}

func (d *swap) Find(t *text.Text, hits []Hit) []Match {
	spared := d.spared(t, hits, &d.terms)
	view := t.Folded()
	var out []Match
	for _, hit := range hits {
		if hit.Word >= d.except || len(out) == MaxMatches || !standsFree(view.S, hit.Start, hit.End) {
			continue
		}
		span := view.Span(hit.Start, hit.End)
		place := t.Slice(span)
		if spared.holds(t, span) || d.named(t.String(), span, hit.Word) {
			continue
		}
		swaps := likeCase(d.instead[hit.Word], place, text.BeginsSentence(t.String(), span.Start))
		if len(swaps) == 1 && swaps[0] == "" {
			span = withComma(t.String(), span)
		}
		out = append(out, Match{Span: span, Swaps: swaps, Confidence: 4})
	}
	return out
}

// named says whether the capitals of a place make it a name, a grade or an initial.
func (d *swap) named(s string, span text.Span, term int) bool {
	head, _, _ := strings.Cut(s[span.Start:span.End], " ")
	if head == strings.ToLower(head) {
		return false
	}
	begins := text.BeginsSentence(s, span.Start)
	if len(head) <= 2 {
		return !(begins && opens(head, s[span.Start+len(head):]))
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:span.Start], " "))
	return !begins && unicode.IsLower(before) && d.names[d.list[term].folded]
}

// opens says whether a short form with a capital that begins a sentence is a word of it ("C bon", "Pk pas ?") and no initial,
// grade or number of something: its other letters are small, and a word in lower case follows.
func opens(place, rest string) bool {
	_, size := utf8.DecodeRuneInString(place)
	next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(rest, " "))
	return place[size:] == strings.ToLower(place[size:]) && strings.HasPrefix(rest, " ") && unicode.IsLower(next)
}

// standsFree is stricter than a word's bounds: "c'est" does not hold "c", nor "u-turn" or "s.n.c.f" their letters.
func standsFree(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, size := utf8.DecodeRuneInString(s[end:])
	next, _ := utf8.DecodeRuneInString(s[end+size:])
	left := start == 0 || unicode.IsSpace(before) || strings.ContainsRune("(\"«“*_~[!?…;:,", before)
	right := end == len(s) || s[end-1] == '\'' || unicode.IsSpace(after) ||
		strings.ContainsRune(".,;:!?…)\"»”*_~]", after) && !text.IsWord(next)
	return left && right
}

// likeCase gives the replacements a capital where the place begins with one. A form in capitals has them anywhere, and needs
// one only where a sentence begins.
func likeCase(instead []string, place string, begins bool) []string {
	first, _ := utf8.DecodeRuneInString(place)
	if !unicode.IsUpper(first) || !begins && place == strings.ToUpper(place) {
		return instead
	}
	out := make([]string, len(instead))
	for i, s := range instead {
		if s != "" {
			r, size := utf8.DecodeRuneInString(s)
			out[i] = string(unicode.ToUpper(r)) + s[size:]
		}
	}
	return out
}
