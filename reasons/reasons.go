// Package reasons is texts.json, the reasons of the rules (why a rule is there, as HTML in each locale) and the longer texts of
// a company. It is apart from the engine because it is needed only when somebody asks, and because making HTML safe takes
// longer to start than all else together. It must not know drafts, reports or what a rule finds.
package reasons

import (
	"fmt"
	"maps"
	"slices"

	"github.com/bonton/bonton/lint/canonical"
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
)

const (
	maxFile = 16 << 20 // bytes
	// MaxWhy is how long a reason may be, in bytes of HTML.
	MaxWhy = 20_000
)

// Texts is texts.json: what may be read after "ready".
type Texts struct {
	Format  int                          `json:"format"`  // ruleset.Format
	Version string                       `json:"version"` // that of the rules it belongs to
	Why     map[string]map[string]string `json:"why"`     // rule id → locale → HTML, not sanitised yet
	Words
}

// Encode writes texts.json: canonical JSON, so that equal texts have equal bytes.
func Encode(texts *Texts) ([]byte, error) { return canonical.Encode(texts) }

// Decode reads and validates texts.json. The error is a *multierror.Error that names every mistake.
func Decode(data []byte) (*Texts, error) {
	tree, err := canonical.Decode(data, maxFile)
	if err != nil {
		return nil, fmt.Errorf("texts.json: %w", err)
	}
	var log field.Log
	v := field.Root(tree, &log)
	if !v.Object(append([]string{"format", "version", "why"}, WordFields...)...) {
		return nil, log.Err()
	}
	texts := &Texts{Format: ruleset.ReadFormat(v), Version: ruleset.ReadVersion(v), Why: map[string]map[string]string{}, Words: readWords(v)}
	why := v.Need("why")
	if v.Has("why") && !why.IsObject() {
		why.Fail("must be an object of rule ids")
	}
	for _, id := range why.Names() {
		if !ruleset.ValidID(id) {
			why.Get(id).Fail("%s is no rule id: it must look like pack/rule-name", field.Quote(id))
		}
		texts.Why[id] = ruleset.ReadLocales(why.Get(id), MaxWhy)
	}
	return texts, log.Err()
}

// Fit says whether the texts belong to the rules: the same version, and a reason for each rule and for no other.
func (t *Texts) Fit(rules *ruleset.Ruleset) error {
	var log field.Log
	if t.Version != rules.Version {
		log.Add(&field.Mistake{Path: "version", Problem: fmt.Sprintf("is %s, the rules are %s", field.Quote(t.Version), field.Quote(rules.Version))})
	}
	known := map[string]bool{}
	for _, rule := range rules.Rules {
		known[rule.ID] = true
		if t.Why[rule.ID] == nil {
			log.Add(&field.Mistake{Path: "why", Problem: fmt.Sprintf("the field %q is missing", rule.ID)})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(t.Why)) {
		if !known[id] {
			log.Add(&field.Mistake{Path: field.Join("why", id), Problem: "there is no such rule"})
		}
	}
	return log.Err()
}

// Of is the reason of a rule as sanitised HTML, for an interface of the language (see ruleset.LocaleFor).
func (t *Texts) Of(rule, language string) (string, error) {
	if t.Why[rule] == nil {
		return "", fmt.Errorf("there is no rule %s", field.Quote(rule))
	}
	return Sanitise(t.Why[rule][ruleset.LocaleFor(language)]), nil
}
