package detect

import (
	"math"
	"regexp"
	"strings"
	"sync"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

//go:generate go run ./internal/secrets secret_table.go

// secretRule is a rule of gitleaks: an expression that runs near its keywords, the group that is the secret, and the least
// entropy of it.
type secretRule struct {
	id, pattern string
	group       int
	entropy     float64
	keywords    []string
	allows      []secretAllow
}

// secretAllow takes back what an expression finds in the secret, the match or its line, or where a stop word stands in the
// secret, one a line.
type secretAllow struct {
	target  string
	regexes []string
	stops   string
}

// expressions are compiled when first needed: all together take longer than a keystroke may wait.
var expressions sync.Map // pattern → *regexp.Regexp

func expression(pattern string) *regexp.Regexp {
	if re, ok := expressions.Load(pattern); ok {
		return re.(*regexp.Regexp)
	}
	re := regexp.MustCompile(pattern) // the generator tried each of them
	expressions.Store(pattern, re)
	return re
}

// How far, in bytes, around a keyword an expression reads, and how far from it a secret may stand.
const (
	secretBefore = 150
	secretAfter  = 400
)

// secret finds keys of programs: `keys` by gitleaks' rules, `shapes` by a form that needs no word beside it, `assignments` by
// a name such as password that is given a value.
type secret struct {
	words    []Word
	rules    []int // by word
	shortest int   // bytes of the shortest key, where it is known
	find     func(s string, t *text.Text, hits []Hit) []Match
}

func readSecret(v field.Value) Detector {
	d := &secret{}
	switch v.Get("secret").Choice("keys", "shapes", "assignments") {
	case "shapes":
		d.find, d.shortest = shaped, 13 // Artifactory's
		return d
	case "assignments":
		for _, word := range assignedNames {
			d.words = append(d.words, Word{Text: text.Fold(word)})
		}
		d.find = assigned
		return d
	}
	for i, rule := range secretRules {
		for _, keyword := range rule.keywords {
			d.words = append(d.words, Word{Text: text.Fold(keyword)})
			d.rules = append(d.rules, i)
		}
	}
	d.find = d.keys
	return d
}

func (d *secret) Words() []Word { return d.words }

// Needs what the shortest key is long, where it is known by its shape.
func (d *secret) Needs() text.Signs { return text.Signs{Dense: atLeast(d.shortest)} }

func (d *secret) Find(t *text.Text, hits []Hit) []Match { return d.find(t.Clean().S, t, hits) }

// keys runs each rule that has a keyword near something that could be a key.
func (d *secret) keys(s string, t *text.Text, hits []Hit) []Match {
	dense := denseSpans(s)
	if len(dense) == 0 {
		return nil
	}
	view := t.Clean()
	spots := make([][]Hit, len(secretRules))
	for _, hit := range hits {
		i := d.rules[hit.Word]
		spots[i] = append(spots[i], hit)
	}
	var out []Match
	for i := range secretRules {
		end := 0
		for _, spot := range keywordSpots(t, view, spots[i]) {
			if spot.Start < end || !nearDense(dense, spot) || len(out) == MaxMatches {
				continue
			}
			from := max(end, wordEdge(s, spot.Start-secretBefore, -1))
			end = wordEdge(s, spot.End+secretAfter, +1)
			for _, span := range secretRules[i].search(s[from:end]) {
				if secretRules[i].id == anyKey && sharedLink(s, from+span.Start) {
					continue
				}
				out = append(out, Match{Span: view.Span(from+span.Start, from+span.End), Confidence: 4})
			}
		}
	}
	return out
}

// anyKey is the rule for keys of no provider in particular.
const anyKey = "generic-api-key"

// search lists the secrets of a piece of text.
func (r *secretRule) search(s string) []text.Span {
	var out []text.Span
	for _, loc := range expression(r.pattern).FindAllStringSubmatchIndex(s, 20) {
		span := text.Span{Start: loc[0], End: loc[1]}
		for g := 2; r.group == 0 && g < len(loc); g += 2 {
			if loc[g] >= 0 && loc[g+1] > loc[g] {
				span = text.Span{Start: loc[g], End: loc[g+1]}
				break
			}
		}
		if g := 2 * r.group; g > 0 && loc[g] >= 0 {
			span = text.Span{Start: loc[g], End: loc[g+1]}
		}
		found := s[span.Start:span.End]
		if r.entropy > 0 && entropy(found) <= r.entropy || r.allowed(found, s[loc[0]:loc[1]], lineAround(s, loc[0])) {
			continue
		}
		out = append(out, wholeKey(s, span))
	}
	return out
}

// wholeKey reaches to the end of the word that a key ends in: an expression for keys of one length finds the head of a longer one, and
// what is redacted must not leave a rest.
func wholeKey(s string, span text.Span) text.Span {
	if tokenSigns(s[span.End-1:span.End]) > 0 {
		span.End += tokenSigns(s[span.End:])
	}
	return span
}

func (r *secretRule) allowed(secret, match, line string) bool {
	for _, list := range [][]secretAllow{r.allows, secretAllows} {
		for _, a := range list {
			target := secret
			switch a.target {
			case "match":
				target = match
			case "line":
				target = line
			}
			if a.holds(target, strings.ToLower(secret)) {
				return true
			}
		}
	}
	return false
}

func (a *secretAllow) holds(target, secret string) bool {
	for _, pattern := range a.regexes {
		if expression(pattern).MatchString(target) {
			return true
		}
	}
	for stop := range strings.SplitSeq(a.stops, "\n") {
		if stop != "" && strings.Contains(secret, stop) {
			return true
		}
	}
	return false
}

func lineAround(s string, at int) string {
	start := strings.LastIndexByte(s[:at], '\n') + 1
	end := strings.IndexByte(s[at:], '\n')
	if end < 0 {
		return s[start:]
	}
	return s[start : at+end]
}

// entropy is Shannon's, in bits a byte.
func entropy(s string) float64 {
	var count [256]int
	for i := range len(s) {
		count[s[i]]++
	}
	sum := 0.0
	for _, n := range count {
		if n > 0 {
			p := float64(n) / float64(len(s))
			sum -= p * math.Log2(p)
		}
	}
	return sum
}

// denseSpans lists what could be a key: ten or more signs without a space, digits or capitals mixed into them.
func denseSpans(s string) []text.Span {
	var out []text.Span
	start, digits, capitals, small := 0, 0, 0, 0
	for i := range len(s) + 1 {
		switch {
		case i < len(s) && isDigit(s[i]):
			digits++
		case i < len(s) && isUpper(s[i]):
			capitals++
		case i < len(s) && s[i] > ' ':
			small++
		default:
			if i-start >= 10 && (digits > 0 || capitals > 1 && small > 1 || strings.ContainsAny(s[start:i], ":=")) {
				out = append(out, text.Span{Start: start, End: i})
			}
			start, digits, capitals, small = i+1, 0, 0, 0
		}
	}
	return out
}

// nearDense says whether such a run stands within reach of a keyword. Runs come in order.
func nearDense(dense []text.Span, spot text.Span) bool {
	for _, run := range dense {
		if run.End >= spot.Start-secretBefore {
			return run.Start <= spot.End+secretAfter
		}
	}
	return false
}
