package ruleset

import (
	"fmt"

	"github.com/bonton/bonton/lint/canonical"
	"github.com/bonton/bonton/lint/field"
)

// maxFile bounds rules.json, in bytes.
const maxFile = 8 << 20

// Encode writes rules.json: canonical JSON, so that equal rules have equal bytes.
func Encode(set *Ruleset) ([]byte, error) { return canonical.Encode(set) }

// Decode reads and validates rules.json. The error is a *multierror.Error that names every mistake.
func Decode(data []byte) (*Ruleset, error) {
	var log field.Log
	tree, err := canonical.Decode(data, maxFile)
	if err != nil {
		return nil, fmt.Errorf("rules.json: %w", err)
	}
	v := field.Root(tree, &log)
	if !v.Object(append([]string{"format", "engine", "version", "audienceDefault", "rules"}, HouseFields...)...) {
		return nil, log.Err()
	}
	set := &Ruleset{Format: ReadFormat(v), Version: ReadVersion(v)}
	set.Engine = v.Need("engine").Int(1, 1<<20)
	if set.Engine > Engine {
		return nil, fmt.Errorf("rules.json: needs engine %d, this is engine %d", set.Engine, Engine)
	}
	set.AudienceDefault = v.Need("audienceDefault").Choice(Audiences...)
	set.Rules = readRules(v.Need("rules"))
	set.House = readHouse(v)
	return set, log.Err()
}

// ReadFormat reads the field `format`, which every file of a bundle has, and refuses any other than Format.
func ReadFormat(v field.Value) int {
	v = v.Need("format")
	if format := v.Int(0, 1<<20); format != Format {
		v.Fail("format %d is not known, this engine reads format %d", format, Format)
	}
	return Format
}

// ReadVersion reads the field `version`, which every file of a bundle has.
func ReadVersion(v field.Value) string {
	v = v.Need("version")
	version := v.Text(64)
	if version != "" && !validVersion(version) {
		v.Fail("%s is no version: letters, digits, dots, plus signs and dashes", field.Quote(version))
	}
	return version
}

func readRules(v field.Value) []Rule {
	out := []Rule{}
	for _, item := range v.List(maxRules) {
		if !item.Object(append([]string{"id"}, RuleFields...)...) {
			continue
		}
		id := item.Need("id").Text(80)
		if id != "" && !ValidID(id) {
			item.Get("id").Fail("%s is no rule id: it must look like pack/rule-name", field.Quote(id))
		}
		if n := len(out); n > 0 && id <= out[n-1].ID {
			item.Get("id").Fail("%s stands after %s: rules are sorted by id, each once", field.Quote(id), field.Quote(out[n-1].ID))
		}
		out = append(out, ReadRule(item, id, ""))
	}
	return out
}
