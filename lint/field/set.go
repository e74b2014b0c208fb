package field

import (
	"hash/maphash"
	"math/bits"
)

// set tells texts apart by a table of indexes into their list: unlike a map it is one piece of memory, made once a list.
type set struct {
	seed  maphash.Seed
	slots []int32 // index in the list, plus one; 0 = free
}

func newSet(size int) set {
	return set{seed: maphash.MakeSeed(), slots: make([]int32, 2<<bits.Len(uint(size)))}
}

// add says whether list[i] is new.
func (s *set) add(list []string, i int) bool {
	mask := uint64(len(s.slots) - 1)
	for at := maphash.String(s.seed, list[i]) & mask; ; at = (at + 1) & mask {
		known := s.slots[at]
		if known == 0 {
			s.slots[at] = int32(i) + 1
			return true
		}
		if list[known-1] == list[i] {
			return false
		}
	}
}
