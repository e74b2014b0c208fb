package contract

import (
	"net/http"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// soon and due are times at which a clock calls: at the first nothing is to be done, at the other the timestamp is half over.
var (
	soon = time.Now().Add(time.Hour)
	due  = time.Now().Add(13 * time.Hour)
)

// refresh: the timestamp is signed anew when it is time, and only then.
func refresh(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	before := stamp(t, h)
	if err := h.Refresh(soon); err != nil {
		t.Fatal(err)
	}
	if same := stamp(t, h); same.Signed.Version != before.Signed.Version {
		t.Error("signed anew too early")
	}
	for range 2 {
		if err := h.Refresh(due); err != nil {
			t.Fatal(err)
		}
		if next := stamp(t, h); next.Signed.Version != before.Signed.Version+1 || !next.Signed.Expires.After(due.Add(20*time.Hour)) {
			t.Errorf("version %d after %d, ends %s", next.Signed.Version, before.Signed.Version, next.Signed.Expires)
		}
	}
	if err := h.Refresh(due.Add(4 * 24 * time.Hour)); err != nil { // the snapshot is half over too
		t.Fatal(err)
	}
	if got := h.mustGet(t, "healthz"); got.code != http.StatusServiceUnavailable || field(t, got, "status") != "late" {
		t.Errorf("signed ahead of the clock: %d %s", got.code, got.body)
	}
	if err := h.Refresh(due); err != nil { // that clock was ahead, and now it is right
		t.Fatal(err)
	}
	if next := stamp(t, h); next.Signed.Expires.After(due.Add(25 * time.Hour)) {
		t.Errorf("ends %s still", next.Signed.Expires)
	}
	if got := h.inForce(t, root); got != "v1" {
		t.Error(got)
	}
	if err := h.Refresh(due.Add(91 * 24 * time.Hour)); err == nil {
		t.Error("targets that have ended were called the newest")
	}
	h.publish(t, http.StatusOK, a.targets(2), 1)
}

// roots: a new root, and with it a new online key, reaches devices that know only the first.
func roots(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	old, err := h.device(root)
	a.must(err)
	if _, err := old.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	h.publish(t, http.StatusConflict, repository.Publication{Roots: [][]byte{a.nextRoot("dev-2")}}, 1) // a key that the server lacks
	a.root.Signed.Version--
	second, third := a.nextRoot("dev-1"), a.nextRoot("dev-online")
	h.publish(t, http.StatusOK, repository.Publication{Roots: [][]byte{second}}, 1)
	h.publish(t, http.StatusOK, repository.Publication{Roots: [][]byte{second}}, 1)
	if _, err := old.Update(t.Context()); err != nil {
		t.Error(err)
	}
	p := a.targets(2)
	p.Roots = [][]byte{second, third}
	h.publish(t, http.StatusOK, p, 1)
	if _, err := old.Update(t.Context()); err != nil || old.Current().Version != "v2" {
		t.Errorf("%v, in force %s", err, old.Current().Version)
	}
	if got := h.inForce(t, root); got != "v2" {
		t.Error(got)
	}
	a.must(h.Refresh(due))
}

// restart: what was answered stays, and devices see no step back.
func restart(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	device, err := h.device(root)
	a.must(err)
	h.publish(t, http.StatusOK, a.targets(2), 1)
	if _, err := device.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	h.Restart()
	if _, err := device.Update(t.Context()); err != nil || device.Current().Source != bundle.Fetched {
		t.Errorf("%v", err)
	}
	a.must(h.Refresh(due))
	h.publish(t, http.StatusOK, a.targets(3), 2)
	if _, err := device.Update(t.Context()); err != nil || device.Current().Version != "v3" {
		t.Errorf("%v, in force %s", err, device.Current().Version)
	}
}

// Move: a device that read one server goes on with another, to which an admin gave everything later.
func Move(t *testing.T, from, to *Host) {
	a := newAuthor(t)
	root := a.first(from)
	a.must(from.Refresh(due))
	device, err := from.device(root)
	a.must(err)
	if _, err := device.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	p := a.targets(1)
	p.Roots = [][]byte{root}
	to.publish(t, http.StatusOK, p, 0)
	to.publish(t, http.StatusOK, a.targets(2), 1)
	from.URL = to.URL
	if _, err := device.Update(t.Context()); err != nil || device.Current().Version != "v2" {
		t.Errorf("%v, in force %s", err, device.Current().Version)
	}
}
