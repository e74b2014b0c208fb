package rules

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestBrokenLessons: every mistake of every file is named with its place, and the lesson without one is read all the same.
func TestBrokenLessons(t *testing.T) {
	folder := os.DirFS("testdata/lessons/broken")
	_, err := Read(folder)
	if err == nil {
		t.Fatal("broken lessons were accepted")
	}
	sameAsGolden(t, "testdata/lessons/broken.golden", listed(err))
	lessons, _ := readLessons(folder)
	if len(lessons) != 1 || lessons[0].ID != "house/good" {
		t.Errorf("read %d lessons", len(lessons))
	}
}

// TestWrongLessons: what the rules find in a lesson is held against what it claims.
func TestWrongLessons(t *testing.T) {
	book, err := Read(os.DirFS("testdata/lessons/wrong"))
	if err != nil {
		t.Fatal(listed(err))
	}
	if err = book.TestLessons(); err == nil {
		t.Fatal("a wrong lesson was accepted")
	}
	sameAsGolden(t, "testdata/lessons/wrong.golden", listed(err))
}

// TestShippedLessons holds what the room and its tests rely on: at least twelve, and for every rule its examples.
func TestShippedLessons(t *testing.T) {
	book, err := Read(Packs())
	if err != nil {
		t.Fatal(listed(err))
	}
	if err := book.TestLessons(); err != nil {
		t.Fatal(listed(err))
	}
	data, err := book.EncodeLessons("1")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Lessons  []struct{ ID string }
		Examples map[string]struct{ Flag, Pass []string }
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Lessons) < 12 {
		t.Errorf("%d lessons", len(file.Lessons))
	}
	for _, l := range book.Lessons { // "Ok." is clean in all of them, and must not get the reply that quotes a good message
		if !slices.ContainsFunc(l.Must, func(name string) bool { return slices.Contains(Elements, name) }) {
			t.Errorf("%s has nothing to tick before its reply", l.ID)
		}
	}
	for _, rule := range book.Rules {
		if e := file.Examples[rule.ID]; len(e.Flag) == 0 || len(e.Pass) == 0 || !strings.Contains(e.Flag[0], "[[") {
			t.Errorf("%s has no examples in lessons.json", rule.ID)
		}
	}
}

// typewriter is what a keyboard has and print has not: its quotation marks and apostrophes, and in French its spaces.
var typewriter = map[string]*regexp.Regexp{"fr": regexp.MustCompile(`["']| [;:!?»]|« `), "en": regexp.MustCompile(`["']`)}

// TestTypographyOfLessons: what the room shows as its own words is set as the interface's, however authors wrote it.
func TestTypographyOfLessons(t *testing.T) {
	book, err := Read(Packs())
	if err != nil {
		t.Fatal(listed(err))
	}
	for _, l := range book.Lessons {
		for _, words := range append([]Words{l.Title, l.Cast.Me, l.Cast.Them}, l.Hints...) {
			for locale, text := range words {
				if typewriter[locale].MatchString(text) {
					t.Errorf("%s: %s", l.ID, text)
				}
			}
		}
	}
}

// TestLessonsOfAFolder: an admin has the lessons of the packs in use, and those of the folder.
func TestLessonsOfAFolder(t *testing.T) {
	book, err := Read(os.DirFS("testdata/folders/valid/house"))
	if err != nil {
		t.Fatal(listed(err))
	}
	for _, l := range book.Lessons {
		if pack := packOf(l.ID); !containsPack(book, pack) {
			t.Errorf("%s came, whose pack is not used", l.ID)
		}
	}
	if len(book.Lessons) == 0 {
		t.Error("no lesson came")
	}
}

func containsPack(book *Book, pack string) bool {
	for _, rule := range book.Rules {
		if packOf(rule.ID) == pack {
			return true
		}
	}
	return false
}
