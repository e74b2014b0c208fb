package text

import "unicode"

// invisible says which characters show nothing: format characters (zero-width spaces and joiners, soft hyphen, direction
// marks, tags), variation selectors and the combining grapheme joiner (Unicode categories Cf and Default_Ignorable).
func invisible(r rune) bool {
	switch {
	case r >= 0xFE00 && r <= 0xFE0F, r == 0x034F, r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0:
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// alike is the ASCII sign that a typographic sign stands for, or 0.
func alike(r rune) byte {
	switch {
	case r >= 0x2018 && r <= 0x201B, r == 0x2032, r == 0x00B4, r == 0x02BC, r == 0x02B9, r == 0xFF07:
		return '\''
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0xFE58, r == 0xFE63, r == 0xFF0D:
		return '-'
	case r == 0x2028, r == 0x2029, r == 0x0085:
		return '\n'
	case unicode.Is(unicode.Zs, r):
		return ' '
	}
	return 0
}

// letterAlike maps letters that have no decomposition, and Cyrillic and Greek letters drawn like Latin ones (a choice from
// confusables.txt of UTS #39, lower and upper case where both deceive).
var letterAlike = map[rune]string{
	'œ': "oe", 'Œ': "oe", 'æ': "ae", 'Æ': "ae", 'ß': "ss", 'ẞ': "ss", 'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ı': "i",
	'а': "a", 'А': "a", 'В': "b", 'с': "c", 'С': "c", 'ԁ': "d", 'е': "e", 'Е': "e", 'һ': "h", 'Н': "h", 'і': "i", 'І': "i", 'ј': "j", 'Ј': "j",
	'К': "k", 'к': "k", 'ӏ': "l", 'М': "m", 'о': "o", 'О': "o", 'р': "p", 'Р': "p", 'ԛ': "q", 'ѕ': "s", 'Ѕ': "s", 'Т': "t", 'ѵ': "v", 'ԝ': "w",
	'х': "x", 'Х': "x", 'у': "y", 'У': "y",
	'α': "a", 'Α': "a", 'Β': "b", 'Ε': "e", 'Η': "h", 'ι': "i", 'Ι': "i", 'κ': "k", 'Κ': "k", 'Μ': "m", 'Ν': "n", 'ν': "v", 'ο': "o", 'Ο': "o",
	'ρ': "p", 'Ρ': "p", 'Τ': "t", 'υ': "u", 'Υ': "y", 'Χ': "x", 'Ζ': "z",
}
