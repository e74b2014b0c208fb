package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

// published writes a repository signed with development keys.
func published(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	admin, err := publish.PublicOf("dev-1", devkeys.Key("dev-1"))
	check(t, err)
	online, err := publish.PublicOf("dev-online", devkeys.Key("dev-online"))
	check(t, err)
	root, err := publish.NewRoot(publish.Trust{Admins: []publish.Public{admin}, Threshold: 1, Online: online}, time.Now())
	check(t, err)
	packed, err := publish.Compile(fstest.MapFS{"house/first.yaml": {Data: []byte("{detect: {terms: [sot]}, languages: [fr], category: tone, action: note, message: {fr: a, en: a}, why: {fr: a, en: a}, examples: {flag: [\"[[sot]]\"], pass: [saut]}}")}}, "1")
	check(t, err)
	targets, files, err := publish.Draft(nil, []string{"stable"}, "1", packed, time.Now())
	check(t, err)
	p := repository.Publication{Roots: [][]byte{signedBy(t, root)}, Targets: signedBy(t, targets), Files: files}
	written, err := repository.Accept(repository.State{}, p, func(string) bool { return false }, devkeys.Key("dev-online"), time.Now())
	check(t, err)
	check(t, publish.Place(folder, written))
	return folder
}

func signedBy(t *testing.T, draft []byte) []byte {
	t.Helper()
	half, err := publish.ReadHalf(draft)
	check(t, err)
	check(t, half.Sign(devkeys.Key("dev-1")))
	data, err := half.Bytes()
	check(t, err)
	return data
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestTUFClient calls the client as the conformance suite does.
func TestTUFClient(t *testing.T) {
	folder := published(t)
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer server.Close()
	trusted, down := t.TempDir(), t.TempDir()
	client := func(want int, args ...string) {
		t.Helper()
		var out, errs bytes.Buffer
		args = append([]string{"tuf-client", "--metadata-dir", trusted, "--metadata-url", server.URL + "/metadata", "--target-base-url", server.URL + "/targets", "--target-dir", down}, args...)
		if got := run(args, nil, &out, &errs); got != want {
			t.Errorf("%v: exit %d, want %d\n%s", args[9:], got, want, &errs)
		}
	}
	client(exitUsage, "fetch")
	client(exitClean, "init", filepath.Join(folder, "metadata", "1.root.json"))
	client(exitClean, "refresh")
	for _, name := range []string{"root.json", "timestamp.json", "snapshot.json", "targets.json"} {
		if _, err := os.Stat(filepath.Join(trusted, name)); err != nil {
			t.Error(err)
		}
	}
	client(exitClean, "--target-name", "stable/rules.json.gz", "download")
	client(exitFound, "--target-name", "stable/other", "download")
	if names, _ := filepath.Glob(filepath.Join(down, "*")); len(names) != 1 || !strings.HasSuffix(names[0], "stable%2Frules.json.gz") {
		t.Errorf("downloaded %v", names)
	}
	check(t, os.WriteFile(filepath.Join(folder, "metadata", "timestamp.json"), []byte("<html>"), 0o644))
	client(exitFound, "refresh")
}
