package rules

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/ruleset"
)

const idsFile = "testdata/ids.txt"

// TestIDs holds that an id is for ever: each one that ever shipped is still a rule, or renamed.go says what became of it.
// UPDATE_GOLDEN adds the new ones to the list and never takes one out.
func TestIDs(t *testing.T) {
	s, err := product()
	if err != nil {
		t.Fatal(listed(err))
	}
	data, err := os.ReadFile(idsFile)
	if err != nil && os.Getenv("UPDATE_GOLDEN") == "" {
		t.Fatal(err)
	}
	ever := strings.Fields(string(data))
	for _, id := range missingIDs(ever, s.ids(), renamed) {
		t.Errorf("the rule %s is gone: say in renamed.go what it is called now, or that nothing replaces it", id)
	}
	all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(ever, s.ids()))))
	switch {
	case slices.Equal(all, ever):
	case os.Getenv("UPDATE_GOLDEN") != "":
		if err := os.WriteFile(idsFile, []byte(strings.Join(all, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("new ids are not in %s yet: UPDATE_GOLDEN=1 go test ./rules -run TestIDs adds them", idsFile)
	}
}

// missingIDs lists the ids that are neither a rule nor renamed.
func missingIDs(ever, now []string, renamed renames) []string {
	return slices.DeleteFunc(slices.Clone(ever), func(id string) bool {
		_, known := renamed[id]
		return known || slices.Contains(now, id)
	})
}

func TestMissingIDs(t *testing.T) {
	got := missingIDs([]string{"a/kept", "a/lost", "a/moved"}, []string{"a/kept", "a/new"}, renames{"a/moved": "a/new"})
	if !slices.Equal(got, []string{"a/lost"}) {
		t.Errorf("got %v", got)
	}
}

// TestRenamesLead holds that each entry of the table leads from an id that is no rule to one that is, or to nothing.
func TestRenamesLead(t *testing.T) {
	s, err := product()
	if err != nil {
		t.Fatal(listed(err))
	}
	for _, old := range slices.Sorted(maps.Keys(renamed)) {
		_, still := s.rule(old)
		_, leads := s.rule(renamed.today(old))
		next, gone := renamed[renamed.today(old)]
		if still || !ruleset.ValidID(old) || !leads && (!gone || next != "") {
			t.Errorf("%s → %q: the old id must be no rule any more, the new one a rule or nothing", old, renamed[old])
		}
	}
}

func TestToday(t *testing.T) {
	r := renames{"a/one": "a/two", "a/two": "a/three", "a/gone": ""}
	for id, want := range map[string]string{"a/one": "a/three", "a/three": "a/three", "a/gone": "a/gone", "a/new": "a/new"} {
		if got := r.today(id); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}
