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
	packs   []string // sorted
	renamed renames
}

// product is read once: the packs are part of the program.
var product = sync.OnceValues(func() (*shipped, error) { return newShipped(Packs(), renamed) })

func newShipped(fsys fs.FS, renamed renames) (*shipped, error) {
	book, err := readPacks(fsys, renamed)
	if err != nil {
		return nil, err
	}
	s := &shipped{book: book, renamed: renamed}
	for i := range book.Rules {
		book.Rules[i].Shipped = true
		s.packs = append(s.packs, packOf(book.Rules[i].ID))
	}
	for i := range book.Lessons {
		book.Lessons[i].shipped = true
	}
	s.packs = slices.Compact(s.packs)
	return s, nil
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

func packOf(id string) string {
	pack, _, _ := strings.Cut(id, "/")
	return pack
}

// LeftOut are the ids of the shipped rules that a book lacks, sorted: those that bonton.yaml does not use or switches off,
// and all of them where a folder has none.
func (b *Book) LeftOut() ([]string, error) {
	shipped, err := product()
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(shipped.ids(), func(id string) bool {
		return slices.ContainsFunc(b.Rules, func(r Rule) bool { return r.ID == id })
	}), nil
}
