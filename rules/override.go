package rules

import (
	"slices"
	"strings"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
)

func (r *folderReader) overrides(v field.Value) map[string]Override {
	if v.Plain() == nil {
		return nil
	}
	if !v.IsObject() {
		v.Advise("such as {tone/insult-fr: {action: justify}, emoji/too-many: off}", "must be a table of rule ids")
		return nil
	}
	out := map[string]Override{}
	for _, written := range v.Names() {
		id := r.shipped.renamed.today(written)
		rule, ok := r.shipped.rule(id)
		switch _, twice := out[id]; {
		case !ok:
			r.unknown(v, written)
			continue
		case twice:
			v.Get(written).Fail("%s is the same rule as %s: keep one", field.Quote(written), field.Quote(id))
			continue
		case id != written:
			r.remark(v.Get(written), "%s is called %s now", written, id)
		}
		if !slices.Contains(r.folder.Use, packOf(id)) {
			v.Get(written).Advise("add "+packOf(id)+" to use", "the pack %s is not used", field.Quote(packOf(id)))
		}
		out[id] = r.override(v.Get(written), rule)
	}
	return out
}

// override reads {action: …} or off, and remarks on what makes the rule weaker or changes nothing.
func (r *folderReader) override(v field.Value, rule *Rule) Override {
	if !v.IsObject() {
		if v.Plain() != "off" {
			v.Fail("must be off or {action: …}")
		} else {
			r.remark(v, "%s is switched off; it was %s", rule.ID, rule.Action)
		}
		return Override{Off: true}
	}
	v.Object("action")
	action := v.Need("action").Choice(ruleset.Actions...)
	switch was := ruleset.Strength(rule.Action); {
	case action == "":
	case ruleset.Strength(action) < was:
		r.remark(v, "%s is loosened from %s to %s", rule.ID, rule.Action, action)
	case action == rule.Action:
		r.remark(v, "%s is %s already, the override changes nothing", rule.ID, action)
	}
	return Override{Action: action}
}

// unknown says which rule may have been meant: the nearest id of all, or those of the pack that was named.
func (r *folderReader) unknown(v field.Value, written string) {
	ids := r.shipped.ids()
	if retired, ok := r.shipped.renamed[written]; ok && retired == "" {
		v.Get(written).Advise("take the line out", "the rule %s no longer ships", field.Quote(written))
		return
	}
	hint := field.Nearest(written, ids)
	if strings.HasPrefix(hint, "known here") {
		same := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return packOf(id) != packOf(written) })
		if hint = "shipped packs: " + strings.Join(r.shipped.packs, ", "); len(same) > 0 {
			hint = field.Nearest("", same)
		}
	}
	v.Get(written).Advise(hint, "there is no shipped rule %s; a rule of your own is changed in its file", field.Quote(written))
}
