package rules

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// shipped is what the product brings: its packs, and what became of the ids that changed.
type shipped struct {
	book    *Book
	packs   []string          // sorted
	renamed map[string]string // old id → new id, or "" for a rule that is gone
}

// product is read once: the packs are part of the program.
var product = sync.OnceValues(func() (*shipped, error) { return newShipped(Packs(), renamed) })

func newShipped(fsys fs.FS, renamed map[string]string) (*shipped, error) {
	book, err := readPacks(fsys)
	if err != nil {
		return nil, err
	}
	s := &shipped{book: book, renamed: renamed}
	for i := range book.Rules {
		book.Rules[i].Shipped = true
		s.packs = append(s.packs, packOf(book.Rules[i].ID))
	}
	s.packs = slices.Compact(s.packs)
	return s, nil
}

// today is the id by which a rule goes now.
func (s *shipped) today(id string) string {
	for range len(s.renamed) {
		next, ok := s.renamed[id]
		if !ok || next == "" {
			break
		}
		id = next
	}
	return id
}

func (s *shipped) rule(id string) (*Rule, bool) {
	i, ok := slices.BinarySearchFunc(s.book.Rules, id, func(r Rule, id string) int { return strings.Compare(r.ID, id) })
	if !ok {
		return nil, false
	}
	return &s.book.Rules[i], true
}

func (s *shipped) ids() []string {
	out := make([]string, len(s.book.Rules))
	for i, rule := range s.book.Rules {
		out[i] = rule.ID
	}
	return out
}

// current lists, for rules.json, the old ids of rules that are in the book.
func (s *shipped) current(b *Book) map[string]string {
	out := map[string]string{}
	for old := range s.renamed {
		id := s.today(old)
		if slices.ContainsFunc(b.Rules, func(r Rule) bool { return r.ID == id }) {
			out[old] = id
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

func packOf(id string) string {
	pack, _, _ := strings.Cut(id, "/")
	return pack
}
