package contract

import (
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle/repository"
)

// How many read while how many versions are published; each publication finds one of so many turns of readers reading.
const (
	readersAtOnce = 200
	publications  = 50
	turns         = 16
)

// readers: whoever reads while versions come out sees one or the other, never parts of both, and no request fails.
func readers(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	all := make([]*reader, readersAtOnce)
	var group sync.WaitGroup
	for i := range all {
		all[i] = &reader{host: h, wake: make(chan struct{}, 1)}
		group.Go(func() { all[i].run(t) })
	}
	end := sync.OnceFunc(func() {
		for _, r := range all {
			close(r.wake)
		}
		group.Wait()
	})
	defer end() // a publication that failed must leave no reader behind
	for version := int64(2); version < publications+2; version++ {
		for i := version % turns; i < readersAtOnce; i += turns {
			select {
			case all[i].wake <- struct{}{}:
			default: // it still reads
			}
		}
		h.publish(t, http.StatusOK, a.targets(version), version-1)
	}
	end()
	reads := 0
	for _, r := range all {
		reads += r.reads
		if r.targets != publications+1 {
			t.Errorf("a reader ends with targets %d", r.targets)
		}
	}
	t.Logf("%d sets read by %d readers during %d publications", reads, readersAtOnce, publications)
	if got := h.inForce(t, root); got != fmt.Sprintf("v%d", publications+1) {
		t.Error(got)
	}
}

// clock: while versions are published the clock signs anew all the time; neither undoes the other.
func clock(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	var done atomic.Bool
	var all sync.WaitGroup
	defer func() { done.Store(true); all.Wait() }() // after a publication that failed too
	for range 3 {
		all.Go(func() {
			for !done.Load() {
				if err := h.Refresh(due); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	device, err := h.device(root)
	a.must(err)
	for version := int64(2); version <= 8; version++ {
		h.publish(t, http.StatusOK, a.targets(version), version-1)
		if _, err := device.Update(t.Context()); err != nil || device.Current().Targets != version {
			t.Errorf("targets %d after %d were published: %v", device.Current().Targets, version, err)
		}
	}
}

// Interleave: whatever comes between the reading of the head and its swap is not undone, and what came late is tried again.
// The host calls what it is given just before the next swap, in a goroutine that is the server's: it must not end the test.
func Interleave(t *testing.T, h *Host, beforeSwap func(func())) {
	a := newAuthor(t)
	root := a.first(h)
	before := stamp(t, h).Signed.Version
	between := func(work func() error) {
		beforeSwap(func() {
			if err := work(); err != nil {
				t.Error(err)
			}
		})
	}
	other := func(p repository.Publication, follows int64) func() error {
		return func() error { _, err := h.wanted(t.Context(), http.StatusOK, p, follows); return err }
	}
	between(func() error { return h.Refresh(due) })
	h.publish(t, http.StatusOK, a.targets(2), 1)
	between(other(a.targets(3), 2))
	a.must(h.Refresh(due))
	if got := h.inForce(t, root); got != "v3" {
		t.Errorf("%s is in force", got)
	}
	if got := stamp(t, h).Signed.Version; got != before+4 {
		t.Errorf("timestamp %d, want 4 more than %d", got, before)
	}
	between(other(a.targets(4), 3))
	next := metadata.Targets(a.now.AddDate(0, 3, 0))
	next.Signed.Version = 4
	h.publish(t, http.StatusPreconditionFailed, a.fill(next, "too-late"), 3)
	if got := h.inForce(t, root); got != "v4" {
		t.Errorf("%s is in force", got)
	}
}
