// Package ruleset is the compiled rules as the engine reads them: types, decoding, validation and the canonical writing of
// rules.json, which holds all that is needed before "ready". Bundles come from elsewhere, so whatever is not known, too large
// or out of place is refused, and every mistake is named at once. It must not know YAML, drafts, reports or reasons.
package ruleset

import (
	"slices"
	"strings"

	"github.com/bonton/bonton/lint/detect"
)

const (
	// Format is the number of the file format read and written here.
	Format = 1
	// Engine is what this engine can do; a ruleset that asks for more (a newer detector or condition) is refused.
	Engine = 1
)

// Ruleset is rules.json.
type Ruleset struct {
	Format          int    `json:"format"`
	Engine          int    `json:"engine"`  // the least engine that knows all that stands below
	Version         string `json:"version"` // such as "2026.11.1": letters, digits, dots and dashes, at most 64
	AudienceDefault string `json:"audienceDefault"`
	Rules           []Rule `json:"rules"` // by id
	House
}

// Rule is one rule of rules.json.
type Rule struct {
	ID        string            `json:"id"` // pack/stem
	Category  string            `json:"category"`
	Entity    string            `json:"entity,omitempty"`
	Action    string            `json:"action"`
	Languages []string          `json:"languages,omitempty"` // ISO 639-1; none = every language
	When      When              `json:"when,omitzero"`
	Mutable   bool              `json:"mutable,omitempty"` // a warn that the user may switch off
	Message   map[string]string `json:"message"`           // plain text by locale
	Detect    any               `json:"detect"`            // the detector's name and options, as read
	Fixes     []Fix             `json:"fix,omitempty"`

	Detector detect.Detector `json:"-"` // Detect, ready for use
}

// Ignorable says whether a reader may switch the rule off: a note always, a warn where it says so, others never.
func (r *Rule) Ignorable() bool {
	return r.Action == "note" || r.Action == "warn" && r.Mutable
}

// Actions are the strengths of a finding, weakest first.
var Actions = []string{"note", "warn", "justify", "block"}

// Strength orders actions: 0 for none or an unknown one, 1 for note … 4 for block.
func Strength(action string) int {
	for i, a := range Actions {
		if a == action {
			return i + 1
		}
	}
	return 0
}

// Locales are the languages of messages and reasons; both are required, the first is the fallback.
var Locales = []string{"fr", "en"}

// LocaleFor is the locale to answer an interface of some language in: its own if we have it, else English, which more
// readers of other interfaces know; the first of Locales when the language is not known.
func LocaleFor(tag string) string {
	language := PrimaryLanguage(tag)
	switch {
	case slices.Contains(Locales, language):
		return language
	case language == "":
		return Locales[0]
	}
	return "en"
}

// PrimaryLanguage is the first subtag of a language tag: "fr" of "fr-CA".
func PrimaryLanguage(tag string) string {
	code, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(code)
}

// The closed lists of the contract (extension and engine share wasm/linter/engine.d.ts).
var (
	Audiences  = []string{"customer", "partner", "colleague", "personal"}
	ChatKinds  = []string{"individual", "group", "channel", "status", "unknown"}
	Surfaces   = []string{"composer", "caption", "edit", "forward", "status", "schedule", "question"}
	Categories = []string{"tone", "register", "style", "clarity", "emoji", "confidential", "privacy", "policy", "whatsapp",
		"complaint", "crisis", "spelling", "grammar"}
	Entities = []string{"payment-card", "iban", "bic", "fr-nir", "fr-siren", "fr-siret", "fr-vat", "us-ssn", "uk-nino", "es-dni",
		"it-codice-fiscale", "de-steuer-id", "pt-nif", "national-id", "phone", "email", "ip-address", "postal-address", "date-of-birth", "passport",
		"secret", "private-key", "jwt", "password", "one-time-code", "crypto-wallet", "url-with-credentials", "confidential-marking"}
)
