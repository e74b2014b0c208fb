package ruleset

import "strings"

// The shapes of names are told by hand: to compile an expression for each would take longer than to read a file of rules.

// ValidID says whether an id has the shape pack/stem: lower-case words, digits and single dashes, at most 80 bytes.
func ValidID(id string) bool {
	pack, stem, both := strings.Cut(id, "/")
	return both && len(id) <= 80 && dashed(pack) && dashed(stem)
}

// ValidName says whether a name is lower-case words, digits and single dashes, at most 40 bytes.
func ValidName(name string) bool { return len(name) <= 40 && dashed(name) }

// dashed says whether s begins with a letter and is words of lower-case letters and digits with one dash between two of them.
func dashed(s string) bool {
	for i := range len(s) {
		if c := s[i]; !lower(c) && (i == 0 || !digit(c) && (c != '-' || i == len(s)-1 || s[i-1] == '-')) {
			return false
		}
	}
	return s != ""
}

// validVersion says whether a version is letters, digits, dots, plus signs and dashes after a letter or digit, at most 64.
func validVersion(version string) bool {
	for i := range len(version) {
		if c := version[i]; !lower(c|0x20) && !digit(c) && (i == 0 || strings.IndexByte(".+-", c) < 0) {
			return false
		}
	}
	return version != "" && len(version) <= 64
}

// validLanguage says whether a code could be of ISO 639-1.
func validLanguage(code string) bool { return len(code) == 2 && lower(code[0]) && lower(code[1]) }

// validRole says whether a role is a letter and up to 39 letters, digits and dashes.
func validRole(role string) bool {
	for i := range len(role) {
		if c := role[i]; !lower(c) && (i == 0 || !digit(c) && c != '-') {
			return false
		}
	}
	return role != "" && len(role) <= 40
}

// shaped says whether s is written as shape is, in which each 0 stands for a digit.
func shaped(s, shape string) bool {
	if len(s) != len(shape) {
		return false
	}
	for i := range len(s) {
		if s[i] != shape[i] && (shape[i] != '0' || !digit(s[i])) {
			return false
		}
	}
	return true
}

func lower(c byte) bool { return 'a' <= c && c <= 'z' }
func digit(c byte) bool { return '0' <= c && c <= '9' }
