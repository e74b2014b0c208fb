package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFolderThenServer: a workspace that served files from a folder goes on with a server, version after version.
func TestFolderThenServer(t *testing.T) {
	work, home := office(t)
	site := t.TempDir()
	command(t, "bundle", "publish", "--dir", work, "--key", "online", "--to", site)
	root := filepath.Join(work, "repository", "metadata", "1.root.json")
	command(t, "bundle", "verify", "--root", root, site)

	s := serving{dir: filepath.Join(t.TempDir(), "served"), address: "127.0.0.1:0", keys: several{filepath.Join(home, "keys", "online.key")}}
	t.Setenv("BONTON_TOKEN", strings.TrimSpace(command(t, "serve", "--dir", s.dir, "--new-token")))
	address, stop := running(t, s)
	defer stop()
	next(t, work, "2")
	var errs bytes.Buffer
	if code := run([]string{"bundle", "publish", "--dir", work, "--server", address}, nil, io.Discard, &errs); code != exitUsage || !strings.Contains(errs.String(), "publish --all first") {
		t.Errorf("an empty server and not all of it: exit %d %s", code, &errs)
	}
	command(t, "bundle", "publish", "--dir", work, "--all", "--server", address)
	command(t, "bundle", "publish", "--dir", work, "--server", address)
	forget(t, work)
	if said := command(t, "bundle", "status", "--dir", work); !strings.Contains(said, "signed by the server \"http://127.0.0.1:") {
		t.Errorf("%s", said)
	}
	for _, version := range []string{"3", "4"} {
		next(t, work, version)
		command(t, "bundle", "publish", "--dir", work, "--server", address)
		if got := command(t, "bundle", "verify", "--root", root, address); !strings.Contains(got, "stable: version "+version+" ") {
			t.Error(got)
		}
	}
	command(t, "bundle", "refresh", "--dir", work, "--key", "online")
	if said := command(t, "bundle", "status", "--dir", work); strings.Contains(said, "server") || !strings.Contains(said, "timestamp version") {
		t.Errorf("%s", said)
	}
}

// forget removes the timestamp of a workspace, which is due then as an ended one is.
func forget(t *testing.T, work string) {
	t.Helper()
	if err := os.Remove(filepath.Join(work, "repository", "metadata", "timestamp.json")); err != nil {
		t.Fatal(err)
	}
}

// next stages a version, signed.
func next(t *testing.T, work, version string) {
	t.Helper()
	command(t, "bundle", "build", "--dir", work, "--version", version, "../../rules/packs")
	command(t, "bundle", "sign", "--dir", work, "--key", "alice")
}
