package lint

import (
	"cmp"
	"slices"
	"strings"
)

// automaton is Aho and Corasick's: it meets every one of its words in one pass over a text, in time that grows with the
// text and the number of hits alone. States are numbered by depth and the children of one stand side by side, so that the
// shallow states, where ordinary text stays, share a few cache lines: a draft is read after a pause of the typist, when
// nothing is in the cache any more (docs/decisions/0033-what-a-check-costs.md).
type automaton struct {
	first  [256]int32 // the states one byte deep; 0 = none
	states []state    // by depth; the root is 0, and one stands behind the last for its first child alone
	labels []byte     // by state: the byte that leads to it
	words  []entry    // in the order of their states, so that the short ones, which are met most, lie together
}

// word is what an automaton looks for, and who wants to know.
type word struct {
	text string
	owner
}

// owner is the rule that a word belongs to, and the word's number in its detector.
type owner struct {
	rule, word int32
	begins     bool // see detect.Word
}

// entry is a word as it is met: all that is asked of it then lies in one place.
type entry struct {
	owner
	size int32 // bytes
	more bool  // the next entry is a word of the same text
}

// state is a beginning of words. Its children are the states from its child up to the next state's.
type state struct {
	child int32 // the first child, in the order of their bytes
	fail  int32 // the longest proper suffix that is a state too
	word  int32 // the first entry that ends here, plus one; 0 = none
	link  int32 // the nearest state in which a word ends, this one or a suffix; 0 = none
}

// maxStates bounds the memory of an automaton: 17 bytes a state.
const maxStates = 1<<24 - 1

// newAutomaton builds the automaton of some words, none of them empty, and sorts them.
func newAutomaton(words []word) *automaton {
	b := newBuilder(words)
	for at := int32(0); int(at) < len(b.states); at++ {
		b.branch(at)
	}
	b.states = append(b.states, state{child: int32(len(b.states))})
	return &b.automaton
}

// builder grows an automaton one depth after the other.
type builder struct {
	automaton
	wanted []word  // by text
	ranges []span  // by state: the sorted words that begin with it
	depths []int32 // by state, in bytes
}

type span struct{ lo, hi int32 }

func newBuilder(words []word) *builder {
	total := 2
	for _, word := range words {
		total += len(word.text)
	}
	b := &builder{wanted: words}
	slices.SortFunc(words, func(x, y word) int {
		return cmp.Or(strings.Compare(x.text, y.text), cmp.Compare(x.rule, y.rule), cmp.Compare(x.word, y.word))
	})
	b.words = make([]entry, 0, len(words))
	b.states, b.labels = make([]state, 0, total), make([]byte, 0, total)
	b.ranges, b.depths = make([]span, 0, total), make([]int32, 0, total)
	b.add(0, span{0, int32(len(words))}, 0)
	return b
}

func (b *builder) add(label byte, words span, depth int32) int32 {
	b.states, b.labels = append(b.states, state{}), append(b.labels, label)
	b.ranges, b.depths = append(b.ranges, words), append(b.depths, depth)
	return int32(len(b.states) - 1)
}

// branch adds the children of a state. Every state of its depth, and so every suffix, was added before.
func (b *builder) branch(parent int32) {
	words, depth := b.ranges[parent], b.depths[parent]
	b.states[parent].child = int32(len(b.states))
	lo := words.lo
	for lo < words.hi && b.size(lo) == depth {
		lo++ // these end in the parent itself
	}
	for lo < words.hi {
		label, hi := b.wanted[lo].text[depth], lo+1
		for hi < words.hi && b.wanted[hi].text[depth] == label {
			hi++
		}
		b.adopt(parent, b.add(label, span{lo, hi}, depth+1), label)
		lo = hi
	}
}

// adopt links a new child to its suffix and to the words that end in it.
func (b *builder) adopt(parent, child int32, label byte) {
	s := &b.states[child]
	if parent == 0 {
		b.first[label] = child
	} else {
		s.fail = b.step(b.states[parent].fail, label)
	}
	words, from := b.ranges[child], len(b.words)
	for at := words.lo; at < words.hi && b.size(at) == b.depths[child]; at++ {
		b.words = append(b.words, entry{owner: b.wanted[at].owner, size: b.depths[child], more: true})
	}
	if len(b.words) > from {
		s.word, b.words[len(b.words)-1].more = int32(from+1), false
	}
	if s.link = b.states[s.fail].link; s.word != 0 {
		s.link = child
	}
}

func (b *builder) size(at int32) int32 { return int32(len(b.wanted[at].text)) }

// some says whether there are any words.
func (a *automaton) some() bool { return len(a.words) > 0 }

// step follows edges and failure links.
func (a *automaton) step(at int32, c byte) int32 {
	for at != 0 {
		if next := a.next(at, c); next != 0 {
			return next
		}
		at = a.states[at].fail
	}
	return a.first[c]
}

// next follows an edge of a state other than the root, 0 without one.
func (a *automaton) next(at int32, c byte) int32 {
	lo, end := a.states[at].child, a.states[at+1].child
	for hi := end; hi-lo > 4; {
		if mid := (lo + hi) / 2; a.labels[mid] <= c {
			lo = mid
		} else {
			hi = mid
		}
		end = hi
	}
	for ; lo < end; lo++ {
		if a.labels[lo] == c {
			return lo
		}
	}
	return 0
}

// scan calls met for every word in s, in order of their ends.
func (a *automaton) scan(s string, met func(w *owner, start, end int)) {
	at := int32(0)
	for i := range len(s) {
		at = a.step(at, s[i])
		for out := a.states[at].link; out != 0; out = a.states[a.states[out].fail].link {
			for w := a.states[out].word - 1; ; w++ {
				met(&a.words[w].owner, i+1-int(a.words[w].size), i+1)
				if !a.words[w].more {
					break
				}
			}
		}
	}
}
