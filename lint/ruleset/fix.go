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
)

// Fix is one way to mend a finding. In JSON and YAML it is its name, or an object of its name and its one value.
type Fix struct {
	Kind string
	Text string // of Replace
	Keep int    // of Redact: letters and digits left readable at the end
}

// MarshalJSON writes the form that readFix reads.
func (f Fix) MarshalJSON() ([]byte, error) {
	switch {
	case f.Kind == Replace:
		return json.Marshal(map[string]string{Replace: f.Text})
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
	v.Object(Replace, Redact)
	switch {
	case v.Has(Replace) == v.Has(Redact):
		v.Fail("must have either replace or redact")
	case v.Has(Replace):
		return Fix{Kind: Replace, Text: v.Get(Replace).Text(maxMessage)}
	}
	return Fix{Kind: Redact, Keep: v.Get(Redact).Int(0, 8)}
}
