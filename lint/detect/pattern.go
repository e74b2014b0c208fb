package detect

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

const (
	maxPattern  = 1000 // bytes
	maxProgram  = 5000 // instructions of the compiled pattern
	maxNesting  = 200  // of the expanded pattern: compiling recurses, and a browser's stack is short
	maxKeywords = 200
	maxNear     = 500
	maxTries    = 2000 // candidates looked at in one draft
)

// pattern runs a regular expression (RE2 syntax) near its keywords, or near groups of at least `digits` digits, and keeps
// what passes `check`. It reads the clean text, or the folded one with `folded`. A match that is only a piece of a longer
// word or number does not count, unless `part` says so.
type pattern struct {
	re       func() *regexp.Regexp // compiled by the first call
	keywords []Word
	digits   int
	near     int // bytes of the view on each side of a keyword
	group    int
	check    check
	allow    map[string]bool // plain forms that are never reported
	folded   bool
	part     bool
	secret   bool // what is looked for is a secret: one that a link shares is none
}

func readPattern(v field.Value) Detector {
	d := &pattern{near: 60, folded: v.Get("folded").Flag(), part: v.Get("part").Flag(), allow: map[string]bool{}}
	source, tree := readExpression(v.Get("pattern"))
	for _, word := range v.Get("keywords").Texts(maxKeywords, maxTermSize) {
		d.keywords = append(d.keywords, Word{Text: text.Fold(word)})
	}
	d.digits = v.Get("digits").Int(0, 40)
	if v.Has("near") {
		d.near = v.Get("near").Int(1, maxNear)
	}
	if (len(d.keywords) == 0) == (d.digits == 0) {
		v.Advise("the pattern runs only near them, so that long drafts stay quick", "a pattern needs either keywords or digits")
	}
	for _, s := range v.Get("allow").Texts(1000, maxTermSize) {
		d.allow[plain(s)] = true
	}
	name := v.Get("check").Choice(CheckNames()...)
	d.check, d.secret = checks[name], name == noPlaceholder
	if tree == nil {
		return nil
	}
	d.group = v.Get("group").Int(0, tree.MaxCap())
	d.re = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })
	return d
}

// Cold is the compiling of the pattern, which takes longer than to read it.
func (d *pattern) Cold() []func() { return []func(){func() { d.re() }} }

// readExpression reads the pattern and bounds its size, so that it compiles; one that matches nothing at all is refused.
func readExpression(v field.Value) (string, *syntax.Regexp) {
	source := v.Text(maxPattern)
	if source == "" {
		return "", nil
	}
	tree, err := syntax.Parse(source, syntax.Perl)
	switch {
	case err != nil:
		v.Advise("the syntax is RE2's: no look-ahead, no back references", "%s", strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	case nesting(tree) > maxNesting:
		v.Advise("write * or + for a range of repeats as wide as {0,200}", "the pattern is nested more than %d deep", maxNesting)
	case steps(tree) > maxProgram:
		v.Fail("the pattern is too large: more than %d steps", maxProgram)
	case blank(tree):
		v.Fail("the pattern matches the empty text, so it would match everywhere")
	default:
		return source, tree
	}
	return "", nil
}

// steps is about how many instructions a pattern compiles to. The parser keeps repeats of repeats below a thousand.
func steps(re *syntax.Regexp) int {
	n := 1
	if re.Op == syntax.OpLiteral {
		n = len(re.Rune)
	}
	for _, sub := range re.Sub {
		n += steps(sub)
	}
	if re.Op == syntax.OpRepeat {
		n *= max(re.Min, re.Max, 1)
	}
	return n
}

// blank says whether a pattern can match without a sign.
func blank(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpLiteral, syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL, syntax.OpNoMatch:
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return blank(re.Sub[0])
	case syntax.OpRepeat:
		return re.Min == 0 || blank(re.Sub[0])
	case syntax.OpConcat:
		return !slices.ContainsFunc(re.Sub, func(sub *syntax.Regexp) bool { return !blank(sub) })
	case syntax.OpAlternate:
		return slices.ContainsFunc(re.Sub, blank)
	}
	return true // stars, options, and what looks at a place only
}

// nesting is how deep a pattern goes once its counted repeats are written out: x{2,5} becomes xx(x(x(x)?)?)?.
func nesting(re *syntax.Regexp) int {
	deepest := 0
	for _, sub := range re.Sub {
		deepest = max(deepest, nesting(sub))
	}
	if re.Op == syntax.OpRepeat && re.Max > re.Min {
		deepest += 2 * (re.Max - re.Min)
	}
	return deepest + 1
}

// Words are the keywords; a pattern near digits has none and looks at every draft, cheaply.
func (d *pattern) Words() []Word { return d.keywords }

func (d *pattern) Find(t *text.Text, hits []Hit) []Match {
	view := t.Clean()
	if d.folded {
		view = t.Folded()
	}
	var out []Match
	tries := 0
	for _, window := range d.windows(t, view, hits) {
		for at := window.Start; at < window.End && len(out) < MaxMatches && tries < maxTries; tries++ {
			match, next := d.first(view, text.Span{Start: at, End: window.End})
			if next < 0 {
				break
			}
			if !match.Span.Empty() {
				out = append(out, match)
			}
			at = next
		}
	}
	return out
}

// first tries the leftmost candidate of a window. It answers where to go on, -1 without a candidate, and an empty match
// when the candidate failed.
func (d *pattern) first(view *text.View, window text.Span) (Match, int) {
	loc := d.re().FindStringSubmatchIndex(view.S[window.Start:window.End])
	if loc == nil {
		return Match{}, -1
	}
	from, to := window.Start+loc[0], window.Start+loc[1]
	group := 2 * d.group
	for group < len(loc) && loc[group] < 0 { // alternatives capture in a group each
		group += 2
	}
	if group >= len(loc) {
		return Match{}, max(to, from+1)
	}
	start, end := window.Start+loc[group], window.Start+loc[group+1]
	confidence := 3
	if d.check != nil {
		size, ok := d.check(view.S[start:end])
		if !ok {
			return Match{}, resume(view.S, from, to)
		}
		end = start + size
		confidence = 5
	}
	if start == end || !d.part && !text.Alone(view.S, start, end) || d.allow[plain(view.S[start:end])] || d.secret && sharedLink(view.S, start) {
		return Match{}, resume(view.S, from, to)
	}
	return Match{Span: view.Span(start, end), Confidence: confidence}, max(end, from+1)
}

// resume goes on after the first separator inside a failed candidate, so that "12 4111 1111 …" still yields its card; a
// candidate in one piece is passed over whole, which keeps long runs of digits linear.
func resume(s string, from, to int) int {
	if i := strings.IndexAny(s[from:to], " .-/\n:="); i >= 0 {
		return from + i + 1
	}
	return max(to, from+1)
}

// windows lists the parts of the view the expression may look at, in order and apart from each other.
func (d *pattern) windows(t *text.Text, view *text.View, hits []Hit) []text.Span {
	var spots []text.Span
	if d.digits > 0 {
		spots = digitGroups(view.S, d.digits)
	} else {
		spots = keywordSpots(t, view, hits)
	}
	var out []text.Span
	for _, spot := range spots {
		window := text.Span{Start: wordEdge(view.S, spot.Start-d.near, -1), End: wordEdge(view.S, spot.End+d.near, +1)}
		if n := len(out); n > 0 && window.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, window.End)
			continue
		}
		out = append(out, window)
	}
	return out
}

// keywordSpots moves hits from the folded view to the one the pattern reads, ordered by start.
func keywordSpots(t *text.Text, view *text.View, hits []Hit) []text.Span {
	out := make([]text.Span, 0, len(hits))
	for _, hit := range hits {
		span := text.Span{Start: hit.Start, End: hit.End}
		if view != t.Folded() {
			span = t.Folded().Span(hit.Start, hit.End)
			span = text.Span{Start: view.At(span.Start), End: view.At(span.End)}
		}
		out = append(out, span)
	}
	slices.SortFunc(out, func(a, b text.Span) int { return a.Start - b.Start })
	return out
}

// digitGroups finds runs of at least n ASCII digits, single separators between them left out of the count.
func digitGroups(s string, n int) []text.Span {
	var out []text.Span
	start, end, count := 0, 0, 0
	for i := range len(s) + 1 {
		switch {
		case i < len(s) && '0' <= s[i] && s[i] <= '9':
			if count == 0 {
				start = i
			}
			count++
			end = i + 1
		case i == len(s) || i > end || !strings.ContainsRune(" .-/", rune(s[i])):
			if count >= n {
				out = append(out, text.Span{Start: start, End: end})
			}
			count = 0
		}
	}
	return out
}

// edgeReach is how far a window may grow to end between two words.
const edgeReach = 64

// wordEdge moves a window's edge outwards to the end of the word it would cut, and always to a character's start.
func wordEdge(s string, at, way int) int {
	at = min(max(at, 0), len(s))
	for n := 0; at > 0 && at < len(s) && (n < edgeReach || !utf8.RuneStart(s[at])) && !strings.ContainsRune(" \n", rune(s[at])); n++ {
		at += way
	}
	return at
}
