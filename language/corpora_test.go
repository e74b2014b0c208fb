package language

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// labelled is the folder of labelled texts beside the repository; it is not part of it.
const labelled = "../../shared/corpora/dev"

type row struct{ Lang, Text string }

func labelledRows(t *testing.T, set string) (out []row) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(labelled, set+".jsonl"))
	if err != nil {
		t.Skipf("no labelled texts in %s", labelled)
	}
	for line := range strings.Lines(string(data)) {
		var r row
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// TestLabelled holds the share of right answers, and of sure ones that are right.
func TestLabelled(t *testing.T) {
	for set, least := range map[string]float64{"langid_sentences": 0.985, "langid_word_pairs": 0.85, "langid_single_words": 0.7} {
		rows := labelledRows(t, set)
		right, sure, sureRight, mixed := 0, 0, 0, 0
		for _, r := range rows {
			got := Of(r.Text)
			if got.Code == r.Lang {
				right++
			}
			if got.Confidence >= 0.95 {
				sure++
				if got.Code == r.Lang {
					sureRight++
				}
			}
			if got.Also != nil {
				mixed++
			}
		}
		share := func(n, of int) float64 { return float64(n) / float64(of) }
		t.Logf("%-20s right %.3f, sure %.3f, of those right %.3f, said to be mixed %d", set, share(right, len(rows)), share(sure, len(rows)), share(sureRight, sure), mixed)
		if share(right, len(rows)) < least || share(sureRight, sure) < 0.97 {
			t.Errorf("%s: %d of %d are right, %d of %d sure ones", set, right, len(rows), sureRight, sure)
		}
	}
}

// TestLabelledMixed joins sentences of two languages and holds that both are told.
func TestLabelledMixed(t *testing.T) {
	rows := labelledRows(t, "langid_sentences")
	both, all := 0, 0
	for i := range rows {
		first, second := rows[i], rows[(i*7+1)%len(rows)]
		if first.Lang == second.Lang {
			continue
		}
		all++
		got := Of(first.Text + " " + second.Text)
		told := map[string]bool{got.Code: true}
		for _, code := range got.Also {
			told[code] = true
		}
		if told[first.Lang] && told[second.Lang] {
			both++
		}
	}
	t.Logf("both languages of %.3f of %d", float64(both)/float64(all), all)
	if both*100 < 90*all {
		t.Errorf("both languages are told of %d of %d texts", both, all)
	}
}
