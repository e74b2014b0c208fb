package lint

import (
	"slices"

	"github.com/bonton/bonton/lint/ruleset"
)

// sparing is the set with detectors that leave the company's own values alone; the set that was given stays as it is.
func sparing(set *ruleset.Ruleset) *ruleset.Ruleset {
	if len(set.Allow) == 0 {
		return set
	}
	out := *set
	out.Rules = slices.Clone(set.Rules)
	for i := range out.Rules {
		rule := &out.Rules[i]
		rule.Detector = set.Allow.Spare(rule.Detector, rule.Entity)
	}
	return &out
}
