package detect

// issuer is a range of the first six digits of card numbers, and the lengths its cards have.
type issuer struct{ low, high, shortest, longest int }

// issuers are the ranges of the card networks in use (ISO/IEC 7812; the networks' own published ranges, 2024).
var issuers = []issuer{
	{400000, 499999, 13, 19}, // Visa
	{510000, 559999, 16, 16}, // Mastercard
	{222100, 272099, 16, 16}, // Mastercard
	{340000, 349999, 15, 15}, // American Express
	{370000, 379999, 15, 15}, // American Express
	{300000, 305999, 14, 19}, // Diners Club
	{309500, 309599, 14, 19}, // Diners Club
	{360000, 369999, 14, 19}, // Diners Club
	{380000, 399999, 14, 19}, // Diners Club
	{352800, 358999, 16, 19}, // JCB
	{180000, 180099, 15, 15}, // JCB, older cards
	{213100, 213199, 15, 15}, // JCB, older cards
	{500000, 509999, 12, 19}, // Maestro
	{560000, 589999, 12, 19}, // Maestro
	{220000, 220499, 16, 19}, // Mir
	{600000, 699999, 12, 19}, // Discover, Maestro, RuPay, UnionPay 62
	{810000, 829999, 16, 19}, // UnionPay, RuPay
}

func paymentCard(digits string) bool {
	if len(digits) < 12 || !luhn(digits) {
		return false
	}
	first := 0
	for i := range 6 {
		first = first*10 + int(digits[i]-'0')
	}
	for _, is := range issuers {
		if is.low <= first && first <= is.high && is.shortest <= len(digits) && len(digits) <= is.longest {
			return true
		}
	}
	return false
}
