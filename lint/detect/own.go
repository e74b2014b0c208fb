package detect

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// OwnDomain is what Own keeps domains under: they spare e-mail addresses and links, whatever the rule's entity.
const OwnDomain = "domain"

// Own are the values of a company that are no finding when it writes them itself, by entity, each as OwnForm yields it.
type Own map[string][]string

// Kinds of data whose places are compared sign by sign, since case or separators make another value.
var exactEntities = []string{"ip-address", "secret", "private-key", "jwt", "password", "crypto-wallet", "url-with-credentials"}

// OwnForm is the form in which an own value of an entity is kept and compared. The error says why it is no such value.
func OwnForm(entity, value string) (string, error) {
	value = strings.TrimSpace(text.New(value).Clean().S)
	switch {
	case entity == OwnDomain:
		return ownDomain(value)
	case entity == "email":
		return ownEmail(value)
	case entity == "phone":
		return ownPhone(value)
	case slices.Contains(exactEntities, entity):
		return value, nil
	case entity == "postal-address" || entity == "confidential-marking":
		return ownWords(value)
	}
	return ownNumber(entity, value)
}

func ownDomain(value string) (string, error) {
	value = strings.ToLower(value)
	if !strings.Contains(strings.Trim(value, "."), ".") || strings.Trim(value, ".") != value || strings.ContainsAny(value, "/@:*? ") {
		return "", errors.New("is no domain: write it as example.com, its subdomains are meant too")
	}
	return value, nil
}

func ownEmail(value string) (string, error) {
	name, domain, _ := strings.Cut(value, "@")
	if _, err := ownDomain(domain); err != nil || name == "" || strings.ContainsAny(name, " <>,;") {
		return "", errors.New("is no e-mail address: for all those of a domain, write the domain under \"domain\"")
	}
	return strings.ToLower(value), nil
}

// ownPhone wants the country: a number written as inside one country is another number in the next.
func ownPhone(value string) (string, error) {
	digits := plain(value)
	if known, possible := abroad(digits); !strings.HasPrefix(value, "+") || !allDigits(digits) || !known && !possible {
		return "", errors.New("is no phone number from abroad: write it with + and the country, such as +33 1 47 05 69 85")
	}
	code := callingCode(digits)
	rest := digits[len(code):]
	if trunk := trunkOf(number(code)); strings.Contains(value, "("+trunk+")") && trunk != "" {
		rest = strings.TrimPrefix(rest, trunk)
	}
	return "+" + code + rest, nil
}

// callingCode is the beginning of the digits that is a country's.
func callingCode(digits string) string {
	for size := 1; size <= 3 && size < len(digits); size++ {
		if _, ok := callingLengths[number(digits[:size])]; ok {
			return digits[:size]
		}
	}
	return ""
}

func ownWords(value string) (string, error) {
	if value = foldedWords(value); value == "" {
		return "", errors.New("holds no word")
	}
	return value, nil
}

// foldedWords keeps the words of a text: "12, rue de l'Été" is "12 rue de l ete".
func foldedWords(value string) string {
	return strings.Join(strings.FieldsFunc(text.Fold(value), func(r rune) bool { return !text.IsWord(r) }), " ")
}

// ownNumber refuses what the detector of the entity would not find anyway: a slip of the fingers would spare nothing.
func ownNumber(entity, value string) (string, error) {
	kind, known := entityKinds[entity]
	form := plain(value)
	if form == "" || strings.ContainsFunc(value, func(r rune) bool { return r > unicode.MaxASCII }) {
		return "", errors.New("holds no digits or letters that could be compared")
	}
	if !known || len(kind.words) > 0 {
		return form, nil
	}
	for _, spot := range text.New(value).Numbers() {
		if !kind.at(value, spot).Empty() {
			return form, nil
		}
	}
	return "", fmt.Errorf("is no %s: a digit may be wrong", entity)
}

// CheckOwn reads own values by entity, each in its form; a value that is not goes to the log of v.
func CheckOwn(v field.Value, entities []string) Own {
	if v.Plain() == nil || !v.Object(append([]string{OwnDomain}, entities...)...) {
		return nil
	}
	out := Own{}
	for _, entity := range v.Names() {
		for _, item := range v.Get(entity).List(1000) {
			value := item.Text(200)
			if value == "" {
				continue
			}
			form, err := OwnForm(entity, value)
			if err != nil {
				item.Fail("%s %s", field.Quote(value), err)
				continue
			}
			out[entity] = append(out[entity], form)
		}
		slices.Sort(out[entity])
		out[entity] = slices.Compact(out[entity])
	}
	return out
}

// Spare is a detector that does not find own values: those of the entity its rule names, and own domains in addresses.
func (o Own) Spare(d Detector, entityName string) Detector {
	_, isLink := d.(*link)
	addresses := len(o[OwnDomain]) > 0 && (isLink || entityName == "email")
	if d == nil || len(o[entityName]) == 0 && !addresses {
		return d
	}
	own := ownPlaces{entity: entityName, forms: o.forms(entityName), addresses: addresses, domains: o[OwnDomain]}
	if e, ok := d.(*entity); ok {
		spared := *e
		spared.own = own.holds // before its places are counted
		return &spared
	}
	return &sparing{d, own}
}

// forms are all the ways in which the values of an entity are written, as placeForm yields them.
func (o Own) forms(entity string) map[string]bool {
	out := map[string]bool{}
	for _, value := range o[entity] {
		if entity != "phone" {
			out[value] = true
			continue
		}
		code := callingCode(value[1:])
		rest, trunk := value[1+len(code):], trunkOf(number(code))
		out[code+rest], out[code+trunk+rest], out[trunk+rest] = true, true, true
		if code == "1" { // North America dials its trunk prefix or not
			out[rest] = true
		}
	}
	return out
}

// ownPlaces judges places of one detector.
type ownPlaces struct {
	entity    string
	forms     map[string]bool
	addresses bool
	domains   []string
}

func (o *ownPlaces) holds(place string) bool {
	if o.addresses {
		host := hostOf(place)
		if at := strings.LastIndexByte(place, '@'); o.entity == "email" && at >= 0 {
			host = strings.ToLower(place[at+1:])
		}
		if below(host, o.domains) {
			return true
		}
	}
	return o.forms[placeForm(o.entity, place)]
}

// placeForm is the form of a place in a draft.
func placeForm(entity, place string) string {
	switch {
	case entity == "phone":
		return strings.TrimPrefix(plain(place), "00")
	case entity == "email":
		return strings.ToLower(place)
	case slices.Contains(exactEntities, entity):
		return place
	case entity == "postal-address" || entity == "confidential-marking":
		return foldedWords(place)
	}
	return plain(place)
}

// sparing leaves own values out of what a detector found.
type sparing struct {
	Detector
	own ownPlaces
}

// Cold is that of the detector it stands before.
func (d *sparing) Cold() []func() {
	if cold, ok := d.Detector.(Cold); ok {
		return cold.Cold()
	}
	return nil
}

func (d *sparing) Find(t *text.Text, hits []Hit) []Match {
	return slices.DeleteFunc(d.Detector.Find(t, hits), func(m Match) bool {
		return d.own.holds(text.New(t.Slice(m.Span)).Clean().S)
	})
}
