package lint

import (
	"math/bits"
	"slices"
)

// automaton is Aho and Corasick's: it meets every one of its words in one pass over a text, in time that grows with the
// text and the number of hits alone. Edges live in one open-addressed table, since most states have a single one: 24 bytes
// a state instead of a kilobyte.
type automaton struct {
	keys  []uint32 // state<<8 | byte, plus one; 0 = empty
	nexts []int32
	shift int
	fail  []int32 // the longest proper suffix that is a state too
	words []int32 // first word that ends in the state, plus one; 0 = none
	more  []int32 // by word: the next one with the same text, plus one
	link  []int32 // the nearest suffix state in which a word ends; 0 = none
	sizes []int32 // by word: its length in bytes
}

// maxStates keeps a state and a byte inside a table key.
const maxStates = 1<<24 - 1

// newAutomaton builds the automaton of some words, none of them empty.
func newAutomaton(words []string) *automaton {
	total := 1
	for _, word := range words {
		total += len(word)
	}
	width := bits.Len(uint(total*2 + 16))
	a := &automaton{keys: make([]uint32, 1<<width), nexts: make([]int32, 1<<width), shift: 32 - width}
	for _, list := range []*[]int32{&a.fail, &a.words, &a.link} {
		*list = make([]int32, 0, total)
	}
	a.sizes = make([]int32, 0, len(words))
	a.grow()
	parents := make([]uint32, 1, total) // by state: the key of the edge that leads to it
	depths := [][]int32{nil}            // states by depth
	a.more = make([]int32, len(words))
	for i, word := range words {
		a.sizes = append(a.sizes, int32(len(word)))
		state := int32(0)
		for k := range len(word) {
			next := a.next(state, word[k])
			if next < 0 {
				next = a.grow()
				key := uint32(state)<<8 | uint32(word[k])
				a.put(key+1, next)
				parents = append(parents, key)
				if len(depths) <= k+1 {
					depths = append(depths, nil)
				}
				depths[k+1] = append(depths[k+1], next)
			}
			state = next
		}
		a.more[i], a.words[state] = a.words[state], int32(i)+1
	}
	a.connect(slices.Concat(depths...), parents)
	return a
}

func (a *automaton) grow() int32 {
	a.fail = append(a.fail, 0)
	a.words = append(a.words, 0)
	a.link = append(a.link, 0)
	return int32(len(a.fail) - 1)
}

// connect sets the failure and output links, shallow states first.
func (a *automaton) connect(order []int32, parents []uint32) {
	for _, state := range order {
		parent, c := int32(parents[state]>>8), byte(parents[state])
		if parent != 0 {
			a.fail[state] = a.step(a.fail[parent], c)
		}
		if f := a.fail[state]; a.words[f] != 0 {
			a.link[state] = f
		} else {
			a.link[state] = a.link[f]
		}
	}
}

func (a *automaton) slot(key uint32) uint32 { return key * 2654435769 >> a.shift }

func (a *automaton) put(key uint32, next int32) {
	at := a.slot(key)
	for a.keys[at] != 0 {
		at = (at + 1) & uint32(len(a.keys)-1)
	}
	a.keys[at], a.nexts[at] = key, next
}

// next follows an edge, -1 without one.
func (a *automaton) next(state int32, c byte) int32 {
	key := uint32(state)<<8 | uint32(c) + 1
	for at := a.slot(key); a.keys[at] != 0; at = (at + 1) & uint32(len(a.keys)-1) {
		if a.keys[at] == key {
			return a.nexts[at]
		}
	}
	return -1
}

// step follows edges and failure links.
func (a *automaton) step(state int32, c byte) int32 {
	for {
		if next := a.next(state, c); next >= 0 {
			return next
		}
		if state == 0 {
			return 0
		}
		state = a.fail[state]
	}
}

// scan calls met for every word in s, in order of their ends.
func (a *automaton) scan(s string, met func(word, start, end int)) {
	state := int32(0)
	for i := range len(s) {
		state = a.step(state, s[i])
		for at := state; at != 0; at = a.link[at] {
			for w := a.words[at]; w != 0; w = a.more[w-1] {
				met(int(w-1), i+1-int(a.sizes[w-1]), i+1)
			}
		}
	}
}
