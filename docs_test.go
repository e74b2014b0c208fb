package bonton

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// link is what a Markdown text links to or shows; the place within a document is left out.
var link = regexp.MustCompile(`\]\(<?([^)#>\s]+)[^)]*\)`)

// TestDocumentLinks holds that every file and picture that a document names is there, and that docs/images has no other.
func TestDocumentLinks(t *testing.T) {
	named := map[string]bool{}
	for _, document := range documents(t) {
		data, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range link.FindAllStringSubmatch(string(data), -1) {
			if strings.Contains(match[1], ":") {
				continue
			}
			path := filepath.Join(filepath.Dir(document), match[1])
			named[path] = true
			if _, err := os.Stat(path); err != nil {
				t.Errorf("%s names %s, which is not there", document, match[1])
			}
		}
	}
	pictures, err := filepath.Glob("docs/images/*")
	if err != nil || len(pictures) == 0 {
		t.Fatal("no pictures", err)
	}
	for _, picture := range pictures {
		if !named[picture] {
			t.Errorf("no document shows %s", picture)
		}
	}
}

// verbatim is what a document writes as a program reads it; typewriter is what print has other signs for. No language but French
// has a space before these signs, and it wants one that does not break.
var (
	verbatim   = regexp.MustCompile("(?ms)^```.*?^```|<!--.*?-->|`[^`]*`|\\]\\([^)]*\\)|https?://\\S+")
	typewriter = regexp.MustCompile(`.{0,20}(["']|[ \x{a0}][;:?!»]|«[ \x{a0}]).{0,20}`)
)

// TestDocumentTypography holds that the guides are set as the interface is: ’ and “ ”, and U+202F before high punctuation and within « ».
func TestDocumentTypography(t *testing.T) {
	for _, document := range documents(t) {
		if strings.HasPrefix(document, "docs/decisions/") {
			continue // for those who work on the code
		}
		data, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, wrong := range typewriter.FindAllString(verbatim.ReplaceAllString(string(data), "·"), -1) {
			t.Errorf("%s: %s", document, wrong)
		}
	}
}

func documents(t *testing.T) []string {
	t.Helper()
	all := []string{"README.md"}
	err := filepath.WalkDir("docs", func(path string, _ fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".md" {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
