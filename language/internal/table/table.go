// Package table is how the models of the languages are kept: one table for all of them that is read where it lies, so that
// starting costs neither time nor memory. It must not know what the figures are used for.
//
// A slot is three bytes: 16 bits of the key's hash and the cost. A key that is not in the table is taken for another one
// about once in ten thousand times, which a sum over many letters does not notice.
package table

import "math/bits"

// Longest is how many letters a key holds at most; a key also holds its language, a number below Languages.
const (
	Longest   = 5
	Languages = 16
)

const (
	letterBits = 12
	slotBytes  = 3
	empty      = 0 // no cost is 0: a letter that is certain costs 1
)

// Letters is the end of a word, its last letter lowest: at most Longest of them in 12 bits each.
type Letters uint64

// Wide says whether a letter needs more than its 12 bits; no language of the table is written with such letters.
func Wide(letter rune) bool { return letter >= 1<<letterBits }

// Add puts a letter behind the others and forgets the one that came more than Longest ago. All wide letters count as one.
func (l Letters) Add(letter rune) Letters {
	if Wide(letter) {
		letter = 1<<letterBits - 1
	}
	return (l<<letterBits | Letters(letter)) & (1<<(Longest*letterBits) - 1)
}

// Last keeps the n last letters.
func (l Letters) Last(n int) Letters { return l & (1<<(n*letterBits) - 1) }

// Table is a table as Build makes it.
type Table string

// Cost is what letters cost in a language, 1 to 255, or 0 when the table does not hold them.
func (t Table) Cost(language int, letters Letters) int {
	at, print := place(language, letters, len(t))
	for ; ; at += slotBytes {
		if at == len(t) {
			at = 0
		}
		slot := t[at : at+slotBytes]
		if slot[2] == empty || slot[0] == byte(print) && slot[1] == byte(print>>8) {
			return int(slot[2])
		}
	}
}

// place is where a key is looked for first in a table of so many bytes, and the part of its hash that its slot repeats.
func place(language int, letters Letters, size int) (at int, print uint16) {
	hash := (uint64(letters)<<4 | uint64(language)) * 0x9E3779B97F4A7C15
	hash = (hash ^ hash>>29) * 0xBF58476D1CE4E5B9
	hash ^= hash >> 32
	slot, _ := bits.Mul64(hash, uint64(size/slotBytes))
	return int(slot) * slotBytes, uint16(hash)
}

// Entry is one line of a table.
type Entry struct {
	Language int
	Letters  Letters
	Cost     uint8
}

// Build makes a table of entries with three quarters of its slots taken. The same entries in the same order give the same bytes.
func Build(entries []Entry) Table {
	out := make([]byte, (len(entries)*4/3+1)*slotBytes)
	for _, e := range entries {
		at, print := place(e.Language, e.Letters, len(out))
		for out[at+2] != empty {
			at = (at + slotBytes) % len(out)
		}
		out[at], out[at+1], out[at+2] = byte(print), byte(print>>8), max(e.Cost, 1)
	}
	return Table(out)
}
