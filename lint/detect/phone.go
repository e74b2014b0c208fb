package detect

import (
	"slices"
	"strings"
	"sync"
)

//go:generate go run ./internal/phones phone_table.go

// phonePlan is the numbering plan of a country: its calling code, the prefix dialled inside it, and the lengths of its
// national numbers by their first four digits. See docs/decisions/0031-phone-plans.md for what was left out, and why.
type phonePlan struct {
	region string
	code   int
	trunk  string
	ranges []phoneRange // in order
}

// phoneRange holds a bit for each length of numbers that begin with low to high.
type phoneRange struct {
	low, high uint16
	lengths   uint32
}

// valid says whether the country has such a national number, the trunk prefix taken off.
func (p *phonePlan) valid(digits string) bool {
	if len(digits) < 4 || len(digits) > 17 {
		return false
	}
	first := uint16(number(digits[:4]))
	i, _ := slices.BinarySearchFunc(p.ranges, first, func(r phoneRange, first uint16) int { return int(r.high) - int(first) })
	return i < len(p.ranges) && p.ranges[i].low <= first && p.ranges[i].lengths>>len(digits)&1 == 1
}

// dialled holds, for each trunk prefix, what all plans with it allow together: a bit for each length of the national
// numbers that begin with four digits. Asking every plan in turn would be felt in a draft full of numbers.
type dialled struct {
	trunk   string
	lengths [10_000]uint32
}

var dialledAll = sync.OnceValue(func() []*dialled {
	var out []*dialled
	for i := range phonePlans {
		p := &phonePlans[i]
		out = p.join(out, p.trunk)
		if p.code == 1 || p.code == 55 {
			out = p.join(out, "") // their trunk prefix is often left out
		}
	}
	return out
})

// join adds a plan to what is dialled with a trunk prefix.
func (p *phonePlan) join(all []*dialled, trunk string) []*dialled {
	i := slices.IndexFunc(all, func(d *dialled) bool { return d.trunk == trunk })
	if i < 0 {
		i, all = len(all), append(all, &dialled{trunk: trunk})
	}
	for _, r := range p.ranges {
		for first := int(r.low); first <= int(r.high); first++ {
			all[i].lengths[first] |= r.lengths
		}
	}
	return all
}

// national says whether the digits are dialled like that inside one of the countries, with its trunk prefix where it has one.
func national(digits string) bool {
	digits = argentine(digits)
	for _, d := range dialledAll() {
		rest, ok := strings.CutPrefix(digits, d.trunk)
		if ok && len(rest) >= 4 && len(rest) <= 17 && d.lengths[number(rest[:4])]>>len(rest)&1 == 1 {
			return true
		}
	}
	return false
}

// argentine writes a mobile number as abroad: inside the country 15 stands after the area, from outside 9 before it.
func argentine(digits string) string {
	for _, area := range []int{3, 4, 5} {
		if len(digits) == 13 && digits[0] == '0' && digits[area:area+2] == "15" {
			return "09" + digits[1:area] + digits[area+2:]
		}
	}
	return digits
}

// abroad judges digits that begin with a calling code: known says that the country's plan has the number, possible that
// the code exists and its numbers may have this length.
func abroad(digits string) (known, possible bool) {
	for size := 1; size <= 3 && size < len(digits); size++ {
		code := number(digits[:size])
		lengths, ok := callingLengths[code]
		if !ok {
			continue
		}
		rest := digits[size:]
		if code == 52 {
			rest = mexican(rest)
		}
		if trunk := trunkOf(code); trunk == "0" && lengths>>(len(rest)-1)&1 == 1 {
			rest = strings.TrimPrefix(rest, trunk)
		}
		known = slices.ContainsFunc(phonePlans, func(p phonePlan) bool { return p.code == code && p.valid(rest) })
		return known, len(rest) < 32 && lengths>>len(rest)&1 == 1
	}
	return false, false
}

// mexican takes off the 1 or 01 that stood before the ten digits until 2019 and is still written.
func mexican(digits string) string {
	if rest := strings.TrimPrefix(strings.TrimPrefix(digits, "0"), "1"); len(rest) == 10 {
		return rest
	}
	return digits
}

func trunkOf(code int) string {
	for i := range phonePlans {
		if phonePlans[i].code == code {
			return phonePlans[i].trunk
		}
	}
	return ""
}

// phone says whether a bare number is one of a listed country, dialled from abroad (+ or 00) or from inside.
func phone(s string) bool {
	digits := plain(s)
	if !allDigits(digits) {
		return false
	}
	if abroadDigits := strings.TrimPrefix(digits, "00"); strings.HasPrefix(strings.TrimSpace(s), "+") || abroadDigits != digits {
		known, _ := abroad(abroadDigits)
		return known
	}
	if national(digits) {
		return true
	}
	known, _ := abroad(digits) // many write the calling code without its +
	return known && len(digits) > 10
}
