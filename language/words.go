package language

import (
	"strings"
	"unicode"
)

// scripts are those that tell a language by themselves, near enough: of those that share one, the most written.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"ru", unicode.Cyrillic}, {"ar", unicode.Arabic}, {"el", unicode.Greek}, {"he", unicode.Hebrew}, {"ja", unicode.Hiragana}, {"ja", unicode.Katakana},
	{"zh", unicode.Han}, {"ko", unicode.Hangul}, {"hi", unicode.Devanagari}, {"th", unicode.Thai},
}

// word is a run of letters in lower case, and whether its first was so in the text: names and titles are not.
type word struct {
	letters []rune
	small   bool
}

// wordsOf lists the words of a text in lower case, at most MaxLetters long together. When most letters are of another
// script than ours, it says which language that is instead.
func wordsOf(text string) (words []word, foreign string) {
	letters := 0
	counts := map[string]int{}
	for piece := range strings.FieldsSeq(text) {
		if address(piece) {
			continue
		}
		for _, word := range split(piece) {
			if letters += len(word.letters); letters > MaxLetters {
				return words, mostOf(counts, letters)
			}
			if code := scriptOf(word.letters[0]); code != "" {
				counts[code] += len(word.letters)
				continue
			}
			words = append(words, word)
		}
	}
	return words, mostOf(counts, letters)
}

// address says whether a piece of text is a link, a mail address or a mention, which are in no language.
func address(piece string) bool {
	return strings.Contains(piece, "@") || strings.Contains(piece, "://") || strings.HasPrefix(piece, "www.")
}

// split cuts a piece into runs of letters. A mark that stands on a letter is dropped: the models know whole letters.
func split(piece string) (words []word) {
	var w word
	for _, r := range piece + " " {
		switch {
		case unicode.IsLetter(r):
			w.small = len(w.letters) > 0 && w.small || len(w.letters) == 0 && !unicode.IsUpper(r)
			w.letters = append(w.letters, unicode.ToLower(r))
		case unicode.Is(unicode.Mn, r):
		case len(w.letters) > 0:
			words, w = append(words, w), word{}
		}
	}
	return words
}

func scriptOf(letter rune) string {
	if letter < 0x370 { // Latin
		return ""
	}
	for _, script := range scripts {
		if unicode.Is(script.table, letter) {
			return script.code
		}
	}
	return ""
}

// mostOf is the language that has more than half of the letters.
func mostOf(counts map[string]int, letters int) string {
	if counts["ja"] > 0 { // Japanese is written with Chinese characters too
		counts["ja"] += counts["zh"]
		delete(counts, "zh")
	}
	for code, n := range counts {
		if 2*n > letters {
			return code
		}
	}
	return ""
}
