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
