package table

import "testing"

func of(s string) (l Letters) {
	for _, r := range s {
		l = l.Add(r)
	}
	return l
}

// TestBuildAndCost holds that every entry is found again, under its own language, and what was not put in is not.
func TestBuildAndCost(t *testing.T) {
	var entries []Entry
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			entries = append(entries, Entry{int(a) % Languages, of(string([]rune{a, b})), uint8(b)})
		}
	}
	table := Build(entries)
	for _, e := range entries {
		if got := table.Cost(e.Language, e.Letters); got != int(e.Cost) {
			t.Fatalf("%+v costs %d", e, got)
		}
	}
	strangers := 0
	for a := 'a'; a <= 'z'; a++ {
		if table.Cost(int(a+1)%Languages, of(string([]rune{a, 'x'}))) != 0 {
			strangers++
		}
	}
	if strangers > 0 || table.Cost(0, of("xyz")) != 0 {
		t.Errorf("%d keys that were not put in are there", strangers)
	}
}

// TestLetters holds that the oldest letter is forgotten, and that a letter of no language takes no other's place.
func TestLetters(t *testing.T) {
	if of("abcdef") != of("bcdef") || of("abc").Last(2) != of("bc") {
		t.Error("letters are not the last ones")
	}
	if of("😀") != of("漢") || of("😀").Add('a').Last(1) != of("a") {
		t.Error("wide letters spill over")
	}
}
