package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bonton/bonton/bundle/publish"
)

// TestKeysList: one damaged half hides no other.
func TestKeysList(t *testing.T) {
	_, home := office(t)
	if err := os.WriteFile(filepath.Join(home, "keys", "a.pub"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"keys", "list"}, nil, &out, &errs); code != exitUsage || !strings.Contains(errs.String(), "a.pub: no public key") || strings.Count(out.String(), "\n") != 2 {
		t.Errorf("exit %d\n%s%s", code, &out, &errs)
	}
}

// TestHalfKey: a key whose second half cannot be written leaves its name free.
func TestHalfKey(t *testing.T) {
	name := filepath.Join(t.TempDir(), "zoe")
	if err := os.WriteFile(name+".pub", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := writeKey(&bytes.Buffer{}, name, []byte("sealed"), publish.Public{}); err == nil {
		t.Error("written over")
	}
	if _, err := os.Stat(name + ".key"); err == nil {
		t.Error("half a key is left")
	}
}

// TestOnlineKeyHere: a key's file counts in the current folder too, and its name everywhere.
func TestOnlineKeyHere(t *testing.T) {
	_, home := office(t)
	t.Chdir(filepath.Join(home, "keys"))
	for _, name := range []string{"online.key", "./online.key", "online"} {
		if _, err := onlineKey(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := onlineKey("nobody.key"); err == nil {
		t.Error("a key that is not there")
	}
}
