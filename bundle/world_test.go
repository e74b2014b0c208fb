package bundle_test

import (
	"testing"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
)

var morning = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

// world is a repository with devices that read it.
type world struct{ *bundletest.World }

func newWorld(t testing.TB) *world { return &world{bundletest.New(t, morning)} }

// device is a client in its world.
func (w *world) device(store bundle.Store, packaged bundle.Package) *bundle.Client {
	w.T.Helper()
	client, err := bundle.Open(w.config(store, packaged))
	w.Must(err)
	return client
}

func (w *world) config(store bundle.Store, packaged bundle.Package) bundle.Config {
	return bundle.Config{Root: w.First, Packaged: packaged, Channel: "stable", Engine: 1, Store: store, Fetch: w.Files, Now: func() time.Time { return w.Now }}
}
