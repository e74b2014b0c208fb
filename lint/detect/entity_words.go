package detect

import (
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// codeWords announce a one-time code, in six languages.
var codeWords = []string{"code", "passcode", "otp", "pin", "2fa", "one time password", "one-time password", "codigo", "codice", "mot de passe a usage unique"}

// codeSigns are beginnings of words beside a code that opens an account, ownSigns of those that say so less surely, and
// otherCodes of those beside any other code; where handedOut stands near, "your code" is one to fetch a parcel with.
var (
	codeSigns = []string{"verif", "valid", "secur", "securit", "sicur", "segur", "connexion", "login", "sign-in", "authent", "acces", "usage unique", "otp", "2fa", "whatsapp",
		"instagram", "google", "telegram", "facebook", "sms", "pin", "one time", "one-time", "saisir", "saisissez", "entrez", "enter", "recu", "received", "share", "compart"}
	ownSigns   = []string{"your", "votre", "ton", "tu"}
	otherCodes = []string{"postal", "promo", "client", "article", "barre", "produit", "product", "ape", "naf", "guichet", "banque", "couleur", "color", "colour", "reduction",
		"remise", "discount", "coupon", "voucher", "zip", "area", "error", "erreur", "source", "qr", "penal", "civil", "travail", "route", "avantage", "parrain", "referral",
		"agence", "dossier", "commande", "order", "booking", "reservation", "suivi", "tracking", "retrait", "pickup", "pick-up", "collect"}
	handedOut = []string{"retrait", "retirer", "pickup", "pick up", "pick-up", "collect", "casier", "locker", "consigne", "colis", "parcel", "magasin", "store"}
)

// otpAt finds 4 to 8 digits beside such a word, where something says that they open an account.
func otpAt(s string, spot text.Span) place {
	if !starts(s, spot.Start) || text.GoesOn(s, spot.End, +1) {
		return place{}
	}
	from, to := wordEdge(s, spot.Start-reachBefore, -1), wordEdge(s, spot.End+reachBefore, +1)
	code := codeIn(s, spot.End, to)
	if code.Empty() {
		code = codeIn(s, from, spot.Start)
	}
	if code.Empty() { // first of all, since most words such as "code" have no number near
		return place{}
	}
	if lastWord(text.Fold(s[wordEdge(s, spot.Start-15, -1):wordEdge(s, spot.End+15, +1)]), otherCodes) >= 0 || !opensAccount(text.Fold(s[from:to])) {
		return place{}
	}
	return place{code, 4}
}

// opensAccount says whether the words around a code tell that it opens an account.
func opensAccount(around string) bool {
	return lastWord(around, codeSigns) >= 0 || lastWord(around, ownSigns) >= 0 && lastWord(around, handedOut) < 0
}

// codeIn is the first code in a part of the text.
func codeIn(s string, from, to int) text.Span {
	for at := from; at < to; at++ {
		if isDigit(s[at]) && starts(s[:to], at) {
			if n := codeSize(s[at:to]); n > 0 {
				return text.Span{Start: at, End: at + n}
			}
		}
	}
	return text.Span{}
}

// codeSize is the length of a code at the beginning of s, or 0: 4 to 8 digits, or twice three; an amount or a date is none.
func codeSize(s string) int {
	n := groupAfter(s, 0)
	if n == 3 && len(s) >= 7 && (s[3] == ' ' || s[3] == '-') && groupAfter(s, 4) == 3 && allDigits(s[4:7]) {
		n = 7
	} else if n < 4 || n > 8 || !allDigits(s[:n]) {
		return 0
	}
	if text.GoesOn(s, n, +1) || amount(s, 0, n) || n+1 < len(s) && strings.IndexByte("/.,-:", s[n]) >= 0 && isDigit(s[n+1]) {
		return 0
	}
	return n
}

// markings keep a text inside a company.
var markings = []string{"strictement confidentiel", "strictement confidentielle", "strictly confidential", "strictly private and confidential", "private and confidential", "private & confidential",
	"confidentiel entreprise", "company confidential",
	"commercial in confidence", "diffusion restreinte", "diffusion interne", "ne pas diffuser", "ne pas transferer", "do not distribute", "not for distribution", "do not forward",
	"a usage interne", "usage interne uniquement", "usage interne exclusivement", "usage interne seulement", "internal use only", "for internal use only", "for internal use",
	"secret des affaires", "trade secret", "document confidentiel", "confidentiel", "confidential", "confidentielle"}

// markingAt finds a marking. The bare word is one in capitals only, "private and confidential" with a capital; after "is" or "are" the text speaks of it, and bears none.
func markingAt(s string, spot text.Span) place {
	marking := s[spot.Start:spot.End]
	if !starts(s, spot.Start) || text.GoesOn(s, spot.End, +1) || !strings.Contains(marking, " ") && marking != strings.ToUpper(marking) || marking[0] == 'p' {
		return place{}
	}
	words := strings.FieldsFunc(text.Fold(s[wordEdge(s, spot.Start-20, -1):spot.Start]), func(r rune) bool { return !text.IsWord(r) })
	if len(words) > 0 && strings.Contains(" est sont reste restent sera seront is are be remain remains stays etre stay kept un une a the le ", " "+words[len(words)-1]+" ") &&
		marking != strings.ToUpper(marking) {
		return place{}
	}
	if strings.EqualFold(s[spot.End:min(len(s), spot.End+len(" only"))], " only") {
		spot.End += len(" only")
	}
	return place{spot, 4}
}
