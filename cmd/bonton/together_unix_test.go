//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestRefreshBesidePublish: a refresh that waits for its passphrase while somebody publishes signs what was published.
func TestRefreshBesidePublish(t *testing.T) {
	work, _ := office(t)
	site, pipe := t.TempDir(), filepath.Join(t.TempDir(), "passphrase")
	command(t, "bundle", "publish", "--dir", work, "--key", "online", "--to", site)
	next(t, work, "2")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	word := os.Getenv("BONTON_PASSPHRASE")
	t.Setenv("BONTON_PASSPHRASE", "")
	t.Setenv("BONTON_PASSPHRASE_FILE", pipe)
	ended := make(chan int, 1)
	var errs bytes.Buffer
	go func() {
		ended <- run([]string{"bundle", "refresh", "--dir", work, "--key", "online", "--to", site}, nil, io.Discard, &errs)
	}()
	typed, err := os.OpenFile(pipe, os.O_WRONLY, 0) // opens when it is being read
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("BONTON_PASSPHRASE", word)
	command(t, "bundle", "publish", "--dir", work, "--key", "online", "--to", site)
	if _, err := typed.WriteString(word); err != nil {
		t.Fatal(err)
	}
	typed.Close()
	if code := <-ended; code != exitClean {
		t.Errorf("exit %d %s", code, &errs)
	}
	root := filepath.Join(work, "repository", "metadata", "1.root.json")
	if got := command(t, "bundle", "verify", "--root", root, site); !strings.Contains(got, "targets 2;") {
		t.Error(got)
	}
}
