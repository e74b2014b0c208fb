package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestBrowsersInstalled holds that browsers.sh fails where Debian's tool does, whatever step of it.
func TestBrowsersInstalled(t *testing.T) {
	script, err := os.ReadFile("browsers.sh") // read here, so that go test knows when it changes
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		apt string
		ok  bool
	}{
		"installed":     {"exit 0", true},
		"no update":     {`[ "$1" != update ]`, false},
		"no install":    {`[ "$1" != install ]`, false},
		"neither works": {"exit 100", false},
	} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command("/bin/sh", "-c", string(script))
			cmd.Env = []string{"PATH=" + tools(t, map[string]string{
				"id":      "echo 0",
				"dpkg":    `case "$2" in *l10n*) exit 1 ;; esac`, // browsers are there, their translations are not
				"apt-get": c.apt,
			})}
			out, err := cmd.CombinedOutput()
			if (err == nil) != c.ok {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}

// tools makes a folder of shell scripts, name to text, to be the only PATH.
func tools(t *testing.T, scripts map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range scripts {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+text+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
