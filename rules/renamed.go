package rules

import "slices"

// renames says what became of ids: the id of today, or "" for a rule that is gone.
type renames map[string]string

// renamed are the ids that once shipped. They stand in admins' overrides and in lists of ignored rules, so an entry is never
// taken out. testdata/ids.txt lists every id that ever shipped; a test wants each of them to be a rule or to stand here.
var renamed = renames{}

// today is the id by which a rule goes now; that of a rule that is gone stays as it is.
func (r renames) today(id string) string {
	for range len(r) {
		next, ok := r[id]
		if !ok || next == "" {
			break
		}
		id = next
	}
	return id
}

// into lists, for rules.json, the old ids of rules that are in the book.
func (r renames) into(b *Book) map[string]string {
	var out map[string]string
	for old := range r {
		id := r.today(old)
		if !slices.ContainsFunc(b.Rules, func(rule Rule) bool { return rule.ID == id }) {
			continue
		}
		if out == nil {
			out = map[string]string{}
		}
		out[old] = id
	}
	return out
}
