//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestPipes: a pipe in the place of a file, which might never end, is refused.
func TestPipes(t *testing.T) {
	folder, work := t.TempDir(), t.TempDir()
	pipe := func(name string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(name, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	pipe(filepath.Join(folder, "house", "a.yaml"))
	pipe(filepath.Join(work, "staged", "1.root.json"))
	for _, args := range [][]string{{"rules", "check", folder}, {"bundle", "show", "--dir", work}, {"bundle", "status", "--dir", work}} {
		var errs bytes.Buffer
		if code := run(args, nil, &errs, &errs); code == exitClean || !strings.Contains(errs.String(), "is no file") {
			t.Errorf("bonton %q: exit %d %s", args, code, &errs)
		}
	}
}
