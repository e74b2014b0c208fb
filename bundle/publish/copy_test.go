package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// clone is a copy of a workspace, as git makes one.
func clone(t *testing.T, w Workspace) Workspace {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(string(w))); err != nil {
		t.Fatal(err)
	}
	return Workspace(folder)
}

// bring does what bundle refresh and bundle publish do with a static host's folder.
func bring(t *testing.T, w Workspace, p repository.Publication, site string, now time.Time) error {
	t.Helper()
	s, err := w.Meet(state(t, w), p, site)
	if err != nil {
		return err
	}
	s.Least = now.Unix()
	files, err := repository.Accept(s, p, w.Has, devkeys.Key("dev-online"), now)
	if err != nil {
		t.Fatal(err)
	}
	place(t, w, files)
	if err := Copy(w, site); err != nil {
		t.Fatal(err)
	}
	return Try(t.Context(), w, site, now)
}

// again are the same targets, a version higher, as a publication; when makes two of them differ.
func again(t *testing.T, w Workspace, when time.Time) repository.Publication {
	t.Helper()
	draft, err := Again(state(t, w).Targets, when)
	if err != nil {
		t.Fatal(err)
	}
	return repository.Publication{Targets: signed(t, draft, "dev-1", "dev-2")}
}

// TestStaleClone: of two clones, the one that was not pulled never brings a site back, and one that was only not refreshed
// goes on from what the site shows.
func TestStaleClone(t *testing.T) {
	w, _ := published(t)
	site, none, hours := t.TempDir(), repository.Publication{}, func(n int) time.Time { return morning.Add(time.Duration(n) * time.Hour) }
	if err := bring(t, w, none, site, hours(1)); err != nil {
		t.Fatal(err)
	}
	old := clone(t, w)
	for _, days := range []int{1, 4, 5} { // the second makes a new snapshot too
		if err := bring(t, w, none, site, hours(24*days)); err != nil {
			t.Fatal(err)
		}
	}
	if err := bring(t, old, none, site, hours(24*5)); err != nil {
		t.Errorf("same targets: %v", err)
	}
	other := clone(t, old)
	if err := bring(t, w, again(t, w, hours(1)), site, hours(24*6)); err != nil {
		t.Fatal(err)
	}
	if err := bring(t, old, none, site, hours(24*7)); err == nil || !strings.Contains(err.Error(), "serves targets 2, the newest here is 1") || !strings.Contains(err.Error(), "git pull") {
		t.Errorf("refreshed from a clone that was not pulled: %v", err)
	}
	if err := bring(t, other, again(t, other, hours(2)), site, hours(24*7)); err == nil || !strings.Contains(err.Error(), "serves targets 2") {
		t.Errorf("published the same version twice: %v", err)
	}
	if err := Try(t.Context(), w, site, hours(24*6)); err != nil {
		t.Errorf("the site was touched: %v", err)
	}
}

// TestOtherRoot: files of two first roots never mix, and a newer root on the site is never hidden.
func TestOtherRoot(t *testing.T) {
	w, _ := published(t)
	site := t.TempDir()
	for range 2 {
		if err := bring(t, w, repository.Publication{}, site, morning); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.ReadFile(w.Path("metadata/1.root.json"))
	if err != nil {
		t.Fatal(err)
	}
	draft := signed(t, nextRoot(t, w), "dev-1", "dev-2")
	for said, second := range map[string][]byte{"serves root 2, the newest here is 1": draft, "2.root.json, which no admins signed": root} {
		if err := WriteFile(filepath.Join(site, "metadata", "2.root.json"), second); err != nil {
			t.Fatal(err)
		}
		if err := bring(t, w, repository.Publication{}, site, morning); err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("%v, want %q", err, said)
		}
	}
	if err := WriteFile(filepath.Join(site, "metadata", "1.root.json"), append(root, '\n')); err != nil {
		t.Fatal(err)
	}
	if err := bring(t, w, repository.Publication{}, site, morning); err == nil || !strings.Contains(err.Error(), "another first root") {
		t.Errorf("%v", err)
	}
}

// nextRoot is a draft with the same admins and another online key.
func nextRoot(t *testing.T, w Workspace) []byte {
	t.Helper()
	chain, err := state(t, w).Chain()
	if err != nil {
		t.Fatal(err)
	}
	trust := TrustOf(chain.Last())
	_, trust.Online = dev(t, "dev-night")
	draft, err := Rotate(chain, trust, morning)
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

// TestLineEndings: git is told to leave them alone, and where it did not, that is said.
func TestLineEndings(t *testing.T) {
	w, _ := published(t)
	if _, err := w.Stage(false, nextRoot(t, w)); err != nil {
		t.Fatal(err)
	}
	if said, err := os.ReadFile(filepath.Join(string(w), ".gitattributes")); err != nil || string(said) != "* -text\n" {
		t.Errorf("%q, %v", said, err)
	}
	site := t.TempDir()
	if err := bring(t, w, repository.Publication{}, site, morning); err != nil {
		t.Fatal(err)
	}
	root, err := w.Read(repository.RootPath(1))
	if err != nil {
		t.Fatal(err)
	}
	place(t, w, map[string][]byte{repository.RootPath(1): bytes.ReplaceAll(root, []byte("\n"), []byte("\r\n"))})
	if err := bring(t, w, repository.Publication{}, site, morning); err == nil || !strings.Contains(err.Error(), "other line endings") {
		t.Errorf("%v", err)
	}
}

// TestCopyMends: a damaged file of the same size is written again, and nothing that no metadata names goes public.
func TestCopyMends(t *testing.T) {
	w, p := published(t)
	site := t.TempDir()
	if err := bring(t, w, repository.Publication{}, site, morning); err != nil {
		t.Fatal(err)
	}
	place(t, w, map[string][]byte{"targets/stable/0123.rules.json.gz": {1}, "metadata/9.targets.json.new": {1}})
	damaged := filepath.Join(site, "metadata", "1.targets.json")
	if err := os.WriteFile(damaged, bytes.Repeat([]byte{0}, len(p.Targets)), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := bring(t, w, repository.Publication{}, site, morning.Add(time.Hour)); err != nil {
		t.Error(err)
	}
	for _, never := range []string{"targets/stable/0123.rules.json.gz", "metadata/9.targets.json.new"} {
		if _, err := os.Stat(filepath.Join(site, filepath.FromSlash(never))); err == nil {
			t.Errorf("%s went public", never)
		}
	}
}

// TestLostTimestamp: without a timestamp the next one is above what devices saw, and until then it is due.
func TestLostTimestamp(t *testing.T) {
	w, _ := published(t)
	site := t.TempDir()
	if err := bring(t, w, repository.Publication{}, site, morning.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	before := state(t, w)
	if err := os.Remove(w.Path("metadata/timestamp.json")); err != nil {
		t.Fatal(err)
	}
	lines, due, err := Status(state(t, w), morning)
	if err != nil || !due || !strings.Contains(strings.Join(lines, "\n"), "timestamp is missing DUE") {
		t.Errorf("due %v, %v\n%s", due, err, lines)
	}
	lost := state(t, w)
	lost.Least = morning.Add(2 * time.Hour).Unix()
	files, err := repository.Refresh(lost, devkeys.Key("dev-online"), morning.Add(2*time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	place(t, w, files)
	after := state(t, w)
	root, err := newestOf(after, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before.Ahead(after, root).Timestamp, after.Timestamp) {
		t.Errorf("%s\nis not above\n%s", after.Timestamp, before.Timestamp)
	}
}

// TestBrokenTimestamp: the way out that the error names is one.
func TestBrokenTimestamp(t *testing.T) {
	w, _ := published(t)
	place(t, w, map[string][]byte{"metadata/timestamp.json": []byte("{")})
	if _, err := w.State(); err == nil || !strings.Contains(err.Error(), "hint: take it from git") || !strings.Contains(err.Error(), "remove metadata/timestamp.json") {
		t.Fatalf("%v", err)
	}
	if err := os.Remove(w.Path("metadata/timestamp.json")); err != nil {
		t.Fatal(err)
	}
	if err := bring(t, w, repository.Publication{}, t.TempDir(), morning); err != nil {
		t.Error(err)
	}
}

// TestLock: whoever waits for a workspace sees what the one before did.
func TestLock(t *testing.T) {
	w := Workspace(t.TempDir())
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for range 50 {
				unlock, err := w.Lock()
				if err != nil {
					t.Error(err)
					return
				}
				count, _ := readOrNil(w.Path("count"))
				err = WriteFile(w.Path("count"), append(count, '+'))
				unlock()
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
	if count, err := readOrNil(w.Path("count")); err != nil || len(count) != 100 {
		t.Errorf("%d of 100, %v", len(count), err)
	}
}
