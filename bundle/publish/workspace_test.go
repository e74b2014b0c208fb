package publish

import (
	"maps"
	"os"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// never says that a repository holds no file yet.
func never(string) bool { return false }

// published is a workspace whose first version went to a static host.
func published(t *testing.T) (Workspace, repository.Publication) {
	t.Helper()
	w, p := Workspace(t.TempDir()), first(t, morning)
	files, err := repository.Accept(repository.State{}, p, never, devkeys.Key("dev-online"), morning)
	if err != nil {
		t.Fatal(err)
	}
	place(t, w, files)
	return w, p
}

func place(t *testing.T, w Workspace, files map[string][]byte) {
	t.Helper()
	if err := Place(w.Path(""), files); err != nil {
		t.Fatal(err)
	}
}

func state(t *testing.T, w Workspace) repository.State {
	t.Helper()
	s, err := w.State()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestStateAfterServer: what a server took counts, though the timestamp here still leads to what a folder got before; a
// folder can be brought up to it, and status says nothing of what ended here meanwhile.
func TestStateAfterServer(t *testing.T) {
	w, _ := published(t)
	draft, err := Again(state(t, w).Targets, morning)
	if err != nil {
		t.Fatal(err)
	}
	place(t, w, repository.Publication{Targets: signed(t, draft, "dev-1", "dev-2")}.Noted(state(t, w)))
	newest := state(t, w)
	if got := newest.TargetsVersion(); got != 2 {
		t.Fatalf("targets %d count", got)
	}
	later := morning.Add(48 * time.Hour)
	lines, due, err := Status(newest, later)
	if text := strings.Join(lines, "\n"); err != nil || due || !strings.Contains(text, "targets   version 2") || !strings.Contains(text, "a server signs") {
		t.Errorf("due %v, %v\n%s", due, err, text)
	}
	files, err := repository.Refresh(newest, devkeys.Key("dev-online"), later)
	if err != nil {
		t.Fatal(err)
	}
	place(t, w, files)
	if lines, due, err = Status(state(t, w), later); err != nil || due || !strings.Contains(strings.Join(lines, "\n"), "timestamp version 2 ") {
		t.Errorf("due %v, %v\n%s", due, err, lines)
	}
}

// TestPublishAgain: a publication that broke off before the timestamp was written can be repeated.
func TestPublishAgain(t *testing.T) {
	w, p := Workspace(t.TempDir()), first(t, morning)
	if _, err := w.Stage(false, p.Roots[0], p.Targets); err != nil {
		t.Fatal(err)
	}
	place(t, w, p.Files)
	files := accepted(t, w)
	delete(files, "metadata/timestamp.json")
	place(t, w, files)
	place(t, w, accepted(t, w))
	if _, due, err := Status(state(t, w), morning); err != nil || due {
		t.Errorf("due %v, %v", due, err)
	}
}

// accepted is what a keeper makes of what is staged.
func accepted(t *testing.T, w Workspace) map[string][]byte {
	t.Helper()
	s := state(t, w)
	p, taken, err := w.Publication(s)
	if err != nil || len(taken) != 2 {
		t.Fatal(taken, err)
	}
	files, err := repository.Accept(s, p, w.Has, devkeys.Key("dev-online"), morning)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestBrokenWorkspace: a file that somebody changed by hand, or that a merge spoilt, is named; nothing crashes.
func TestBrokenWorkspace(t *testing.T) {
	for name, content := range map[string]string{
		"a merge": "<<<<<<< HEAD\n{}", "null": "null", "no signed part": `{"signed":null,"signatures":null}`, "empty": "", "a list": "[]",
		"a null target": `{"signed":{"_type":"targets","spec_version":"1.0.31","version":1,"expires":"2030-01-01T00:00:00Z","targets":{"stable/rules.json.gz":null}},"signatures":[]}`,
		"null roles":    `{"signed":{"_type":"root","spec_version":"1.0.31","version":1,"expires":"2030-01-01T00:00:00Z","roles":{"root":null},"keys":{"a":null}},"signatures":[]}`,
		"null meta":     `{"signed":{"_type":"snapshot","spec_version":"1.0.31","version":1,"expires":"2030-01-01T00:00:00Z","meta":{"targets.json":null}},"signatures":[]}`,
	} {
		for _, file := range []string{"metadata/1.root.json", "metadata/1.targets.json", "metadata/1.snapshot.json", "metadata/timestamp.json"} {
			w, _ := published(t)
			place(t, w, map[string][]byte{file: []byte(content)})
			if err := use(w); err == nil || !strings.Contains(err.Error(), path.Base(file)) {
				t.Errorf("%s in %s: %v", name, file, err)
			}
		}
		w, _ := published(t)
		if err := os.Remove(w.Path("metadata/timestamp.json")); err != nil {
			t.Fatal(err)
		}
		place(t, w, map[string][]byte{"metadata/2.targets.json": []byte(content)})
		if err := use(w); err == nil || !strings.Contains(err.Error(), "metadata/2.targets.json") {
			t.Errorf("%s in what a server took: %v", name, err)
		}
	}
}

// use does with a workspace what commands do.
func use(w Workspace) error {
	s, err := w.State()
	if err != nil {
		return err
	}
	if _, _, err := w.Everything(s); err != nil {
		return err
	}
	_, _, err = Status(s, morning)
	return err
}

// TestEverything: what goes to an empty server is all of it.
func TestEverything(t *testing.T) {
	w, p := published(t)
	all, taken, err := w.Everything(state(t, w))
	if err != nil || len(all.Roots) != 1 || taken != nil || !maps.EqualFunc(all.Files, p.Files, func(a, b []byte) bool { return string(a) == string(b) }) {
		t.Errorf("%d roots, %d files, %v", len(all.Roots), len(all.Files), err)
	}
}
