package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/lint/text"
)

// describe writes the findings of a report in the reader's language.
func (e *Engine) describe(t *text.Text, all []found, locale string) []Finding {
	out := make([]Finding, 0, len(all))
	for _, f := range all {
		finding := Finding{
			Rule: f.rule.ID, Category: f.rule.Category, Entity: f.rule.Entity, Action: f.rule.Action,
			Start: t.UTF16(f.match.Span.Start), End: t.UTF16(f.match.Span.End),
			Message: f.rule.Message[locale], Confidence: f.match.Confidence, Mutable: f.rule.Ignorable(), Fixes: []Fix{},
			Formerly: e.formerly[f.rule.ID],
		}
		for _, swap := range f.match.Swaps {
			finding.Fixes = append(finding.Fixes, replaceBy(t, f.match.Span, swap, locale))
		}
		for _, fix := range f.rule.Fixes {
			finding.Fixes = append(finding.Fixes, mend(t, f, fix, locale))
		}
		out = append(out, finding)
	}
	return out
}

// titles of fixes, by kind and locale; %s is the text put in the place, %d a number of signs.
var titles = map[string]map[string]string{
	ruleset.Replace:   {"fr": "Remplacer par « %s »", "en": "Replace with “%s”"},
	ruleset.Redact:    {"fr": "Masquer", "en": "Hide"},
	"redact-keep":     {"fr": "Masquer, sauf les %d derniers", "en": "Hide all but the last %d"},
	ruleset.Remove:    {"fr": "Retirer", "en": "Remove"},
	ruleset.LowerCase: {"fr": "Mettre en minuscules", "en": "Write in lower case"},
	ruleset.Before:    {"fr": "Écrire « %s » avant", "en": "Write “%s” before"},
	ruleset.After:     {"fr": "Écrire « %s » après", "en": "Write “%s” after"},
	ruleset.KeepFirst: {"fr": "Retirer ce qui est en trop", "en": "Remove the extra ones"},
}

func mend(t *text.Text, f found, fix ruleset.Fix, locale string) Fix {
	parts := f.match.Parts
	if len(parts) == 0 {
		parts = []text.Span{f.match.Span}
	}
	title := titles[fix.Kind][locale]
	switch fix.Kind {
	case ruleset.Replace:
		return replaceBy(t, f.match.Span, fix.Text, locale)
	case ruleset.Before, ruleset.After:
		return added(t, f.match.Span, fix, title)
	case ruleset.Redact:
		if fix.Keep > 0 {
			title = fmt.Sprintf(titles["redact-keep"][locale], fix.Keep)
		}
		return Fix{title, []Edit{edit(t, f.match.Span, redact(t.Slice(f.match.Span), fix.Keep, f.rule.Entity == "password"))}}
	case ruleset.LowerCase:
		return Fix{title, lowered(t, parts)}
	}
	return Fix{title, dropped(t, f.match.Span, parts)}
}

// added writes the place again with the text beside it: an edit must not be empty, editors are surest of a replacement. A
// word that no longer begins the sentence loses its capital, where that is all its capital was for.
func added(t *text.Text, span text.Span, fix ruleset.Fix, title string) Fix {
	by := fix.Text + t.Slice(span)
	if strings.HasSuffix(fix.Text, ", ") {
		by = fix.Text + uncapped(t.Slice(span))
	}
	if fix.Kind == ruleset.After {
		by = t.Slice(span) + fix.Text
	}
	return Fix{fmt.Sprintf(title, strings.TrimSpace(fix.Text)), []Edit{edit(t, span, by)}}
}

// replaceBy takes the place out when there is nothing to put there.
func replaceBy(t *text.Text, span text.Span, by, locale string) Fix {
	if by == "" {
		return Fix{titles[ruleset.Remove][locale], []Edit{edit(t, span, "")}}
	}
	return Fix{fmt.Sprintf(titles[ruleset.Replace][locale], by), []Edit{edit(t, span, by)}}
}

func edit(t *text.Text, span text.Span, by string) Edit {
	return Edit{Start: t.UTF16(span.Start), End: t.UTF16(span.End), Text: by}
}

// redact puts a dot for each letter and digit but the last keep, and leaves what separates them: in a password nothing does.
func redact(s string, keep int, password bool) string {
	counts := func(r rune) bool { return text.IsWord(r) || password && r != ' ' }
	signs := 0
	for _, r := range s {
		if counts(r) {
			signs++
		}
	}
	return strings.Map(func(r rune) rune {
		if !counts(r) {
			return r
		}
		if signs--; signs < keep {
			return r
		}
		return '•'
	}, s)
}

// alwaysCapital are English words that keep their capital, but for those that are other words too (may, march, sun).
var alwaysCapital = strings.Fields("monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december")

// lowered writes each part in lower case; a word that begins a sentence keeps its capital, and so do English "I", days and months.
func lowered(t *text.Text, parts []text.Span) []Edit {
	var out []Edit
	for _, part := range parts {
		place := t.Slice(part)
		lower := strings.ToLower(place)
		if text.BeginsSentence(t.String(), part.Start) || slices.Contains(alwaysCapital, lower) {
			r, size := utf8.DecodeRuneInString(lower)
			lower = string(unicode.ToUpper(r)) + lower[size:]
		}
		if lower != place {
			out = append(out, edit(t, part, lower))
		}
	}
	return out
}

// dropped takes the parts out, and of two spaces that would meet, the one that lies inside the finding; never the only one
// between two words. Parts that touch are one edit.
func dropped(t *text.Text, whole text.Span, parts []text.Span) []Edit {
	var out []Edit
	s := t.String()
	end := whole.Start
	for _, span := range touching(s, parts) {
		for span.Start > end && s[span.Start-1] == ' ' && !text.GoesOn(s, span.End, +1) {
			span.Start--
		}
		if span.Start == whole.Start && (span.Start == 0 || s[span.Start-1] == ' ' || s[span.Start-1] == '\n') {
			for span.End < whole.End && s[span.End] == ' ' {
				span.End++
			}
		}
		end = span.End
		out = append(out, edit(t, span, ""))
	}
	return out
}

// touching joins the parts that have nothing but spaces between them.
func touching(s string, parts []text.Span) []text.Span {
	var out []text.Span
	for _, part := range parts {
		if n := len(out); n > 0 && strings.Trim(s[out[n-1].End:part.Start], " ") == "" {
			out[n-1].End = part.End
			continue
		}
		out = append(out, part)
	}
	return out
}

// openers are words that messages begin with and that are no names, folded.
var openers = strings.Fields("a apres au aucun aucune avec avez c ce cela cette ces chez comme d dans de depuis des du elle en est et il ils j je l la le les leur lors ma mais malgre merci mes mon " +
	"n ne nos notre nous on ou par pas pour pouvez pourriez quand que quel quelle sans si son suite sur toutes tous un une veuillez vers voici voila vos votre vous y " +
	"all an and are as at before but by can could did do does for from have he here how if in is it just my no not of once our please she so some thank thanks that the their there these they this to " +
	"until we what when where which who why will with would yes you your")

// uncapped writes the first word small where it is one of them, and its capital the only one in it.
func uncapped(s string) string {
	words := text.Words(s)
	if len(words) == 0 || words[0].Start > 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s)
	lower := strings.ToLower(s[:words[0].End])
	if lower[size:] != s[size:words[0].End] || !slices.Contains(openers, text.Fold(lower)) {
		return s
	}
	return lower + s[words[0].End:]
}
