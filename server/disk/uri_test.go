package disk_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bonton/bonton/server/disk"
)

// TestFolderNames: the head lies in the folder that was named, whatever is in the name.
func TestFolderNames(t *testing.T) {
	for _, name := range []string{"a%20b", "what?", "c#1", "é & co"} {
		folder := filepath.Join(t.TempDir(), name)
		store, err := disk.Open(folder)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(folder, "head.sqlite")); err != nil {
			t.Error(err)
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestBrokenHead: the error names the file.
func TestBrokenHead(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "head.sqlite"), []byte("this is no database, whatever its name says"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := disk.Open(folder); err == nil || !strings.Contains(err.Error(), "head.sqlite") {
		t.Errorf("%v", err)
	}
}
