package ruleset

import (
	"encoding/json"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/field"
)

// Kinds of fix.
const (
	Replace   = "replace"    // {"replace": "text"}: put the text in the place
	Redact    = "redact"     // "redact", or {"redact": 4}: hide letters and digits but the last four
	Remove    = "remove"     // "remove": take the place out
	LowerCase = "lower-case" // "lower-case": write it in lower case
	KeepFirst = "keep-first" // "keep-first": drop the parts that are too many
	Before    = "before"     // {"before": "text"}: put the text before the place
	After     = "after"      // {"after": "text"}: put the text behind it
)

// Fix is one way to mend a finding. In JSON and YAML it is its name, or an object of its name and its one value.
type Fix struct {
	Kind string
	Text string // of Replace, Before and After
	Keep int    // of Redact: letters and digits left readable at the end
}

// MarshalJSON writes the form that readFix reads.
func (f Fix) MarshalJSON() ([]byte, error) {
	switch {
	case f.Kind == Replace || f.Kind == Before || f.Kind == After:
		return json.Marshal(map[string]string{f.Kind: f.Text})
	case f.Kind == Redact && f.Keep > 0:
		return json.Marshal(map[string]int{Redact: f.Keep})
	}
	return json.Marshal(f.Kind)
}

func readFix(v, detector field.Value) Fix {
	if !v.IsObject() {
		kind := v.Choice(Redact, Remove, LowerCase, KeepFirst)
		if kind == KeepFirst && !detect.DropsParts(detector) {
			v.Fail("keep-first needs a detector that finds too many of something: emoji or punctuation")
		}
		return Fix{Kind: kind}
	}
	v.Object(Replace, Redact, Before, After)
	names := v.Names()
	if len(names) != 1 {
		v.Fail("must have one of replace, redact, before and after")
		return Fix{}
	}
	if names[0] == Redact {
		return Fix{Kind: Redact, Keep: v.Get(Redact).Int(0, 8)}
	}
	return Fix{Kind: names[0], Text: v.Get(names[0]).Text(MaxMessage)}
}
