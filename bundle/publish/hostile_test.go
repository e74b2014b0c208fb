package publish

import (
	"errors"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/bundle/web"
)

// device has read a site once.
func device(t *testing.T, w Workspace, site string, now *time.Time) *bundle.Client {
	t.Helper()
	client, _ := bundle.Open(bundle.Config{Root: state(t, w).Roots[0], Channel: "stable", Engine: math.MaxInt32,
		Store: bundle.Memory{}, Fetch: web.Folder(site), Now: func() time.Time { return *now }})
	if _, err := client.Update(t.Context()); err != nil {
		t.Fatal(err)
	}
	return client
}

// forge writes a timestamp and a snapshot of a version that nobody signed.
func forge(t *testing.T, site string, version int64) {
	t.Helper()
	stamp, snapshot := metadata.Timestamp(morning), metadata.Snapshot(morning)
	stamp.Signed.Version, stamp.Signed.Meta["snapshot.json"].Version = version, version
	snapshot.Signed.Version = version
	for name, write := range map[string]func(bool) ([]byte, error){"metadata/timestamp.json": stamp.ToBytes, repository.SnapshotPath(version): snapshot.ToBytes} {
		data, err := write(false)
		if err == nil {
			err = os.WriteFile(filepath.Join(site, filepath.FromSlash(name)), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestPlantedTargets: targets that no admins signed, or that have another version than their name, refuse no publication.
func TestPlantedTargets(t *testing.T) {
	w, p := published(t)
	site, none := t.TempDir(), repository.Publication{}
	if err := bring(t, w, none, site, morning); err != nil {
		t.Fatal(err)
	}
	draft, err := Again(p.Targets, morning)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"99.targets.json": draft, "98.targets.json": p.Targets, "97.targets.json": signed(t, draft, "dev-1", "stranger")} {
		if err := WriteFile(filepath.Join(site, "metadata", name), data); err != nil {
			t.Fatal(err)
		}
	}
	if err := bring(t, w, none, site, morning.Add(time.Hour)); err != nil {
		t.Error(err)
	}
}

// TestInconsistentRoot: a root that would send devices to files that are not there is not published.
func TestInconsistentRoot(t *testing.T) {
	w, _ := published(t)
	root, err := bundle.ReadRoot(nextRoot(t, w))
	if err != nil {
		t.Fatal(err)
	}
	root.Signed.ConsistentSnapshot = false
	draft, err := root.ToBytes(true)
	if err != nil {
		t.Fatal(err)
	}
	next := repository.Publication{Roots: [][]byte{signed(t, draft, "dev-1", "dev-2")}}
	if _, err := repository.Accept(state(t, w), next, w.Has, devkeys.Key("dev-night"), morning); !errors.Is(err, bundle.ErrFormat) {
		t.Errorf("%v", err)
	}
}

// TestForgedVersion: a host without a key cannot drive the versions that the next refresh signs to where none is left.
func TestForgedVersion(t *testing.T) {
	w, _ := published(t)
	site, none, now := t.TempDir(), repository.Publication{}, morning.Add(time.Hour)
	if err := bring(t, w, none, site, now); err != nil {
		t.Fatal(err)
	}
	reader := device(t, w, site, &now)
	for _, version := range []int64{1<<32 - 1, 1 << 40} {
		forge(t, site, version)
		now = now.Add(5 * 24 * time.Hour) // a new snapshot too
		if err := bring(t, w, none, site, now); err != nil {
			t.Fatal(err)
		}
		stamp, err := metadata.Timestamp().FromBytes(state(t, w).Timestamp)
		if err != nil || stamp.Signed.Version > now.Unix()+2 {
			t.Errorf("signed version %d, %v", stamp.Signed.Version, err)
		}
		if _, err := reader.Update(t.Context()); err != nil {
			t.Errorf("a device that read before: %v", err)
		}
	}
}
