package bundle_test

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
	"github.com/bonton/bonton/bundle/repository"
)

// attack is what a thief does to the server of a device that has version 2 in force, and what must come of it. Version 3
// is on the server when he comes.
type attack struct {
	name  string
	does  func(w *world)
	class error
}

// attacks that leave version 2 in force.
var attacks = []attack{
	{"changed byte in the targets", func(w *world) { w.change("metadata/3.targets.json", `"version":3`, `"version":4`) }, bundle.ErrHash},
	{"changed byte in the snapshot", func(w *world) { w.change("metadata/3.snapshot.json", `"version":3`, `"version":9`) }, bundle.ErrHash},
	{"changed byte in the timestamp", func(w *world) { w.change("metadata/timestamp.json", "2026", "2029") }, bundle.ErrSignatures},
	{"changed byte in the rules", func(w *world) { w.file(bundle.Rules)[20] ^= 1 }, bundle.ErrHash},
	{"changed byte in the texts", func(w *world) { w.file(bundle.Texts)[20] ^= 1 }, bundle.ErrHash},
	{"changed byte in the lessons", func(w *world) { w.file(bundle.Lessons)[20] ^= 1 }, bundle.ErrHash},
	{"changed byte in the root", func(w *world) {
		w.secondRoot("dev-1", "dev-2")
		w.change("metadata/2.root.json", `"expires":"2027`, `"expires":"2037`)
	}, bundle.ErrSignatures},
	{"unsigned root", func(w *world) { w.secondRoot() }, bundle.ErrSignatures},
	{"unsigned snapshot", func(w *world) { w.snapshot(w.Now.Add(time.Hour)) }, bundle.ErrSignatures},
	{"unsigned targets", func(w *world) { w.offer(3, "3") }, bundle.ErrSignatures},
	{"targets signed by a stranger", func(w *world) { w.offer(3, "3", "stranger", "other") }, bundle.ErrSignatures},
	{"one signature of two", func(w *world) { w.offer(3, "3", "dev-1") }, bundle.ErrSignatures},
	{"one signature twice", func(w *world) { w.offer(3, "3", "dev-1"); w.twice("metadata/3.targets.json") }, bundle.ErrFormat},
	{"targets signed by the online key", func(w *world) { w.offer(3, "3", "dev-online", "dev-1") }, bundle.ErrSignatures},
	{"unsigned timestamp", func(w *world) { w.Stamp(9, 3) }, bundle.ErrSignatures},
	{"timestamp signed by a stranger", func(w *world) { w.Stamp(9, 3, "stranger") }, bundle.ErrSignatures},
	{"snapshot signed by a stranger", func(w *world) { w.snapshot(w.Now.Add(time.Hour), "stranger") }, bundle.ErrSignatures},
	{"root signed by a stranger", func(w *world) { w.forgeRoot("stranger", "other") }, bundle.ErrSignatures},
	{"root signed by one of two", func(w *world) { w.forgeRoot("dev-1") }, bundle.ErrSignatures},
	{"a key under the id of another", func(w *world) {
		w.secondRoot()
		bundletest.Edit(w.World, "metadata/2.root.json", func(root *metadata.Metadata[metadata.RootType]) {
			root.Signed.Keys[root.Signed.Roles["root"].KeyIDs[1]].Value.PublicKey = bundletest.Key(w.T, "stranger").Value.PublicKey
		}, "dev-1", "dev-3")
	}, bundle.ErrFormat},
	{"older root as the next one", func(w *world) { w.Files["metadata/2.root.json"] = w.Files["metadata/1.root.json"] }, bundle.ErrVersion},
	{"older timestamp", func(w *world) { w.Stamp(1, 3, "dev-online") }, bundle.ErrOlder},
	{"older snapshot behind a new timestamp", func(w *world) { w.Stamp(9, 1, "dev-online") }, bundle.ErrOlder},
	{"older targets behind a new snapshot", func(w *world) { w.Shoot(9, 1); w.Stamp(9, 9, "dev-online") }, bundle.ErrOlder},
	{"mixed snapshots", func(w *world) { w.Files["metadata/3.snapshot.json"] = w.Files["metadata/2.snapshot.json"] }, bundle.ErrHash},
	{"mixed targets", func(w *world) { w.Files["metadata/3.targets.json"] = w.Files["metadata/2.targets.json"] }, bundle.ErrHash},
	{"rules of another version", func(w *world) { w.put(bundle.Rules, bundletest.Contents("2")[bundle.Rules]) }, bundle.ErrHash},
	{"timestamp that never ends", func(w *world) { w.late() }, bundle.ErrFormat},
	{"frozen timestamp", func(w *world) { w.Now = w.Now.Add(25 * time.Hour) }, bundle.ErrExpired},
	{"frozen snapshot", func(w *world) { w.snapshot(w.Now.Add(-time.Hour), "dev-online") }, bundle.ErrExpired},
	{"frozen targets", func(w *world) {
		bundletest.Edit(w.World, "metadata/3.targets.json", func(targets *metadata.Metadata[metadata.TargetsType]) {
			targets.Signed.Expires = w.Now.Add(-time.Hour)
		}, "dev-1", "dev-2")
		w.Lead(9, 3)
	}, bundle.ErrExpired},
	{"endless timestamp", func(w *world) { w.Files["metadata/timestamp.json"] = make([]byte, 1<<20) }, bundle.ErrTooLarge},
	{"endless root", func(w *world) { w.Files["metadata/2.root.json"] = make([]byte, 8<<20) }, bundle.ErrTooLarge},
	{"endless rules", func(w *world) { w.put(bundle.Rules, make([]byte, 1<<20)) }, bundle.ErrTooLarge},
	{"truncated timestamp", func(w *world) { w.cut("metadata/timestamp.json") }, bundle.ErrFormat},
	{"truncated snapshot", func(w *world) { w.cut("metadata/3.snapshot.json") }, bundle.ErrLength},
	{"truncated targets", func(w *world) { w.cut("metadata/3.targets.json") }, bundle.ErrLength},
	{"truncated rules", func(w *world) { w.put(bundle.Rules, w.file(bundle.Rules)[:20]) }, bundle.ErrLength},
	{"empty answer", func(w *world) { w.Files["metadata/timestamp.json"] = nil }, bundle.ErrFormat},
	{"HTML instead of the timestamp", func(w *world) { w.Files["metadata/timestamp.json"] = []byte("<!doctype html><p>Log in") }, bundle.ErrFormat},
	{"HTML instead of the root", func(w *world) { w.Files["metadata/2.root.json"] = []byte("<!doctype html><p>404") }, bundle.ErrFormat},
	{"deeply nested JSON", func(w *world) { w.Files["metadata/2.root.json"] = []byte(strings.Repeat("[", 99999)) }, bundle.ErrFormat},
	{"null in a root", func(w *world) {
		w.Files["metadata/2.root.json"] = []byte(`{"signed":{"_type":"root","version":2,"roles":{"root":null},"keys":{"a":null}},"signatures":[]}`)
	}, bundle.ErrFormat},
	{"targets are gone", func(w *world) { delete(w.Files, "metadata/3.targets.json") }, bundle.ErrNotFound},
	{"rules are gone", func(w *world) { delete(w.Files, w.path(bundle.Rules)) }, bundle.ErrNotFound},
	{"a channel without texts", func(w *world) {
		packed := bundletest.Contents("4")
		delete(packed, bundle.Texts)
		w.sneak(packed)
	}, bundle.ErrIncomplete},
	{"rules that unpack to too much", func(w *world) {
		packed := bundletest.Contents("4")
		packed[bundle.Rules] = bundletest.Pack(bytes.Repeat([]byte(" "), 17<<20))
		w.sneak(packed)
	}, bundle.ErrTooLarge},
	{"rules that are no gzip", func(w *world) {
		packed := bundletest.Contents("4")
		packed[bundle.Rules] = []byte("{}")
		w.sneak(packed)
	}, bundle.ErrFormat},
	{"rules that are too large", func(w *world) {
		packed := bundletest.Contents("4")
		packed[bundle.Rules] = make([]byte, 5<<20)
		w.sneak(packed)
	}, bundle.ErrTooLarge},
}

func TestAttacks(t *testing.T) {
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			w, store, packaged, client := start(t)
			w.Publish("3")
			good := maps.Clone(w.Files)
			a.does(w)
			expect(t, client, false, a.class, "2")
			again := w.device(store, packaged)
			inForce(t, again, "2")
			w.recover(good)
			expect(t, again, true, nil, "3")
		})
	}
}

// recover is what the admins do after a theft of the online key: they put their files back, give another online key in a
// new root, and publish beyond what the thief may have made of their own signatures.
func (w *world) recover(good map[string][]byte) {
	clear(w.Files)
	maps.Copy(w.Files, good)
	w.Rotate(w.Admins, "new-online")
	w.Publish("3")
	w.Publish("3")
}

func (w *world) change(path, old, replacement string) {
	w.Files[path] = bytes.Replace(w.Files[path], []byte(old), []byte(replacement), 1)
}

func (w *world) cut(path string) { w.Files[path] = w.Files[path][:len(w.Files[path])/2] }

func (w *world) path(file string) string {
	targets, err := metadata.Targets().FromBytes(w.Files["metadata/3.targets.json"])
	w.Must(err)
	name := bundle.TargetPath("stable", file)
	return repository.FilePath(name, targets.Signed.Targets[name])
}

func (w *world) file(name string) []byte {
	data := bytes.Clone(w.Files[w.path(name)])
	w.put(name, data)
	return data
}

func (w *world) put(name string, data []byte) { w.Files[w.path(name)] = data }

// offer puts targets of a version on the server that are signed by these keys, with a snapshot and a timestamp that lead
// there: the thief has the online key.
func (w *world) offer(number int64, version string, names ...string) {
	w.Files[repository.TargetsPath(number)] = bundletest.Sign(w.T, w.Targets(number, version, bundletest.Contents(version)), names...)
	w.Shoot(8, number)
	w.Stamp(8, 8, "dev-online")
}

// secondRoot is like the first, signed by whom it says.
func (w *world) secondRoot(names ...string) {
	const path = "metadata/2.root.json"
	w.Files[path] = w.First
	bundletest.Edit(w.World, path, func(root *metadata.Metadata[metadata.RootType]) { root.Signed.Version = 2 }, names...)
}

// snapshot is the newest one with an end, signed by whom it says; the timestamp leads there.
func (w *world) snapshot(ends time.Time, names ...string) {
	bundletest.Edit(w.World, "metadata/3.snapshot.json", func(snapshot *metadata.Metadata[metadata.SnapshotType]) {
		snapshot.Signed.Expires = ends
	}, names...)
	w.Stamp(9, 3, w.Online)
}

// late is the newest timestamp, signed to end when nobody uses it any more: the thief has the online key.
func (w *world) late() {
	bundletest.Edit(w.World, bundletest.TimestampPath, func(stamp *metadata.Metadata[metadata.TimestampType]) {
		stamp.Signed.Expires = time.Date(2099, 1, 1, 0, 0, 0, 0, time.UTC)
	}, w.Online)
}

func (w *world) twice(path string) {
	file, err := metadata.Targets().FromBytes(w.Files[path])
	w.Must(err)
	file.Signatures = append(file.Signatures, file.Signatures[0])
	w.Files[path] = bundletest.Sign(w.T, file)
	w.Shoot(9, file.Signed.Version)
	w.Stamp(9, 9, "dev-online")
}

func (w *world) forgeRoot(names ...string) {
	forged := metadata.Root(w.Now.Add(time.Hour))
	forged.Signed.Version = 2
	for _, role := range []string{"root", "targets", "snapshot", "timestamp"} {
		w.Name(forged, role, 1, names...)
	}
	w.Files["metadata/2.root.json"] = bundletest.Sign(w.T, forged, names...)
}

// sneak publishes what the keeper would refuse, rightly signed.
func (w *world) sneak(packed map[string][]byte) {
	next := w.Targets(4, "4", packed)
	maps.Copy(w.Files, w.Placed(next, packed))
	w.Files[repository.TargetsPath(4)] = bundletest.Sign(w.T, next, "dev-1", "dev-2")
	w.Shoot(8, 4)
	w.Stamp(8, 8, "dev-online")
}

// TestFrozenRoot: a root that has ended stops updates, also those that it vouches for, until the next one comes.
func TestFrozenRoot(t *testing.T) {
	w, store, packaged, client := start(t)
	w.Publish("3")
	w.NextRoot(func(root *metadata.Metadata[metadata.RootType]) { root.Signed.Expires = w.Now.Add(-time.Hour) }, "dev-1", "dev-2")
	expect(t, client, false, bundle.ErrExpired, "2")
	again := w.device(store, packaged)
	inForce(t, again, "2")
	w.Rotate(w.Admins, w.Online)
	expect(t, again, true, nil, "3")
}

// TestUnreadRoot: whoever keeps the next root from being read keeps nothing else back, and gains nothing by it: what the
// new online key signs does not fit the old root.
func TestUnreadRoot(t *testing.T) {
	w, store, packaged, _ := start(t)
	config := w.config(store, packaged)
	config.Fetch = unreadRoots{w.Files}
	client, err := bundle.Open(config)
	w.Must(err)
	w.Publish("3")
	expect(t, client, true, nil, "3")
	w.Rotate(w.Admins, "new-online")
	w.Publish("4")
	expect(t, client, false, bundle.ErrSignatures, "3")
	if _, err := client.Update(t.Context()); err == nil || !strings.Contains(err.Error(), "2.root.json") {
		t.Errorf("%v does not name the root", err)
	}
	expect(t, w.device(store, packaged), true, nil, "4")
}

// unreadRoots is a host whose answers for roots a browser cannot read.
type unreadRoots struct{ bundle.Fetcher }

func (u unreadRoots) Fetch(ctx context.Context, path string, max int64) ([]byte, error) {
	if strings.HasSuffix(path, ".root.json") {
		return nil, &bundle.Error{File: path, Class: bundle.ErrUnavailable, Detail: "Failed to fetch"}
	}
	return u.Fetcher.Fetch(ctx, path, max)
}

// TestHeldLateTimestamp: one that an older program kept does not count as news, nor when the server repeats it.
func TestHeldLateTimestamp(t *testing.T) {
	w, store, packaged, _ := start(t)
	w.late()
	for name := range store {
		if strings.HasSuffix(name, "/timestamp.json") {
			store[name] = w.Files[bundletest.TimestampPath]
		}
	}
	client := w.device(store, packaged)
	if fresh := client.Current().Fresh; !fresh.IsZero() {
		t.Errorf("fresh until %s", fresh)
	}
	expect(t, client, false, bundle.ErrFormat, "2")
	w.Publish("3")
	expect(t, client, true, nil, "3")
}

// TestRevoked: a root takes a key away. What it signed before stays in force until newer rules come, and nothing that it
// signs from then on is taken.
func TestRevoked(t *testing.T) {
	w, store, packaged, client := start(t)
	w.Rotate([]string{"dev-2", "dev-3"}, "new-online")
	w.Files[repository.TargetsPath(3)] = bundletest.Sign(t, w.Targets(3, "3", bundletest.Contents("3")), "dev-1", "dev-2")
	w.Shoot(9, 3)
	w.Stamp(9, 9, "new-online")
	expect(t, client, false, bundle.ErrSignatures, "2")
	again := w.device(store, packaged)
	inForce(t, again, "2")
	if !again.Current().Revoked {
		t.Error("the bundle in force does not say that its key was revoked")
	}
	delete(w.Files, repository.TargetsPath(3))
	w.Stamp(10, 9, "dev-online")
	expect(t, again, false, bundle.ErrSignatures, "2")
}

// TestNeverBelowAfterRotation: TUF forgets versions when the snapshot's key changes; we do not, while the admins' keys stay.
func TestNeverBelowAfterRotation(t *testing.T) {
	w, store, packaged, client := start(t)
	w.Rotate(w.Admins, "new-online")
	w.Shoot(1, 1)
	w.Stamp(1, 1, "new-online")
	expect(t, client, false, bundle.ErrOlder, "2")
	expect(t, w.device(store, packaged), false, bundle.ErrOlder, "2")
}

// TestNeverBelowPackage: cleared storage, and a server that offers less than what was shipped.
func TestNeverBelowPackage(t *testing.T) {
	w, _, _, _ := start(t)
	shipped := w.Packaged()
	w.Shoot(9, 1)
	w.Stamp(9, 9, "dev-online")
	expect(t, w.device(bundle.Memory{}, shipped), false, bundle.ErrOlder, "2")
}

// TestFastForward: a thief of the online key makes the versions huge; a new root with another online key ends it.
func TestFastForward(t *testing.T) {
	w, store, packaged, client := start(t)
	w.Shoot(1<<40, 2)
	w.Stamp(1<<40, 1<<40, "dev-online")
	expect(t, client, false, nil, "2")
	good := w.device(store, packaged)
	w.Stamp(50, 3, "dev-online")
	expect(t, good, false, bundle.ErrOlder, "2")
	w.Stamp(1<<40, 1<<40, "dev-online")
	w.Rotate(w.Admins, "new-online")
	w.Publish("3")
	expect(t, good, true, nil, "3")
	inForce(t, w.device(store, packaged), "3")
}

// TestFastForwardTargets: thieves of enough admin keys do the same to the targets; new keys end that too.
func TestFastForwardTargets(t *testing.T) {
	w, store, packaged, client := start(t)
	packed := bundletest.Contents("evil")
	next := w.Targets(1<<40, "evil", packed)
	maps.Copy(w.Files, w.Placed(next, packed))
	w.Files[repository.TargetsPath(1<<40)] = bundletest.Sign(t, next, "dev-1", "dev-2")
	w.Shoot(9, 1<<40)
	w.Stamp(9, 9, "dev-online")
	expect(t, client, true, nil, "evil")
	w.Rotate([]string{"dev-3", "new-1", "new-2"}, "new-online")
	packed = bundletest.Contents("3")
	next = w.Targets(3, "3", packed)
	maps.Copy(w.Files, w.Placed(next, packed))
	w.Files[repository.TargetsPath(3)] = bundletest.Sign(t, next, "dev-3", "new-1")
	w.Shoot(10, 3)
	w.Stamp(10, 10, "new-online")
	expect(t, w.device(store, packaged), true, nil, "3")
}

// TestClock: an hour off in either direction changes nothing for a repository that is refreshed in time.
func TestClock(t *testing.T) {
	for _, off := range []time.Duration{-time.Hour, time.Hour, -12 * time.Hour, 12 * time.Hour} {
		t.Run(off.String(), func(t *testing.T) {
			w, _, _, client := start(t)
			w.Publish("3")
			w.Now = w.Now.Add(off)
			expect(t, client, true, nil, "3")
		})
	}
}

// TestStorage: whatever happens to the storage, rules that were signed are in force, and the next update repairs it.
func TestStorage(t *testing.T) {
	w, full, packaged, _ := start(t)
	t.Run("cleared", func(t *testing.T) {
		client := w.device(bundle.Memory{}, packaged)
		inForce(t, client, "1")
		expect(t, client, true, nil, "2")
	})
	for name := range full {
		for how, damage := range map[string]func(bundle.Memory){
			"gone":    func(m bundle.Memory) { delete(m, name) },
			"changed": func(m bundle.Memory) { m[name] = append(bytes.Clone(m[name]), 'x') },
			"empty":   func(m bundle.Memory) { m[name] = []byte{} },
			"garbage": func(m bundle.Memory) { m[name] = []byte(`{"signed":null}`) },
		} {
			file := name
			if _, inside, ok := strings.Cut(name, "/"); ok {
				file = inside // the folder is the root's hash
			}
			t.Run(file+" "+how, func(t *testing.T) {
				store := maps.Clone(full)
				damage(store)
				client := w.device(store, packaged)
				if v := client.Current().Version; v != "1" && v != "2" {
					t.Errorf("version %q", v)
				}
				if _, err := client.Update(t.Context()); err != nil {
					t.Error(err)
				}
				inForce(t, client, "2")
			})
		}
	}
}

// TestForgedStorage: storage that was written by someone who has no key.
func TestForgedStorage(t *testing.T) {
	w, store, packaged, _ := start(t)
	for name := range store {
		if strings.HasSuffix(name, "stable/targets.json") {
			store[name] = bundletest.Sign(t, w.Targets(7, "evil", bundletest.Contents("evil")), "stranger", "other")
		}
		for file, data := range bundletest.Contents("evil") {
			if strings.HasSuffix(name, "stable/"+file) {
				store[name] = data
			}
		}
	}
	inForce(t, w.device(store, packaged), "1")
}

// broken is a storage that fails.
type broken struct{ bundle.Memory }

func (broken) Write(map[string][]byte) error { return errors.New("no room") }

func TestBrokenStorage(t *testing.T) {
	w, store, packaged, _ := start(t)
	w.Publish("3")
	client := w.device(broken{store}, packaged)
	expect(t, client, false, bundle.ErrStorage, "2")
}

// down is a network that fails.
type down struct{ err error }

func (d down) Fetch(context.Context, string, int64) ([]byte, error) { return nil, d.err }

func TestServerDown(t *testing.T) {
	for _, err := range []error{errors.New("no route to host"), &bundle.Error{File: "x", Class: bundle.ErrStatus, Detail: "500"}, context.Canceled} {
		w, store, packaged, _ := start(t)
		config := w.config(store, packaged)
		config.Fetch = down{err}
		client, opened := bundle.Open(config)
		w.Must(opened)
		expect(t, client, false, bundle.ErrUnavailable, "2")
	}
}
