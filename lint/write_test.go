package lint_test

import (
	"encoding/json"
	"testing"
	"testing/quick"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/bonton/bonton/lint"
)

// TestAppendJSON holds that reports of any content are written as the tags of their fields say, none of them left out: a field that
// AppendJSON does not know fails here, for it is filled with something.
func TestAppendJSON(t *testing.T) {
	same := func(r lint.Report, s string) bool {
		r.Verdict, r.Bundle.State = s, "\"\\\n\u2028\x00\x7f<&>\xff\xed\xa0\x80"
		want, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var by, byTags lint.Report
		if err := json.Unmarshal(want, &byTags); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(r.AppendJSON(nil), &by); err != nil {
			t.Fatalf("%v: %s", err, r.AppendJSON(nil))
		}
		diff := cmp.Diff(byTags, by, cmpopts.EquateEmpty())
		if diff != "" {
			t.Error(diff)
		}
		return diff == ""
	}
	if err := quick.Check(same, &quick.Config{MaxCount: 300}); err != nil {
		t.Error(err)
	}
}
