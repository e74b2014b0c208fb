package detect

import (
	"net/netip"
	"strings"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/text"
)

// The longest parts of an address that are read (RFC 5321 §4.5.3.1).
const (
	maxLocal  = 64
	maxDomain = 253
)

// emailAt finds an address around its @: a dot-atom of letters and digits of any script (RFC 5322 §3.4.1, RFC 6531), and a
// domain with at least one dot whose last label begins with a letter.
func emailAt(s string, spot text.Span) place {
	start := spot.Start
	for n := 0; start > 0 && n < maxLocal; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if !text.IsWord(r) && !strings.ContainsRune("!#$%&'*+/=?^_`{|}~.-", r) {
			break
		}
		start -= size
	}
	for start < spot.Start && !text.GoesOn(s, start, +1) {
		_, size := utf8.DecodeRuneInString(s[start:])
		start += size
	}
	end := domainEnd(s, spot.End)
	if start == spot.Start || end == 0 || s[spot.Start-1] == '.' || strings.Contains(s[start:spot.Start], "..") {
		return place{}
	}
	if end < len(s) && s[end] == '@' || start > 0 && s[start-1] == ':' && strings.Contains(s[max(0, start-maxLocal):start], "://") {
		return place{} // a password in an address of the web
	}
	return place{text.Span{Start: start, End: end}, 4}
}

// domainEnd answers where the name of a host that begins at byte at ends, or 0.
func domainEnd(s string, at int) int {
	end, label, labels, letter := 0, at, 0, false
	for i := at; i <= len(s) && i <= at+maxDomain; {
		r, size := rune(0), 1
		if i < len(s) {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if text.IsWord(r) || r == '-' && i > label {
			if i == label {
				letter = r > '9'
			}
			i += size
			continue
		}
		if i == label || s[i-1] == '-' {
			break
		}
		if labels++; labels > 1 && letter && i-label > 1 {
			end = i
		}
		if r != '.' {
			break
		}
		i++
		label = i
	}
	return end
}

// ipAt finds an internet address of either version, read by net/netip. Four numbers with dots are a version as often as an
// address when all are small.
func ipAt(s string, spot text.Span) place {
	start, end := spot.Start, spot.End
	if !starts(s, start) {
		return place{}
	}
	for start > 0 && spot.Start-start < 40 && addressSign(s[start-1]) {
		start--
	}
	for end < len(s) && end-spot.Start < 46 && addressSign(s[end]) {
		end++
	}
	for end > start && s[end-1] == '.' || end > start+1 && s[end-1] == ':' && s[end-2] != ':' {
		end--
	}
	if text.GoesOn(s, end, +1) || text.GoesOn(s, start, -1) || strings.Count(s[start:end], ".") != 3 && strings.Count(s[start:end], ":") < 2 {
		return place{}
	}
	return address(s, start, end)
}

func address(s string, start, end int) place {
	if host, _, port := strings.Cut(s[start:end], ":"); port && strings.Contains(host, ".") {
		end = start + len(host)
	}
	ip, err := netip.ParseAddr(s[start:end])
	switch {
	case err != nil || ip.IsUnspecified() || end < len(s) && s[end] == '.' && end+1 < len(s) && isDigit(s[end+1]):
		return place{}
	case ip.IsLoopback() || end-start < 9 && ip.Is4() || ip.Is6() && end-start < 8:
		return place{text.Span{Start: start, End: end}, 2}
	}
	return place{text.Span{Start: start, End: end}, 4}
}

func addressSign(c byte) bool {
	return isDigit(c) || 'A' <= upper(c) && upper(c) <= 'F' || c == ':' || c == '.'
}

// credentialsAt finds an address of the web that carries a name and a password (RFC 3986 §3.2.1): scheme://name:password@.
// The whole address is meant, since either half is of little use.
func credentialsAt(s string, spot text.Span) place {
	start := spot.Start - groupBefore(s, spot.Start)
	if start == spot.Start {
		return place{}
	}
	end := spot.End
	for end < len(s) && end < spot.End+200 && s[end] > ' ' && !strings.ContainsRune("/?#\"<>", rune(s[end])) {
		end++
	}
	at := strings.LastIndexByte(s[spot.End:end], '@')
	if at < 0 {
		return place{}
	}
	_, password, ok := strings.Cut(s[spot.End:spot.End+at], ":")
	if !ok || len(password) < 3 || strings.Trim(password, "*x•.") == "" || strings.ContainsAny(password, "${}[]") {
		return place{}
	}
	return place{text.Span{Start: start, End: len(strings.TrimRight(s[:end], ".,;:!)"))}, 5}
}
