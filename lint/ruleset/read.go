package ruleset

import (
	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/field"
)

const (
	maxRules   = 5000
	MaxMessage = 300 // bytes
	maxFixes   = 4
)

// RuleFields are the fields of a rule that ReadRule reads.
var RuleFields = []string{"category", "entity", "action", "languages", "when", "mutable", "message", "detect", "fix"}

// ReadRule reads the fields a rule has in every form of it, YAML too; mistakes go to the value's log. The caller has
// checked the names of the fields and knows the id. category is the one meant when the field is absent; "" = it may not be.
func ReadRule(v field.Value, id, category string) Rule {
	r := Rule{ID: id, Category: category}
	if v.Has("category") || category == "" {
		r.Category = v.Need("category").Choice(Categories...)
	}
	r.Entity = v.Get("entity").Choice(Entities...)
	r.Action = v.Need("action").Choice(Actions...)
	r.Languages = readLanguages(v.Get("languages"))
	r.When = readWhen(v.Get("when"))
	if r.Mutable = v.Get("mutable").Flag(); r.Mutable && r.Action != "warn" {
		v.Get("mutable").Fail("mutable is for warn: a note always is, justify and block never are")
	}
	r.Message = ReadLocales(v.Need("message"), MaxMessage)
	r.Detect = v.Get("detect").Plain()
	r.Detector = detect.Read(v.Need("detect"))
	for _, item := range v.Get("fix").List(maxFixes) {
		r.Fixes = append(r.Fixes, readFix(item, v.Get("detect")))
	}
	return r
}

// ReadLocales reads a text in each of Locales, of at most limit bytes.
func ReadLocales(v field.Value, limit int) map[string]string {
	if v.Plain() == nil || !v.Object(Locales...) {
		return nil
	}
	out := map[string]string{}
	for _, locale := range Locales {
		out[locale] = v.Need(locale).Text(limit)
	}
	return out
}

func readLanguages(v field.Value) []string {
	for _, item := range v.List(20) {
		if code := item.Text(40); code != "" && !validLanguage(code) {
			item.Advise(`such as "fr"`, "%s must be two lower-case letters (ISO 639-1)", field.Quote(code))
		}
	}
	return v.Texts(20, 40)
}
