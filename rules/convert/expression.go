package convert

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// maxForms is how many words a regular expression may stand for and still be written as a list.
const maxForms = 60

// forms lists the texts that an expression matches, if they are few: "colou?r" is color and colour. A word's free end
// becomes a star. ok is false for everything else.
func forms(expression string) (out []string, ok bool) {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil, false
	}
	out, ok = expand(tree.Simplify())
	if !ok || len(out) > maxForms {
		return nil, false
	}
	for i, form := range out {
		out[i] = strings.TrimSpace(form)
		if inner := strings.Trim(out[i], "*"); inner == "" || strings.ContainsAny(inner, "*") || len(out[i]) > 100 {
			return nil, false
		}
	}
	slices.Sort(out)
	return slices.Compact(out), true
}

func expand(re *syntax.Regexp) ([]string, bool) {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.ReplaceAll(string(re.Rune), "*", "\x00")}, !slices.Contains(re.Rune, '*')
	case syntax.OpEmptyMatch, syntax.OpWordBoundary, syntax.OpBeginText, syntax.OpEndText:
		return []string{""}, re.Op == syntax.OpEmptyMatch || re.Op == syntax.OpWordBoundary
	case syntax.OpCapture:
		return expand(re.Sub[0])
	case syntax.OpQuest:
		inner, ok := expand(re.Sub[0])
		return append([]string{""}, inner...), ok
	case syntax.OpAlternate:
		return alternatives(re.Sub)
	case syntax.OpConcat:
		return product(re.Sub)
	case syntax.OpCharClass:
		return class(re.Rune)
	case syntax.OpStar, syntax.OpPlus:
		return repeated(re.Sub[0])
	}
	return nil, false
}

func alternatives(subs []*syntax.Regexp) (out []string, ok bool) {
	for _, sub := range subs {
		inner, ok := expand(sub)
		if !ok {
			return nil, false
		}
		out = append(out, inner...)
	}
	return out, len(out) <= maxForms
}

func product(subs []*syntax.Regexp) ([]string, bool) {
	out := []string{""}
	for _, sub := range subs {
		inner, ok := expand(sub)
		if !ok || len(out)*len(inner) > maxForms {
			return nil, false
		}
		var next []string
		for _, head := range out {
			for _, tail := range inner {
				next = append(next, head+tail)
			}
		}
		out = next
	}
	return out, true
}

// class lists the letters of a small class; both cases of one letter are one form, since terms do not tell them apart.
func class(ranges []rune) ([]string, bool) {
	if isSpace(ranges) {
		return []string{" "}, true
	}
	var out []string
	for i := 0; i < len(ranges); i += 2 {
		for r := ranges[i]; r <= ranges[i+1]; r++ {
			if form := string(unicode.ToLower(r)); !slices.Contains(out, form) {
				out = append(out, form)
			}
			if len(out) > 8 {
				return nil, false
			}
		}
	}
	return out, true
}

// repeated is a space for many spaces, and a star for the letters of a word.
func repeated(re *syntax.Regexp) ([]string, bool) {
	if re.Op != syntax.OpCharClass {
		return nil, false
	}
	if isSpace(re.Rune) {
		return []string{" "}, true
	}
	return []string{"*"}, holds(re.Rune, 'a', 'z') && !holds(re.Rune, ' ', ' ')
}

func isSpace(ranges []rune) bool {
	return holds(ranges, ' ', ' ') && !holds(ranges, 'a', 'a') && !holds(ranges, '-', '-') && !holds(ranges, '.', '.')
}

func holds(ranges []rune, low, high rune) bool {
	for i := 0; i < len(ranges); i += 2 {
		if ranges[i] <= low && high <= ranges[i+1] {
			return true
		}
	}
	return false
}

// keywords are literal texts of which every match holds at least one, or nil: a pattern of ours runs only near them.
func keywords(expression string) []string {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return nil
	}
	out := needed(tree)
	slices.Sort(out)
	return slices.Compact(out)
}

func needed(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if text := strings.ToLower(strings.TrimSpace(string(re.Rune))); len(text) >= 3 && len(text) <= 100 {
			return []string{text}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return needed(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needed(re.Sub[0])
		}
	case syntax.OpAlternate:
		var out []string
		for _, sub := range re.Sub {
			inner := needed(sub)
			if inner == nil {
				return nil
			}
			out = append(out, inner...)
		}
		return out
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if inner := needed(sub); len(best) == 0 || shortest(inner) > shortest(best) {
				best = inner
			}
		}
		return best
	}
	return nil
}

func shortest(list []string) int {
	if len(list) == 0 {
		return 0
	}
	return len(slices.MinFunc(list, func(a, b string) int { return len(a) - len(b) }))
}

// shallow opens ranges of repeats that would nest deeper than the engine allows: {10,150} becomes {10,}.
func shallow(expression string) (string, bool) {
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil || !widen(tree) {
		return expression, false
	}
	return tree.String(), true
}

func widen(re *syntax.Regexp) (changed bool) {
	if re.Op == syntax.OpRepeat && re.Max-re.Min > 60 {
		re.Max, changed = -1, true
	}
	for _, sub := range re.Sub {
		changed = widen(sub) || changed
	}
	return changed
}
