package rules

import (
	"regexp"

	"github.com/bonton/bonton/lint/ruleset"
)

// Typeset puts a text's apostrophes and spaces as the typography of its language wants them, so that authors can write what their
// keyboards have: ’ between letters and, in French, a narrow no-break space (U+202F) before ; : ! ? and within « », where
// a space stands (Lexique des règles typographiques en usage à l'Imprimerie nationale). It puts no space where none was, and leaves
// code and addresses alone.
func Typeset(locale, text string) string {
	var out []byte
	done := 0
	for _, kept := range verbatim.FindAllStringIndex(text, -1) {
		out = append(out, typesetPlain(locale, text[done:kept[0]])...)
		out = append(out, text[kept[0]:kept[1]]...)
		done = kept[1]
	}
	return string(append(out, typesetPlain(locale, text[done:])...))
}

// verbatim is what Markdown takes as it is written: code, the target of a link, a tag, and any address.
var verbatim = regexp.MustCompile("`+[^`]*`+|\\]\\([^)]*\\)|<[^>]*>|https?://\\S+")

// An apostrophe ends no word here: "les clients' " would be a closing quotation mark as well. What may follow it is a word,
// or what opens one in French or in Markdown.
var apostrophe = regexp.MustCompile(`(\pL)'([\pL\pN«*_\[])`)

// A sign is one at the end of a word or of what is verbatim, not the eyes of :-) or a clock's colon.
var (
	beforeSign = regexp.MustCompile(`(\S|^)[ \x{a0}]([;:]|[!?»]+\)?)([\s\x{202f}.,*_…]|$)`)
	insideOpen = regexp.MustCompile(`«[ \x{a0}]`)
)

func typesetPlain(locale, text string) string {
	text = replaceAll(apostrophe, text, "$1’$2")
	if locale != "fr" {
		return text
	}
	text = insideOpen.ReplaceAllString(text, "«\u202f")
	return replaceAll(beforeSign, text, "$1\u202f$2$3")
}

// replaceAll replaces again what the first run's matches overlapped.
func replaceAll(what *regexp.Regexp, text, with string) string {
	return what.ReplaceAllString(what.ReplaceAllString(text, with), with)
}

// typesetEach typesets texts by locale in place, as long as they stay within limit bytes; one that would not stays as written.
func typesetEach(texts map[string]string, limit int) {
	for locale, text := range texts {
		texts[locale] = typesetWithin(locale, text, limit)
	}
}

// typesetPhrases is typesetEach for phrases.
func typesetPhrases(phrases []ruleset.Phrase, limit int) []ruleset.Phrase {
	for i, p := range phrases {
		phrases[i].FR = typesetWithin("fr", p.FR, limit)
		phrases[i].EN = typesetWithin("en", p.EN, limit)
	}
	return phrases
}

func typesetWithin(locale, text string, limit int) string {
	if set := Typeset(locale, text); len(set) <= limit {
		return set
	}
	return text
}
