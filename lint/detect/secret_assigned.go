package detect

import (
	"slices"
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// assignedNames are parts of names that hold a secret in programs and settings.
var assignedNames = []string{"password", "passwd", "pwd", "db_pass", "dbpass", "secret", "api_key", "apikey", "api-key", "private_key", "privatekey",
	"access_key", "accesskey", "auth_token", "access_token", "client_secret", "motdepasse", "mot_de_passe", "aws_", "accountkey"}

// nameTails are parts of names whose value is no secret.
var nameTails = []string{"url", "uri", "length", "size", "_name", "_id", "file", "path", "_env", "type", "field", "label", "expir", "policy", "reset"}

// Bounds of what is read of a name and of a value, in bytes.
const (
	maxName  = 40
	maxValue = 200
)

// assigned finds the value that such a name is given or compared with, as in `db_pass = "…"` or `if ("…" == passwd)`.
func assigned(s string, t *text.Text, hits []Hit) []Match {
	view := t.Clean()
	var out []Match
	end := 0
	for _, spot := range keywordSpots(t, view, hits) {
		if spot.Start < end || len(out) == MaxMatches {
			continue
		}
		span := valueAfter(s, spot.End)
		if span.Empty() {
			span = valueBefore(s, spot.Start)
		}
		if span.Empty() || span.Start < end || sharedLink(s, span.Start) {
			continue
		}
		end = span.End
		out = append(out, Match{Span: view.Span(span.Start, span.End), Confidence: 4})
	}
	return out
}

// valueAfter reads the rest of the name, an operator, and the value: in quotes, or up to a space.
func valueAfter(s string, at int) text.Span {
	name := at
	for n := 0; at < len(s) && n < maxName && (groupAfter(s, at) > 0 || strings.ContainsRune("_-\"'[]", rune(s[at]))); n++ {
		at++
	}
	if tail := strings.ToLower(s[name:at]); slices.ContainsFunc(nameTails, func(end string) bool { return strings.Contains(tail, end) }) {
		return text.Span{}
	}
	call := strings.HasPrefix(s[at:], ".assign(")
	named := at
	for n := 0; at < len(s) && s[at] == ' ' && n < 3; n++ {
		at++
	}
	spaced := at > named
	operator := 0
	for at+operator < len(s) && operator < 3 && strings.ContainsRune(":=!>", rune(s[at+operator])) {
		operator++
	}
	if call {
		operator = len(".assign(")
	}
	if operator == 0 || s[at:at+operator] == ">" || s[at:at+operator] == "!" || at+operator >= len(s) {
		return text.Span{}
	}
	at += operator
	for n := 0; at < len(s) && s[at] == ' ' && n < 2; n++ {
		at++
	}
	span := value(s, at, operator > 1)
	if statement := spaced && operator == 1 && strings.HasPrefix(strings.TrimLeft(s[span.End:], ")"), ";"); statement && span.Start == at {
		return text.Span{} // `name = expression;` of a program; a connection string has no spaces
	}
	return span
}

// value is a secret that begins at byte at; code says that the operator is one of a program, where quotes may be missing.
func value(s string, at int, code bool) text.Span {
	if at >= len(s) {
		return text.Span{}
	}
	quote := s[at]
	if quoted := strings.IndexByte("\"'`", quote) >= 0; quoted {
		end := strings.IndexByte(s[at+1:min(len(s), at+1+maxValue)], quote)
		if end < 0 || !worthy(s[at+1:at+1+end], 6) {
			return text.Span{}
		}
		return text.Span{Start: at + 1, End: at + 1 + end}
	}
	end := at
	for end < len(s) && end < at+maxValue && s[end] > ' ' && s[end] != ';' {
		end++
	}
	end = len(strings.TrimRight(s[:end], "\"'`,;.)"))
	if end <= at || !worthy(s[at:end], 8) || !code && !strings.ContainsAny(s[at:end], "0123456789{}[]()$#") {
		return text.Span{}
	}
	return text.Span{Start: at, End: end}
}

// valueBefore reads a value in quotes and an operator before the name.
func valueBefore(s string, at int) text.Span {
	head := strings.TrimRight(s[max(0, at-maxValue):at], " ")
	bare := strings.TrimRight(head, "=!")
	if len(head)-len(bare) < 2 {
		return text.Span{}
	}
	bare = strings.TrimRight(bare, " ")
	if bare == "" || !slices.Contains([]byte("\"'`"), bare[len(bare)-1]) {
		return text.Span{}
	}
	from := max(0, at-maxValue)
	start := strings.LastIndexByte(bare[:len(bare)-1], bare[len(bare)-1])
	if start < 0 || !worthy(bare[start+1:len(bare)-1], 6) {
		return text.Span{}
	}
	return text.Span{Start: from + start + 1, End: from + len(bare) - 1}
}

// worthy says whether a value may be a secret: long enough, with letters, and no place holder.
func worthy(value string, least int) bool {
	folded := strings.ToLower(value)
	if len(value) < least || !strings.ContainsFunc(folded, func(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }) {
		return false
	}
	if entropy(value) < 2.2 || strings.HasPrefix(folded, "http") || strings.HasPrefix(value, "${") || strings.HasPrefix(value, "<") || strings.HasPrefix(value, "{{") || strings.HasPrefix(value, "%") || strings.HasPrefix(value, "$") {
		return false
	}
	return !placeholder(folded)
}

// holders stand in examples where a secret would; holderNames are ends of names that a program gives a secret, written in its place.
var (
	holders     = []string{"xxxx", "****", "••••", "....", "your_", "your-", "insert", "example", "fake", "placeholder", "not_", "changeme", "_key_env"}
	holderNames = []string{"_key", "_token", "_password", "_passwd", "_secret", "_pwd"}
)

// placeholder says whether a value, in small letters, stands where a secret would: masked, an example, or a name of one.
func placeholder(value string) bool {
	return slices.ContainsFunc(holders, func(holder string) bool { return strings.Contains(value, holder) }) ||
		slices.ContainsFunc(holderNames, func(name string) bool { return strings.HasSuffix(value, name) })
}
