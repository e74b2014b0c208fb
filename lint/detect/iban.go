package detect

import "strings"

// ibanLengths is the length of an IBAN by country (SWIFT IBAN registry, release 98; its last two lines are the French
// territories, which may write their own code, and countries that use IBANs without having joined the registry).
var ibanLengths = lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 " +
	"EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 " +
	"LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 " +
	"RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 " +
	"BL27 GF27 GP27 MF27 MQ27 NC27 PF27 PM27 RE27 TF27 WF27 YT27 " +
	"AO25 BF28 BJ28 CF27 CG27 CI28 CM27 CV25 DZ26 GA27 GW25 IR26 KM27 MA28 MG27 ML28 MZ25 NE28 SN28 TD27 TG28")

// ibanBanks are the countries of that registry whose account begins with the bank's four letters.
const ibanBanks = "AZ BG BH GB GI IE IQ JO KW LC LV MT MU NI NL PK PS QA RO SC SV VG"

// ibanValid judges the plain form of a whole number.
func ibanValid(number string) bool {
	if len(number) < 8 || len(number) != ibanLengths[number[:2]] || !allDigits(number[2:4]) {
		return false
	}
	return mod97(number[4:]+number[:4]) == 1 && (!strings.Contains(ibanBanks, number[:2]) || allLetters(number[4:8]))
}

func lengths(list string) map[string]int {
	out := map[string]int{}
	for _, entry := range strings.Fields(list) {
		out[entry[:2]] = int(entry[2]-'0')*10 + int(entry[3]-'0')
	}
	return out
}

// iban judges the country's length and the check digits (ISO 13616). Words may follow the number in the candidate: only
// the country's length is kept.
func iban(s string) (int, bool) {
	want := ibanLengths[strings.ToUpper(s[:min(2, len(s))])]
	seen := 0
	for i := range len(s) {
		if plain(s[i:i+1]) == "" {
			continue
		}
		if seen++; seen == want {
			return i + 1, ibanValid(plain(s[:i+1]))
		}
	}
	return 0, false
}
