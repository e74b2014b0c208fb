package detect

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// jwtAt finds a token (RFC 7519), with or without its signature: parts in base64url, the first two JSON objects, the first with an
// algorithm. An encrypted one (RFC 7516) has five, and its second is no object: it is not looked for.
func jwtAt(s string, spot text.Span) place {
	if !starts(s, spot.Start) {
		return place{}
	}
	end, parts := spot.Start, 0
	for ; parts < 5; parts++ {
		part := s[end : end+tokenSigns(s[end:])]
		if part == "" && parts < 2 || parts == 0 && !tokenPart(part, "alg") || parts == 1 && !tokenPart(part, "") {
			break
		}
		if end += len(part); end+1 >= len(s) || s[end] != '.' || tokenSigns(s[end+1:]) == 0 {
			parts++
			break
		}
		end++
	}
	if parts < 2 {
		return place{}
	}
	return place{text.Span{Start: spot.Start, End: end}, 5}
}

// tokenSigns counts the signs of base64url at the beginning of s, as many as a part may have.
func tokenSigns(s string) int {
	n := 0
	for n < len(s) && n < maxTokenPart && (isDigit(s[n]) || isUpper(upper(s[n])) || s[n] == '-' || s[n] == '_') {
		n++
	}
	return n
}

const maxTokenPart = 16 << 10

// tokenPart says whether a part of a token is an object, with the field unless it is "".
func tokenPart(part, name string) bool {
	data, err := base64.RawURLEncoding.DecodeString(part)
	if err != nil || bytes.Count(data, []byte{'['})+bytes.Count(data, []byte{'{'}) > 100 {
		return false
	}
	var object map[string]json.RawMessage
	if json.Unmarshal(data, &object) != nil {
		return false
	}
	_, ok := object[name]
	return ok || name == ""
}

// privateKeyAt finds a private key in PEM (RFC 7468) or OpenPGP armour (RFC 9580 §6), up to its end mark, or as far as its
// body reaches.
func privateKeyAt(s string, spot text.Span) place {
	head := strings.Index(s[spot.End:min(len(s), spot.End+60)], "-----")
	if head < 0 || !strings.Contains(strings.ToUpper(s[spot.End:spot.End+head]), "PRIVATE KEY") {
		return place{}
	}
	end := spot.End + head + len("-----")
	for end < len(s) && (groupAfter(s, end) > 0 || strings.ContainsRune("+/=\\\n\r:,- ", rune(s[end]))) {
		if strings.HasPrefix(s[end:], "-----END") {
			if tail := strings.Index(s[end+5:min(len(s), end+80)], "-----"); tail >= 0 {
				return place{text.Span{Start: spot.Start, End: end + 5 + tail + 5}, 5}
			}
			break
		}
		end++
	}
	return place{text.Span{Start: spot.Start, End: len(strings.TrimRight(s[:end], " \n\r:,"))}, 5}
}

// walletAt finds an account of a crypto currency: base58check of Bitcoin and its like, bech32 of BIP 173 and 350, or 0x and
// forty hexadecimal digits. The first two carry a checksum.
func walletAt(s string, spot text.Span) place {
	word := s[spot.Start:spot.End]
	switch n := len(word); {
	case !starts(s, spot.Start) || n < 26 || n > 90:
	case n == 42 && strings.HasPrefix(word, "0x") && hexadecimal(word[2:]):
		return found(spot, spot.End, 4)
	case n <= 35 && strings.ContainsRune("13LMDX", rune(word[0])) && base58check(word):
		return found(spot, spot.End, 5)
	case bech32(strings.ToLower(word)):
		return found(spot, spot.End, 5)
	}
	return place{}
}

func hexadecimal(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) && (upper(s[i]) < 'A' || upper(s[i]) > 'F') {
			return false
		}
	}
	return true
}

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

// base58check decodes 25 bytes, of which the last four are the double SHA-256 of the others.
func base58check(s string) bool {
	var out [25]byte
	for i := range len(s) {
		carry := strings.IndexByte(base58, s[i])
		if carry < 0 {
			return false
		}
		for k := len(out) - 1; k >= 0; k-- {
			carry += 58 * int(out[k])
			out[k] = byte(carry)
			carry >>= 8
		}
		if carry > 0 {
			return false
		}
	}
	first := sha256.Sum256(out[:21])
	second := sha256.Sum256(first[:])
	return bytes.Equal(out[21:], second[:4])
}

// bech32 judges the checksum of BIP 173 (constant 1) or BIP 350 (0x2bc830a3); the address of Bitcoin begins with bc or tb.
func bech32(s string) bool {
	prefix, data, ok := strings.Cut(s, "1")
	if !ok || prefix != "bc" && prefix != "tb" && prefix != "ltc" || len(data) < 14 {
		return false
	}
	sum := uint32(1)
	for i := range len(prefix) {
		sum = polymod(sum, prefix[i]>>5)
	}
	sum = polymod(sum, 0)
	for i := range len(prefix) {
		sum = polymod(sum, prefix[i]&31)
	}
	for i := range len(data) {
		value := strings.IndexByte("qpzry9x8gf2tvdw0s3jn54khce6mua7l", data[i])
		if value < 0 {
			return false
		}
		sum = polymod(sum, byte(value))
	}
	return sum == 1 || sum == 0x2bc830a3
}

func polymod(sum uint32, value byte) uint32 {
	top := sum >> 25
	sum = sum&0x1ffffff<<5 ^ uint32(value)
	for i, generator := range [5]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
		if top>>i&1 == 1 {
			sum ^= generator
		}
	}
	return sum
}
