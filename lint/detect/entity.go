package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// entity finds one kind of data by code of its own: a shape, its real validation, and the words around it. Each place
// gets a likelihood from 1 to 5; places below `least` are not reported, and none is when there are fewer than `count`.
type entity struct {
	entityKind
	words        []Word
	allow        map[string]bool         // plain forms that are never reported
	own          func(place string) bool // values of the company, none when nil
	least, count int
}

// entityKind is a line of the table of entities.
type entityKind struct {
	// words select the entity, folded; without them it begins at a number.
	words []string
	// at judges the place a word or number begins or stands in: spot is in bytes of s, the clean text.
	at func(s string, spot text.Span) place
	// needs is what a draft must show at least.
	needs text.Signs
	// raise and lower are beginnings of folded words that make the entity more or less likely when they stand near it.
	raise, lower []string
}

// place is where an entity stands, in bytes of the clean text; an empty one is none.
type place struct {
	text.Span
	likelihood int
}

// entityKinds is the closed table of what `entity` may name.
var entityKinds = map[string]entityKind{
	"payment-card":         {at: cardAt, needs: text.Signs{Digits: 12}, raise: cardWords, lower: orderWords},
	"iban":                 {at: ibanAt, raise: accountWords},
	"bic":                  {words: []string{"bic", "swift"}, at: bicAt},
	"fr-nir":               {at: nirAt, needs: text.Signs{Digits: 12}, raise: []string{"nir", "nss", "secu", "securite social", "assure", "immatricul"}, lower: orderWords},
	"fr-siren":             {at: sirenAt, needs: text.Signs{Digits: 9}, raise: []string{"siren", "rcs"}, lower: orderWords},
	"fr-siret":             {at: siretAt, needs: text.Signs{Digits: 14}, raise: []string{"siret", "etablissement"}, lower: orderWords},
	"fr-vat":               {at: frVATAt, needs: text.Signs{Digits: 9}, raise: []string{"tva", "vat", "intracom"}, lower: orderWords},
	"us-ssn":               {at: ssnAt, needs: text.Signs{Digits: 9}, raise: []string{"ssn", "social"}, lower: append([]string{"part", "case"}, orderWords...)},
	"uk-nino":              {at: ninoAt, needs: text.Signs{Digits: 6}, raise: []string{"nino", "national insurance", "ni number", "ni no"}, lower: orderWords},
	"es-dni":               {at: dniAt, needs: text.Signs{Digits: 7}, raise: []string{"dni", "nif", "nie"}, lower: orderWords},
	"it-codice-fiscale":    {at: codiceAt},
	"de-steuer-id":         {at: steuerAt, needs: text.Signs{Digits: 11}, raise: []string{"steuer", "idnr", "identifikationsnummer", "tax id", "tin"}, lower: orderWords},
	"pt-nif":               {at: nifAt, needs: text.Signs{Digits: 9}, raise: []string{"nif", "contribuinte"}, lower: orderWords},
	"national-id":          {at: nationalAt, needs: text.Signs{Digits: 9}, raise: nationalWords, lower: append([]string{"siren", "siret", "rcs"}, orderWords...)},
	"postal-address":       {at: addressAt},
	"phone":                {at: phoneAt, needs: text.Signs{Digits: 7}, raise: phoneWords, lower: append([]string{"horaire", "resultat", "tirage", "loto", "opening hours", "rma"}, orderWords...)},
	"email":                {words: []string{"@"}, at: emailAt},
	"ip-address":           {at: ipAt, raise: []string{"ip", "ipv", "adresse ip", "serveur", "server"}, lower: []string{"version", "v ", "article", "section", "chapitre", "build"}},
	"date-of-birth":        {words: birthWords, at: birthAt},
	"passport":             {words: []string{"passeport", "passport", "pasaporte", "passaporto", "reisepass"}, at: passportAt},
	"jwt":                  {words: []string{"eyj"}, at: jwtAt},
	"crypto-wallet":        {at: walletAt, needs: text.Signs{Dense: 26}},
	"url-with-credentials": {words: []string{"://"}, at: credentialsAt},
	"one-time-code":        {words: codeWords, at: otpAt},
	"confidential-marking": {words: markings, at: markingAt},
	"private-key":          {words: []string{"-----begin"}, at: privateKeyAt},
}

// orderWords announce numbers of business that only look like an identifier.
var orderWords = []string{"commande", "order", "suivi", "tracking", "colis", "parcel", "facture", "invoice", "ticket", "dossier", "reference",
	"ref", "article", "produit", "product", "devis", "quote", "reservation", "booking", "contrat", "contract", "serie", "serial", "imei", "isbn", "ean",
	"lot", "batch", "shipment", "expedition",
	"pedido", "factura", "encomenda", "fatura", "reserva", "bestellung", "rechnung", "lieferung", "ordine", "fattura"}

var (
	cardWords    = []string{"carte", "card", "cb", "visa", "mastercard", "amex", "tarjeta", "karte", "carta", "cartao"}
	accountWords = []string{"iban", "rib", "compte", "account", "konto", "virement", "transfer", "cuenta"}
)

func readEntity(v field.Value) Detector {
	name := v.Get("entity").Choice(EntityNames()...)
	d := &entity{entityKind: entityKinds[name], allow: map[string]bool{}, least: 3}
	for _, word := range d.entityKind.words {
		d.words = append(d.words, Word{Text: text.Fold(word)})
	}
	for _, s := range v.Get("allow").Texts(1000, maxTermSize) {
		d.allow[plain(s)] = true
	}
	if v.Has("least") {
		d.least = v.Get("least").Int(1, 5)
	}
	d.count = v.Get("count").Int(0, MaxMatches)
	return d
}

func (d *entity) Words() []Word { return d.words }

func (d *entity) Needs() text.Signs { return d.needs }

func (d *entity) Find(t *text.Text, hits []Hit) []Match {
	view := t.Clean()
	spots := t.Numbers()
	if len(d.words) > 0 {
		spots = keywordSpots(t, view, hits)
	}
	var out []Match
	end, tries := 0, 0
	for _, spot := range spots {
		if spot.Start < end {
			continue
		}
		found := d.at(view.S, spot)
		if found.Empty() || found.Start < end {
			continue
		}
		if d.allowed(view.S[found.Start:found.End]) {
			end = found.End // no part of it is another number
			continue
		}
		if tries++; tries > maxTries || len(out) == MaxMatches {
			break
		}
		if found.likelihood += d.context(view.S, found.Span); found.likelihood < d.least {
			continue
		}
		end = found.End
		out = append(out, Match{Span: view.Span(found.Start, found.End), Confidence: min(found.likelihood, 5)})
	}
	if len(out) < d.count {
		return nil
	}
	return out
}

func (d *entity) allowed(place string) bool {
	return d.allow[plain(place)] || d.own != nil && d.own(place)
}

// How far, in bytes, the words around a place are read.
const (
	reachBefore = 60
	reachAfter  = 30
)

// context answers by how much the words around a place change its likelihood: of the words before it, the nearest counts;
// behind it only those that raise do, because what follows a number rarely says that it is something else.
func (d *entity) context(s string, at text.Span) int {
	if len(d.raise) == 0 && len(d.lower) == 0 {
		return 0
	}
	before := text.Fold(s[wordEdge(s, at.Start-reachBefore, -1):at.Start])
	raise, lower := lastWord(before, d.raise), lastWord(before, d.lower)
	switch {
	case raise >= 0 && raise > lower:
		return 2
	case lower >= 0:
		return -2
	}
	if lastWord(text.Fold(s[at.End:wordEdge(s, at.End+reachAfter, +1)]), d.raise) >= 0 {
		return 1
	}
	return 0
}

// lastWord answers where the last word that begins with one of the stems begins, or -1. It goes from word to word, so
// that many stems cost little more than one.
func lastWord(s string, stems []string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if beginsStem(s, i, stems) && !text.GoesOn(s, i, -1) {
			return i
		}
	}
	return -1
}

func beginsStem(s string, at int, stems []string) bool {
	if at > 0 && asciiLetter(s[at-1]) {
		return false // inside a word: the usual case
	}
	for _, stem := range stems {
		if s[at] == stem[0] && strings.HasPrefix(s[at:], stem) {
			return true
		}
	}
	return false
}

func asciiLetter(c byte) bool { return 'a' <= c && c <= 'z' }
