package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// stretched is the length from which a run of one letter counts as drawn out: "coooon", not "conn".
const stretched = 3

// spelledOut is the least length of a term that may stand inside spaced-out letters without ending them: shorter ones turn
// up by chance in initials.
const spelledOut = 4

// matchDisguised aligns the term with the joined text where its bare form was met.
func (d *terms) matchDisguised(t *text.Text, hit Hit) (Match, bool) {
	view := t.Joined()
	start := t.JoinedAt(hit.Start)
	term := d.list[hit.Word]
	end, plain, ok := align(term.folded, view.S, start)
	if !ok {
		return Match{}, false
	}
	if start, end, ok = d.bounded(view, term, start, end); !ok {
		return Match{}, false
	}
	match := Match{Span: view.Span(start, end), Confidence: 4}
	if !plain {
		match.Confidence = 3
	}
	return match, !plain || term.accentedAs(t.Slice(match.Span))
}

// bounded answers where the word begins and ends that holds the term. Signs written for letters count as letters here, so
// that an address such as info@ss.example holds no word at its sign; a left-out separator between spaced-out letters bounds
// too.
func (d *terms) bounded(view *text.View, term term, start, end int) (from, to int, ok bool) {
	apart := func(at int) bool { return len(term.folded) >= spelledOut && view.Apart(at) }
	if term.head {
		start = rest(view.S, start, -1)
	}
	if term.tail && !apart(end) {
		end = rest(view.S, end, +1)
	}
	if text.GoesOn(view.S, start, -1) && !apart(start) {
		return 0, 0, false
	}
	if !text.GoesOn(view.S, end, +1) || !text.GoesOn(view.S, end, -1) {
		return start, end, true
	}
	for _, ending := range d.endings {
		whole := end + len(ending)
		if strings.HasPrefix(view.S[end:], ending) && !text.GoesOn(view.S, whole, +1) {
			return start, whole, true
		}
	}
	return start, end, apart(end)
}

// align reads the term at a place of s, run by run: each run of one letter must have the term's length, or be drawn out.
// It answers the end of the place and whether it is the term letter for letter.
func align(term, s string, at int) (end int, plain, ok bool) {
	start := at
	for i := 0; i < len(term); {
		n := run(term, i)
		m := likeness(s, at, term[i])
		if m != n && (m < n || m < stretched) {
			return 0, false, false
		}
		i += n
		at += m
	}
	return at, strings.HasPrefix(s[start:], term), true
}

// run counts the equal bytes of s from i on.
func run(s string, i int) int {
	n := 1
	for i+n < len(s) && s[i+n] == s[i] {
		n++
	}
	return n
}

// likeness counts the bytes of s from at on that are the letter or a sign written for it.
func likeness(s string, at int, letter byte) int {
	n := 0
	for at+n < len(s) && (s[at+n] == letter || text.Leet(s[at+n], letter)) {
		n++
	}
	return n
}
