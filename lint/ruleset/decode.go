package ruleset

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/bonton/bonton/lint/field"
)

const (
	maxRulesFile = 8 << 20  // bytes
	maxTextsFile = 16 << 20 // bytes
	maxWhy       = 20_000   // bytes of HTML
	maxDepth     = 16       // objects and lists inside each other; a rule needs eight
)

// Decode reads and validates rules.json. The error is a *multierror.Error that names every mistake.
func Decode(data []byte) (*Ruleset, error) {
	var log field.Log
	tree, err := parse(data, maxRulesFile)
	if err != nil {
		return nil, fmt.Errorf("rules.json: %w", err)
	}
	v := field.Root(tree, &log)
	if !v.Object(append([]string{"format", "engine", "version", "audienceDefault", "rules"}, HouseFields...)...) {
		return nil, log.Err()
	}
	set := &Ruleset{Format: readFormat(v), Version: readVersion(v)}
	set.Engine = v.Need("engine").Int(1, 1<<20)
	if set.Engine > Engine {
		return nil, fmt.Errorf("rules.json: needs engine %d, this is engine %d", set.Engine, Engine)
	}
	set.AudienceDefault = v.Need("audienceDefault").Choice(Audiences...)
	set.Rules = readRules(v.Need("rules"))
	set.House = readHouse(v)
	return set, log.Err()
}

// DecodeTexts reads and validates texts.json; it must belong to the rules.
func DecodeTexts(data []byte, rules *Ruleset) (*Texts, error) {
	var log field.Log
	tree, err := parse(data, maxTextsFile)
	if err != nil {
		return nil, fmt.Errorf("texts.json: %w", err)
	}
	v := field.Root(tree, &log)
	if !v.Object(append([]string{"format", "version", "why"}, WordFields...)...) {
		return nil, log.Err()
	}
	texts := &Texts{Format: readFormat(v), Version: readVersion(v), Why: map[string]map[string]string{}, Words: readWords(v)}
	if texts.Version != rules.Version {
		v.Get("version").Fail("is %s, the rules are %s", field.Quote(texts.Version), field.Quote(rules.Version))
	}
	why := v.Need("why")
	ids := make([]string, len(rules.Rules))
	for i, rule := range rules.Rules {
		ids[i] = rule.ID
	}
	readWhy(why, ids, texts.Why)
	return texts, log.Err()
}

func readWhy(v field.Value, ids []string, out map[string]map[string]string) {
	if !v.IsObject() {
		v.Fail("must be an object of rule ids")
		return
	}
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
		out[id] = ReadLocales(v.Need(id), maxWhy)
	}
	for _, id := range v.Names() {
		if !known[id] {
			v.Get(id).Fail("there is no such rule")
		}
	}
}

// parse accepts canonical JSON only: what Encode writes. So no field can stand twice and be read in two ways.
func parse(data []byte, limit int) (any, error) {
	if len(data) > limit {
		return nil, fmt.Errorf("is %d bytes long, at most %d are allowed", len(data), limit)
	}
	if !shallow(data) {
		return nil, fmt.Errorf("is nested more than %d deep", maxDepth)
	}
	var tree any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		return nil, fmt.Errorf("is not JSON: %w", err)
	}
	canonical, err := encode(tree)
	if err != nil || !bytes.Equal(canonical, data) {
		return nil, fmt.Errorf("is not canonical JSON (sorted fields, each once, no spaces)")
	}
	return tree, nil
}

// shallow guards the decoder, which recurses: a browser's stack ends after some thousand levels, and with it the engine.
func shallow(data []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '{' || c == '['):
			if depth++; depth > maxDepth {
				return false
			}
		case !quoted && (c == '}' || c == ']'):
			depth--
		}
	}
	return true
}

func readFormat(v field.Value) int {
	v = v.Need("format")
	if format := v.Int(0, 1<<20); format != Format {
		v.Fail("format %d is not known, this engine reads format %d", format, Format)
	}
	return Format
}

func readVersion(v field.Value) string {
	v = v.Need("version")
	version := v.Text(64)
	if version != "" && !versionShape.MatchString(version) {
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
