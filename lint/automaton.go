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
	more   []int32    // by word: the next one with the same text, plus one
	sizes  []int32    // by word: its length in bytes
}

// state is a beginning of words. Its children are the states from its child up to the next state's.
type state struct {
	child int32 // the first child, in the order of their bytes
	fail  int32 // the longest proper suffix that is a state too
	word  int32 // the last word that ends here, plus one; 0 = none
	link  int32 // the nearest state in which a word ends, this one or a suffix; 0 = none
}

// maxStates bounds the memory of an automaton: 17 bytes a state.
const maxStates = 1<<24 - 1

// newAutomaton builds the automaton of some words, none of them empty.
func newAutomaton(words []string) *automaton {
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
	words  []string
	sorted []int32 // numbers of words, by text
	ranges []span  // by state: the sorted words that begin with it
	depths []int32 // by state, in bytes
}

type span struct{ lo, hi int32 }

func newBuilder(words []string) *builder {
	total := 2
	b := &builder{words: words, sorted: make([]int32, len(words))}
	b.more, b.sizes = make([]int32, len(words)), make([]int32, len(words))
	for i, word := range words {
		b.sorted[i], b.sizes[i] = int32(i), int32(len(word))
		total += len(word)
	}
	slices.SortFunc(b.sorted, func(x, y int32) int { return cmp.Or(strings.Compare(words[x], words[y]), cmp.Compare(x, y)) })
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
	for lo < words.hi && b.sizes[b.sorted[lo]] == depth {
		lo++ // these end in the parent itself
	}
	for lo < words.hi {
		label, hi := b.words[b.sorted[lo]][depth], lo+1
		for hi < words.hi && b.words[b.sorted[hi]][depth] == label {
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
	words := b.ranges[child]
	for at := words.lo; at < words.hi && b.sizes[b.sorted[at]] == b.depths[child]; at++ {
		word := b.sorted[at]
		b.more[word], s.word = s.word, word+1
	}
	if s.link = b.states[s.fail].link; s.word != 0 {
		s.link = child
	}
}

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
func (a *automaton) scan(s string, met func(word, start, end int)) {
	at := int32(0)
	for i := range len(s) {
		at = a.step(at, s[i])
		for out := a.states[at].link; out != 0; out = a.states[a.states[out].fail].link {
			for w := a.states[out].word; w != 0; w = a.more[w-1] {
				met(int(w-1), i+1-int(a.sizes[w-1]), i+1)
			}
		}
	}
}
