package detect

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

const (
	maxFrames  = 60 // of one rule
	maxSlots   = 6  // of one frame
	maxClasses = 64 // word lists of one rule, a bit each
	maxGap     = 20 // words
	defaultGap = 3  // words
)

// frame finds words of several classes that follow each other in one sentence: "group are vile" finds a word of `group`,
// then one of `are`, then one of `vile`, with at most `gap` other words between two of them. It tells an attack from a
// mention: neither the group nor the verb alone says anything. A number in a frame is the gap from there on: "hate 1 group".
type frame struct {
	terms
	class  []int // by term
	frames [][]slot
	needs  []uint64 // by frame: the classes it takes, a bit each
	gap    int
}

// slot is one place of a frame: a word of a class, at most gap words after the slot before.
type slot struct{ class, gap int }

func readFrame(v field.Value) Detector {
	d := &frame{gap: defaultGap}
	if v.Has("gap") {
		d.gap = v.Get("gap").Int(0, maxGap)
	}
	table := v.Need("words")
	if !table.IsObject() {
		table.Advise("write {group: [word, …], …}", "must be a table of word lists")
		return nil
	}
	names := table.Names()
	if len(names) > maxClasses {
		table.Fail("has %d word lists, at most %d are allowed", len(names), maxClasses)
		return nil
	}
	lists := make([]field.Value, len(names))
	for i, name := range names {
		lists[i] = table.Get(name)
	}
	d.options(v, lists...)
	for i, list := range lists {
		d.addAll(list.Texts(maxTerms, maxTermSize), false)
		for len(d.class) < len(d.list) {
			d.class = append(d.class, i)
		}
	}
	used := map[string]bool{}
	for _, item := range v.Get("frame").List(maxFrames) {
		slots := readSlots(item, names, d.gap, used)
		d.frames, d.needs = append(d.frames, slots), append(d.needs, classesOf(slots))
	}
	if len(d.frames) == 0 {
		v.Get("frame").Fail("needs at least one frame, such as \"group are vile\"")
	}
	for _, name := range names {
		if !used[name] {
			table.Get(name).Fail("no frame uses the list")
		}
	}
	d.finish(v)
	return d
}

// readSlots reads the names of a frame; each is a list of `words`, or a number.
func readSlots(v field.Value, names []string, gap int, used map[string]bool) []slot {
	var out []slot
	for _, name := range strings.Fields(v.Text(maxTermSize)) {
		if n, err := strconv.Atoi(name); err == nil {
			gap = min(max(n, 0), maxGap)
			continue
		}
		i, ok := slices.BinarySearch(names, name)
		if !ok {
			v.Advise(field.Nearest(name, names), "there is no list %s", field.Quote(name))
		}
		used[name] = true
		out = append(out, slot{i, gap})
	}
	if len(out) < 2 || len(out) > maxSlots {
		v.Fail("must name 2 to %d lists, separated by spaces", maxSlots)
	}
	return out
}

// token is a word of a class in the draft.
type token struct {
	span  text.Span
	class int
}

func classesOf(slots []slot) uint64 {
	classes := uint64(0)
	for _, s := range slots {
		classes |= 1 << s.class
	}
	return classes
}

// promising says whether the hits, as yet unread, could fill any frame. Most drafts hold bits of words from some classes
// and none of the others, and need not be looked at more closely.
func (d *frame) promising(hits []Hit) bool {
	classes := uint64(0)
	for _, hit := range hits {
		switch {
		case hit.Word < len(d.class):
			classes |= 1 << d.class[hit.Word]
		case hit.Word >= d.marks:
			classes = ^uint64(0) // a masked word may be of any
		}
	}
	return slices.ContainsFunc(d.needs, func(need uint64) bool { return need&^classes == 0 })
}

func (d *frame) Find(t *text.Text, hits []Hit) []Match {
	if !d.promising(hits) {
		return nil
	}
	tokens := d.tokens(t, hits)
	if len(tokens) < 2 {
		return nil
	}
	spared := d.spared(t, hits, &d.terms)
	places := map[text.Span]bool{}
	for _, slots := range d.frames {
		d.follow(t, tokens, slots, func(span text.Span) {
			if len(places) < MaxMatches && !spared.holds(t, span) {
				places[span] = true
			}
		})
	}
	var out []Match
	for _, span := range slices.SortedFunc(maps.Keys(places), bySpan) {
		out = append(out, Match{Span: span, Confidence: 3}) // a word that insults by itself is surer
	}
	return out
}

// tokens lists the words of the classes, in order of start.
func (d *frame) tokens(t *text.Text, hits []Hit) []token {
	var out []token
	for _, hit := range hits {
		word, match, ok := hit.Word, Match{}, false
		if d.disguised && hit.Word >= d.marks {
			word, match, ok = d.unmask(t, hit)
		} else {
			match, ok = d.match(t, hit)
		}
		if ok {
			out = append(out, token{match.Span, d.class[word]})
		}
	}
	slices.SortFunc(out, func(a, b token) int { return bySpan(a.span, b.span) })
	return out
}

// chain is a frame filled so far.
type chain struct{ start, end int }

// follow fills a frame's slots from left to right. Of all chains that reached a slot, the one that ends last can be
// continued wherever another one can, so one a slot is enough and the text is read once.
func (d *frame) follow(t *text.Text, tokens []token, slots []slot, met func(text.Span)) {
	var open [maxSlots]chain
	for _, token := range tokens {
		for k := len(slots) - 1; k >= 0; k-- {
			if token.class != slots[k].class {
				continue
			}
			next := chain{token.span.Start, token.span.End}
			if k > 0 {
				if !near(t, open[k-1], token.span.Start, slots[k].gap) {
					continue
				}
				next.start = open[k-1].start
			}
			if k == len(slots)-1 {
				met(text.Span{Start: next.start, End: next.end})
			}
			if next.end >= open[k].end {
				open[k] = next
			}
		}
	}
}

// near says whether a word that begins at start may continue the chain.
func near(t *text.Text, c chain, start, gap int) bool {
	return c.end > 0 && c.end <= start && t.WordsBefore(start)-t.WordsBefore(c.end) <= gap && t.Sentence(c.end) == t.Sentence(start)
}

func bySpan(a, b text.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) }
