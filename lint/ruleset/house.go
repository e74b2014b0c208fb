package ruleset

import (
	"maps"
	"net/url"
	"slices"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/field"
)

const (
	maxReasons = 9   // each is chosen by its digit
	MaxReason  = 120 // bytes
	maxNames   = 2000
)

// House is the part of rules.json that a company decides and a draft's first report may need.
type House struct {
	Allow    detect.Own        `json:"allow,omitempty"`   // values of its own that are no finding
	Reasons  []Phrase          `json:"reasons,omitempty"` // what the writer chooses from where a reason is asked for
	Renamed  map[string]string `json:"renamed,omitempty"` // old id → id of today, for lists of ignored rules
	Settings Settings          `json:"settings,omitzero"` // defaults; a managed policy stands above them
}

// HouseFields are the fields of House.
var HouseFields = []string{"allow", "reasons", "renamed", "settings"}

// Phrase is a text in each locale with a name that stays.
type Phrase struct {
	ID string `json:"id"`
	FR string `json:"fr"`
	EN string `json:"en"`
}

// Settings are how the extension behaves; an empty field leaves it to the product.
type Settings struct {
	OnEngineFailure string `json:"onEngineFailure,omitempty"` // allow or hold
	StaleDays       int    `json:"staleDays,omitempty"`       // after so many days without news, rules count as old
	SupportURL      string `json:"supportUrl,omitempty"`
	NoticeURL       string `json:"noticeUrl,omitempty"`
	Reporting       bool   `json:"reporting,omitempty"` // false positives may be reported
	Crisis          bool   `json:"crisis,omitempty"`    // the rules for a crisis are on
}

// SettingFields are the fields of Settings.
var SettingFields = []string{"onEngineFailure", "staleDays", "supportUrl", "noticeUrl", "reporting", "crisis"}

// EngineFailures are the values of Settings.OnEngineFailure.
var EngineFailures = []string{"allow", "hold"}

// ReadAllow reads own values, whatever their spelling; mistakes go to the value's log.
func ReadAllow(v field.Value) detect.Own { return detect.CheckOwn(v, Entities) }

// ReadReasons reads the reasons to choose from.
func ReadReasons(v field.Value) []Phrase { return ReadPhrases(v, maxReasons, MaxReason) }

// ReadPhrases reads a list of at most limit phrases with texts of at most size bytes.
func ReadPhrases(v field.Value, limit, size int) []Phrase {
	var out []Phrase
	seen := map[string]bool{}
	for _, item := range v.List(limit) {
		if !item.Object("id", "fr", "en") {
			continue
		}
		p := Phrase{ID: item.Need("id").Text(40), FR: item.Need("fr").Text(size), EN: item.Need("en").Text(size)}
		if p.ID != "" && !ValidName(p.ID) {
			item.Get("id").Fail("%s is no name: lower-case words, digits and single dashes", field.Quote(p.ID))
		}
		if seen[p.ID] {
			item.Get("id").Fail("%s stands in the list twice", field.Quote(p.ID))
		}
		seen[p.ID] = true
		out = append(out, p)
	}
	return out
}

// ReadSettings reads settings.
func ReadSettings(v field.Value) Settings {
	if v.Plain() == nil || !v.Object(SettingFields...) {
		return Settings{}
	}
	s := Settings{OnEngineFailure: v.Get("onEngineFailure").Choice(EngineFailures...), Reporting: v.Get("reporting").Flag(),
		Crisis: v.Get("crisis").Flag()}
	if v.Has("staleDays") {
		s.StaleDays = v.Get("staleDays").Int(1, 365)
	}
	s.SupportURL, s.NoticeURL = readURL(v.Get("supportUrl")), readURL(v.Get("noticeUrl"))
	return s
}

func readURL(v field.Value) string {
	address := v.Text(500)
	if address == "" {
		return ""
	}
	if u, err := url.Parse(address); err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
		v.Fail("%s is no https address", field.Quote(address))
		return ""
	}
	return address
}

// readHouse reads those fields of rules.json; own values must stand there in their form, as compiled.
func readHouse(v field.Value) House {
	h := House{Allow: ReadAllow(v.Get("allow")), Reasons: ReadReasons(v.Get("reasons")), Settings: ReadSettings(v.Get("settings"))}
	for _, entity := range slices.Sorted(maps.Keys(h.Allow)) {
		if written := v.Get("allow").Get(entity).Texts(1000, 200); !slices.Equal(written, h.Allow[entity]) {
			v.Get("allow").Get(entity).Fail("is not compiled: the values are not in their form and order")
		}
	}
	h.Renamed = readRenamed(v.Get("renamed"))
	return h
}

func readRenamed(v field.Value) map[string]string {
	if v.Plain() == nil {
		return nil
	}
	names := v.Names()
	if !v.IsObject() || len(names) > maxNames {
		v.Fail("must be an object of at most %d old ids", maxNames)
		return nil
	}
	out := map[string]string{}
	for _, old := range names {
		id := v.Get(old).Text(80)
		if !ValidID(old) || !ValidID(id) {
			v.Get(old).Fail("both must be rule ids")
		}
		out[old] = id
	}
	return out
}
