package reasons

import (
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
)

const (
	maxGuides  = 50
	maxWording = 200
	maxAnswer  = 4000 // bytes of an approved answer
	// MaxPage is how long a page may be, in bytes of HTML.
	MaxPage = 60_000
)

// Words is the part of texts.json that a company writes.
type Words struct {
	Pages   Pages            `json:"texts,omitzero"`
	Wording []ruleset.Phrase `json:"wording,omitempty"` // approved answers, plain text
}

// WordFields are the fields of Words.
var WordFields = []string{"texts", "wording"}

// Pages are longer texts: HTML by locale, to be sanitised before use.
type Pages struct {
	Policy map[string]string            `json:"policy,omitempty"`
	Notice map[string]string            `json:"notice,omitempty"`
	Guides map[string]map[string]string `json:"guides,omitempty"` // by name
}

// PageFields are the fields of Pages.
var PageFields = []string{"policy", "notice", "guides"}

// ReadPages reads pages of at most limit bytes each.
func ReadPages(v field.Value, limit int) Pages {
	if v.Plain() == nil || !v.Object(PageFields...) {
		return Pages{}
	}
	p := Pages{Policy: ruleset.ReadLocales(v.Get("policy"), limit), Notice: ruleset.ReadLocales(v.Get("notice"), limit)}
	guides := v.Get("guides")
	if names := guides.Names(); guides.Plain() != nil && (!guides.IsObject() || len(names) > maxGuides) {
		guides.Fail("must be an object of at most %d guides", maxGuides)
		return p
	}
	for _, name := range guides.Names() {
		if !ruleset.ValidName(name) {
			guides.Get(name).Fail("%s is no name: lower-case words, digits and single dashes", field.Quote(name))
		}
		if p.Guides == nil {
			p.Guides = map[string]map[string]string{}
		}
		p.Guides[name] = ruleset.ReadLocales(guides.Get(name), limit)
	}
	return p
}

// ReadWording reads approved answers.
func ReadWording(v field.Value) []ruleset.Phrase {
	return ruleset.ReadPhrases(v, maxWording, maxAnswer)
}

func readWords(v field.Value) Words {
	return Words{Pages: ReadPages(v.Get("texts"), MaxPage), Wording: ReadWording(v.Get("wording"))}
}
