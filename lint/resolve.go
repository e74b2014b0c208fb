package lint

import (
	"cmp"
	"slices"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/lint/text"
)

// MaxFindings is how many findings a report holds.
const MaxFindings = 200

// found is a match and the rule that looked for it.
type found struct {
	rule  *ruleset.Rule
	match detect.Match
}

// resolve settles overlaps and the limit. Where two findings share a place for the same reason, one stays, in this order:
// the stronger action, the greater confidence, the longer place, the earlier one, the rule's id. The same order decides
// which findings stay when there are too many, so the verdict is never weakened. The answer is in order of start.
func resolve(all []found) (kept []found, truncated bool) {
	slices.SortStableFunc(all, byWeight)
	for _, f := range all {
		if slices.ContainsFunc(kept, func(k found) bool { return sameReason(k, f) }) {
			continue
		}
		if len(kept) == MaxFindings {
			truncated = true
			break
		}
		kept = append(kept, f)
	}
	slices.SortStableFunc(kept, func(a, b found) int {
		return cmp.Or(a.match.Span.Start-b.match.Span.Start, a.match.Span.End-b.match.Span.End)
	})
	return kept, truncated
}

func byWeight(a, b found) int {
	return cmp.Or(
		ruleset.Strength(b.rule.Action)-ruleset.Strength(a.rule.Action),
		b.match.Confidence-a.match.Confidence,
		size(b.match.Span)-size(a.match.Span),
		a.match.Span.Start-b.match.Span.Start,
		cmp.Compare(a.rule.ID, b.rule.ID),
	)
}

func size(s text.Span) int { return s.End - s.Start }

// sameReason says whether two findings tell the writer the same thing of one place: they overlap, and are of one category,
// or both name an entity (a number is a card or a phone, not both).
func sameReason(a, b found) bool {
	return a.match.Span.Overlaps(b.match.Span) &&
		(a.rule.Category == b.rule.Category || a.rule.Entity != "" && b.rule.Entity != "")
}
