package publish

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/bundle/web"
)

// node runs a script of testdata, whose packages are npm's.
func node(t *testing.T, args ...string) string {
	t.Helper()
	if _, err := os.Stat(filepath.FromSlash("../../node_modules/tuf-js")); err != nil {
		t.Skip("tuf-js is not installed: make modules")
	}
	var errs strings.Builder
	command := exec.Command("node", args...)
	command.Stderr = &errs
	out, err := command.Output()
	if err != nil {
		t.Fatalf("node %v: %v\n%s", args, err, &errs)
	}
	return string(out)
}

// TestReadByOthers: tuf-js takes what we publish, over a rotation of the root.
func TestReadByOthers(t *testing.T) {
	now := time.Now()
	folder := t.TempDir()
	p := first(t, now)
	files, err := repository.Accept(repository.State{}, p, func(string) bool { return false }, devkeys.Key("dev-online"), now)
	if err == nil {
		err = Place(folder, files)
	}
	if err != nil {
		t.Fatal(err)
	}
	rotate(t, folder, now)
	shipped, err := Package(web.Folder(folder), "stable")
	if err != nil || shipped["2.root.json"] == nil || len(shipped) != 6 {
		t.Errorf("package: %d files, %v", len(shipped), err)
	}
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer server.Close()
	trusted := t.TempDir()
	if err := os.WriteFile(filepath.Join(trusted, "root.json"), p.Roots[0], 0o644); err != nil {
		t.Fatal(err)
	}
	names := []string{"stable/rules.json.gz", "stable/texts.json.gz", "pilot/lessons.json.gz"}
	out := node(t, append([]string{"testdata/read.mjs", trusted, server.URL}, names...)...)
	for _, name := range names {
		if !strings.Contains(out, fmt.Sprintf(`{"name":%q,"version":"1"`, name)) {
			t.Errorf("tuf-js did not read %s:\n%s", name, out)
		}
	}
}

// rotate publishes a second root with another online key, and the same targets.
func rotate(t *testing.T, folder string, now time.Time) {
	t.Helper()
	read := func(path string) ([]byte, error) { return readOrNil(filepath.Join(folder, filepath.FromSlash(path))) }
	state, err := repository.Load(read)
	if err != nil {
		t.Fatal(err)
	}
	chain, err := state.Chain()
	if err != nil {
		t.Fatal(err)
	}
	trust := TrustOf(chain.Last())
	_, trust.Online = dev(t, "dev-night")
	root, err := Rotate(chain, trust, now)
	if err != nil {
		t.Fatal(err)
	}
	p := repository.Publication{Roots: [][]byte{signed(t, root, "dev-1", "dev-3")}}
	has := func(path string) bool { data, _ := read(path); return data != nil }
	files, err := repository.Accept(state, p, has, devkeys.Key("dev-night"), now)
	if err == nil {
		err = Place(folder, files)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestReadOthers: our client takes what @tufjs/models writes and signs.
func TestReadOthers(t *testing.T) {
	folder := t.TempDir()
	packed, err := Compile(packs, "7")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range packed {
		if err := WriteFile(filepath.Join(folder, "packed", name), data); err != nil {
			t.Fatal(err)
		}
	}
	node(t, "testdata/write.mjs", folder)
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer server.Close()
	site, err := web.New(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.ReadFile(filepath.Join(folder, "metadata", "1.root.json"))
	if err != nil {
		t.Fatal(err)
	}
	client, _ := bundle.Open(bundle.Config{Root: root, Channel: "stable", Engine: 1, Store: bundle.Memory{}, Fetch: site, Now: time.Now})
	if changed, err := client.Update(t.Context()); !changed || err != nil {
		t.Fatalf("update: %v, %v", changed, err)
	}
	if now := client.Current(); now.Version != "7" || now.Targets != 3 || now.Dev {
		t.Errorf("in force: %+v", now.Custom)
	}
}
