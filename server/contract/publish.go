package contract

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle/repository"
)

// first publishes the first root and version 1; the answer is the root.
func (a *author) first(h *Host) []byte {
	a.t.Helper()
	root := a.nextRoot("dev-online")
	p := a.targets(1)
	p.Roots = [][]byte{root}
	h.publish(a.t, http.StatusOK, p, 0)
	return root
}

func empty(t *testing.T, h *Host) {
	for _, path := range []string{"metadata/timestamp.json", "metadata/1.root.json", "metadata/1.targets.json"} {
		if got := h.mustGet(t, path); got.code != http.StatusNotFound || got.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", path, got.code, got.header)
		}
	}
	if got := h.mustGet(t, "healthz"); got.code != http.StatusOK || field(t, got, "status") != "empty" {
		t.Errorf("health %d %s", got.code, got.body)
	}
	if err := h.Refresh(soon); err != nil {
		t.Errorf("nothing to refresh: %v", err)
	}
	h.publish(t, http.StatusUnprocessableEntity, newAuthorWithRoot(t).targets(1), 0) // no root yet
}

// newAuthorWithRoot has made a root and not published it.
func newAuthorWithRoot(t *testing.T) *author {
	a := newAuthor(t)
	a.nextRoot("dev-online")
	return a
}

func field(t *testing.T, got answer, name string) string {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal(got.body, &all); err != nil {
		t.Fatalf("%s: %v", got.body, err)
	}
	return fmt.Sprint(all[name])
}

// publish: what is published is in force, and what was before can still be read.
func publish(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	if got := h.inForce(t, root); got != "v1" {
		t.Fatal(got)
	}
	old, snapshot := h.mustGet(t, "metadata/1.targets.json"), snapshotPath(t, h)
	second := a.targets(2)
	got := h.publish(t, http.StatusOK, second, 1)
	if field(t, got, "targets") != "2" || field(t, got, "new") != "true" {
		t.Errorf("%s", got.body)
	}
	if got := h.inForce(t, root); got != "v2" {
		t.Errorf("%s", got)
	}
	if same := h.mustGet(t, "metadata/1.targets.json"); string(same.body) != string(old.body) {
		t.Errorf("old targets: %d", same.code)
	}
	for path := range a.targets(1).Files {
		if got := h.mustGet(t, path); got.code != http.StatusOK {
			t.Errorf("old %s: %d", path, got.code)
		}
	}
	if got := h.mustGet(t, snapshot); got.code != http.StatusOK {
		t.Errorf("a reader who came before would miss %s", snapshot)
	}
	if got := h.mustGet(t, "healthz"); got.code != http.StatusOK || field(t, got, "targets") != "2" || field(t, got, "status") != "ok" {
		t.Errorf("health %s", got.body)
	}
	reuse(t, h, a, root)
}

// reuse publishes targets whose files are on the server already.
func reuse(t *testing.T, h *Host, a *author, root []byte) {
	next := metadata.Targets(a.now.AddDate(0, 3, 0))
	next.Signed.Version = 3
	p := a.fill(next, "v1")
	p.Files = nil
	h.publish(t, http.StatusOK, p, 2)
	if got := h.inForce(t, root); got != "v1" {
		t.Error(got)
	}
}

func snapshotPath(t *testing.T, h *Host) string {
	t.Helper()
	return fmt.Sprintf("metadata/%d.snapshot.json", stamp(t, h).Signed.Meta["snapshot.json"].Version)
}

func stamp(t *testing.T, h *Host) *metadata.Metadata[metadata.TimestampType] {
	t.Helper()
	stamp, err := metadata.Timestamp().FromBytes(h.mustGet(t, "metadata/timestamp.json").body)
	if err != nil {
		t.Fatal(err)
	}
	return stamp
}

// again: the same publication twice changes nothing, an older one is refused.
func again(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	second := a.targets(2)
	h.publish(t, http.StatusOK, second, 1)
	before := h.mustGet(t, "metadata/timestamp.json")
	if got := h.publish(t, http.StatusOK, second, 1); field(t, got, "new") != "false" || field(t, got, "targets") != "2" {
		t.Errorf("%s", got.body)
	}
	if after := h.mustGet(t, "metadata/timestamp.json"); string(after.body) != string(before.body) {
		t.Error("publishing again changed the timestamp")
	}
	h.publish(t, http.StatusPreconditionFailed, a.targets(1), 0)
	h.publish(t, http.StatusConflict, a.targets(1), 2)
	other := metadata.Targets(a.now.AddDate(0, 3, 0))
	other.Signed.Version = 2
	h.publish(t, http.StatusConflict, a.fill(other, "other"), 2)
	if got := h.inForce(t, root); got != "v2" {
		t.Error(got)
	}
}

// conflict: of admins who publish at once, each after the same version, one succeeds.
func conflict(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	const admins = 6
	codes := make([]int, admins)
	offers := make([]repository.Publication, admins)
	for i := range offers {
		next := metadata.Targets(a.now.AddDate(0, 3, 0))
		next.Signed.Version = 2
		offers[i] = a.fill(next, fmt.Sprintf("admin-%d", i))
	}
	var all sync.WaitGroup
	for i := range offers {
		all.Go(func() {
			got, err := h.post(t.Context(), offers[i], 1)
			if err != nil {
				t.Error(err)
			}
			codes[i] = got.code
		})
	}
	all.Wait()
	won := ""
	for i, code := range codes {
		switch {
		case code == http.StatusOK && won == "":
			won = fmt.Sprintf("admin-%d", i)
		case code != http.StatusPreconditionFailed:
			t.Errorf("admin %d: answer %d", i, code)
		}
	}
	if got := h.inForce(t, root); got != won || won == "" {
		t.Errorf("%q is in force, %q was told so", got, won)
	}
}
