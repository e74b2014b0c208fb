package bundle_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle"
)

// start is a device that was shipped version 1 and has fetched version 2.
func start(t *testing.T) (*world, bundle.Memory, bundle.Package, *bundle.Client) {
	t.Helper()
	w := newWorld(t)
	w.Publish("1")
	packaged, store := w.Packaged(), bundle.Memory{}
	client := w.device(store, packaged)
	w.Publish("2")
	expect(t, client, true, nil, "2")
	return w, store, packaged, client
}

// expect updates and says what must come of it: changed or not, the error's class, and the version in force.
func expect(t *testing.T, client *bundle.Client, changed bool, class error, version string) {
	t.Helper()
	got, err := client.Update(t.Context())
	if got != changed || !errors.Is(err, class) || (class == nil) != (err == nil) {
		t.Errorf("update: changed %v, error %v; want %v, %v", got, err, changed, class)
	}
	inForce(t, client, version)
}

func inForce(t *testing.T, client *bundle.Client, version string) {
	t.Helper()
	now := client.Current()
	if now == nil {
		t.Errorf("nothing is in force, want version %s", version)
	} else if sizes := []int{len(now.Rules), len(now.Texts), len(now.Lessons)}; now.Version != version || slices.Contains(sizes, 0) {
		t.Errorf("in force is version %s, its files of %d bytes; want version %s", now.Version, sizes, version)
	}
}

func TestUpdate(t *testing.T) {
	w, store, packaged, client := start(t)
	expect(t, client, false, nil, "2")
	now := client.Current()
	if now.Source != bundle.Fetched || !now.Dev || now.Revoked || now.Fresh != w.Now.Add(24*time.Hour) || now.Targets != 2 {
		t.Errorf("in force: %+v", now)
	}
	again := w.device(store, packaged)
	inForce(t, again, "2")
	if again.Current().Source != bundle.Stored || !again.Current().Fresh.Equal(now.Fresh) {
		t.Errorf("after a start: %+v", again.Current())
	}
	expect(t, again, false, nil, "2")
}

func TestOldBundlesLoad(t *testing.T) {
	w, store, packaged, _ := start(t)
	w.Now = w.Now.Add(5 * 365 * 24 * time.Hour)
	client := w.device(store, packaged)
	expect(t, client, false, bundle.ErrExpired, "2")
	inForce(t, w.device(bundle.Memory{}, packaged), "1")
}

func TestNothingToStartFrom(t *testing.T) {
	w := newWorld(t)
	w.Publish("1")
	client, err := bundle.Open(w.config(bundle.Memory{}, nil))
	if !errors.Is(err, bundle.ErrNone) || client.Current() != nil {
		t.Fatalf("open: %v", err)
	}
	expect(t, client, true, nil, "1")
}

// TestOwnRoot: an admin's root starts a state of its own, with the packaged rules until the first update.
func TestOwnRoot(t *testing.T) {
	_, store, packaged, _ := start(t)
	own := newWorld(t)
	own.Now = own.Now.Add(time.Hour)
	own.Root = nil
	own.Rotate([]string{"dev-2", "dev-3"}, "dev-1")
	own.First = own.Files["metadata/1.root.json"]
	own.Publish("own")
	client := own.device(store, packaged)
	inForce(t, client, "1")
	expect(t, client, true, nil, "own")
	inForce(t, own.device(store, packaged), "own")
}

// TestNewRelease: a release ships a newer root of the same line; what the device holds stays its floor.
func TestNewRelease(t *testing.T) {
	w, store, packaged, client := start(t)
	w.Rotate([]string{"dev-1", "dev-2"}, "dev-3")
	w.Publish("3")
	shipped := w.Packaged()
	w.Publish("4")
	expect(t, client, true, nil, "4")
	w.First = w.Files["metadata/2.root.json"]
	inForce(t, w.device(store, shipped), "4")
	inForce(t, w.device(bundle.Memory{}, shipped), "3")
	w.First = w.Files["metadata/1.root.json"]
	inForce(t, w.device(store, packaged), "4")
}

// TestNewerPackage: a release ships rules that are newer than the stored ones.
func TestNewerPackage(t *testing.T) {
	w, store, _, _ := start(t)
	w.Publish("3")
	client := w.device(store, w.Packaged())
	inForce(t, client, "3")
	if client.Current().Source != bundle.Packaged {
		t.Errorf("source %s", client.Current().Source)
	}
	expect(t, client, false, nil, "3")
	inForce(t, w.device(store, nil), "3")
}

func TestNeedsNewerEngine(t *testing.T) {
	w, store, packaged, _ := start(t)
	config := w.config(store, packaged)
	config.Engine = 0
	client, err := bundle.Open(config)
	if !errors.Is(err, bundle.ErrNone) || !errors.Is(err, bundle.ErrUnfit) {
		t.Fatalf("open: %v", err)
	}
	if _, err := client.Update(t.Context()); !errors.Is(err, bundle.ErrEngine) || !errors.Is(err, bundle.ErrUnfit) {
		t.Errorf("update: %v", err)
	}
}

// TestQuietWeeks: nobody publishes, the keeper refreshes, and devices stay fresh.
func TestQuietWeeks(t *testing.T) {
	w, _, _, client := start(t)
	for range 20 {
		w.Now = w.Now.Add(23 * time.Hour)
		w.Refresh()
		expect(t, client, false, nil, "2")
		if fresh := client.Current().Fresh; !fresh.Equal(w.Now.Add(24 * time.Hour)) {
			t.Fatalf("fresh until %s", fresh)
		}
	}
}
