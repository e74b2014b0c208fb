package detect

import (
	"encoding/base64"
	"strings"

	"github.com/bonton/bonton/lint/text"
)

// shaped looks at everything that is written like a key.
func shaped(s string, t *text.Text, _ []Hit) []Match {
	var out []Match
	for _, run := range denseSpans(s) {
		if span := shapedKey(s, run); !span.Empty() && len(out) < MaxMatches {
			out = append(out, Match{Span: t.Clean().Span(span.Start, span.End), Confidence: 4})
		}
	}
	return out
}

// shapedKey finds keys that are known by their shape alone, where gitleaks wants the provider's name beside them: a bot's
// token of Discord (three parts in base64url, the first an encoded number), an account or key of Twilio (AC or SK and 32
// hexadecimal digits), a key of Artifactory (AKC or AP and a digit), a token of npm (_authToken=).
func shapedKey(s string, run text.Span) text.Span {
	word := s[run.Start:run.End]
	inner := strings.Trim(word, "\"'`,;()[]<>")
	start := run.Start + strings.Index(word, inner)
	if i := strings.LastIndexAny(inner, "=:"); i >= 0 {
		npm := strings.HasSuffix(inner[:i], "_authToken")
		start, inner = start+i+1, inner[i+1:]
		if npm && len(inner) >= 20 {
			return text.Span{Start: start, End: start + len(inner)}
		}
	}
	if botToken(inner) || twilio(inner) || artifactory(inner) {
		return text.Span{Start: start, End: start + len(inner)}
	}
	return text.Span{}
}

func botToken(s string) bool {
	first, rest, _ := strings.Cut(s, ".")
	second, third, ok := strings.Cut(rest, ".")
	if !ok || len(first) < 23 || len(first) > 28 || len(second) < 6 || len(second) > 7 || len(third) < 27 || len(third) > 45 {
		return false
	}
	return tokenSigns(first) == len(first) && tokenSigns(second) == len(second) && tokenSigns(third) >= 20 && beginsNumber(first)
}

// beginsNumber says whether base64url begins with two digits, as a bot's number does.
func beginsNumber(s string) bool {
	head, err := base64.RawURLEncoding.DecodeString(s[:3])
	return err == nil && isDigit(head[0]) && isDigit(head[1])
}

func twilio(s string) bool {
	if len(s) != 34 || !strings.HasPrefix(s, "AC") && !strings.HasPrefix(s, "SK") {
		return false
	}
	return strings.ToLower(s[2:]) == s[2:] && tokenSigns(s) == len(s) && !strings.ContainsAny(s, "-_")
}

func artifactory(s string) bool {
	key := strings.HasPrefix(s, "AKC") || len(s) > 3 && strings.HasPrefix(s, "AP") && (isDigit(s[2]) || 'A' <= s[2] && s[2] <= 'F')
	return key && len(s) >= 13 && tokenSigns(s) == len(s) && strings.ToUpper(s) != s && !strings.ContainsAny(s, "-_")
}
