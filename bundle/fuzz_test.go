package bundle_test

import (
	"errors"
	"testing"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
)

// FuzzRepository gives a device one broken file of the repository at a time. Whatever it is, the device must neither stop
// nor take rules that were not signed.
func FuzzRepository(f *testing.F) {
	paths := []string{"metadata/2.root.json", "metadata/timestamp.json", "metadata/2.snapshot.json", "metadata/2.targets.json"}
	seed := newWorld(f)
	seed.Publish("1")
	seed.Publish("2")
	for i, path := range paths {
		f.Add(i, seed.Files[path])
		f.Add(i, seed.Files["metadata/1.root.json"])
		f.Add(i, []byte(`{"signed":{"_type":"root","version":2,"roles":{"root":{"keyids":["a"],"threshold":1}},"keys":{"a":null}},"signatures":[]}`))
		f.Add(i, []byte(`<html>`))
	}
	for _, d := range delegations {
		delegating := newWorld(f)
		delegating.delegate(d.text)
		f.Add(3, delegating.Files["metadata/3.targets.json"])
	}
	packaged := seed.Packaged()
	f.Fuzz(func(t *testing.T, which int, data []byte) {
		files := bundletest.Files{}
		for path, good := range seed.Files {
			files[path] = good
		}
		files[paths[uint(which)%uint(len(paths))]] = data
		config := seed.config(bundle.Memory{}, packaged)
		config.Fetch = files
		client, err := bundle.Open(config)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := client.Update(t.Context()); err != nil && !errors.Is(err, bundle.ErrUntrusted) {
			t.Errorf("no class: %v", err)
		}
		if v := client.Current().Version; v != "2" {
			t.Errorf("version %q", v)
		}
	})
}

// FuzzRoot reads roots that an admin's policy gives.
func FuzzRoot(f *testing.F) {
	w := newWorld(f)
	f.Add(w.First)
	f.Add([]byte(`{"signed":{"_type":"root","roles":{},"keys":{}},"signatures":[{}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := bundle.NewChain(data); err != nil && !errors.Is(err, bundle.ErrUntrusted) {
			t.Errorf("no class: %v", err)
		}
	})
}

// FuzzTargets reads targets that travel between admins, as signing tools and servers do.
func FuzzTargets(f *testing.F) {
	w := newWorld(f)
	w.Publish("1")
	f.Add(w.Files["metadata/1.targets.json"])
	for _, d := range delegations {
		w.delegate(d.text)
		f.Add(w.Files["metadata/3.targets.json"])
	}
	line, err := bundle.NewChain(w.First)
	w.Must(err)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := bundle.ReadTargets(data); err != nil && !errors.Is(err, bundle.ErrUntrusted) {
			t.Errorf("no class: %v", err)
		}
		if _, _, err := line.Targets(data); err != nil && !errors.Is(err, bundle.ErrUntrusted) {
			t.Errorf("no class: %v", err)
		}
	})
}

// FuzzUnpack reads target files.
func FuzzUnpack(f *testing.F) {
	f.Add(bundletest.Contents("1")[bundle.Rules])
	f.Add([]byte{0x1f, 0x8b, 8, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		out, err := bundle.Unpack(bundle.Rules, data)
		if err != nil && !errors.Is(err, bundle.ErrUntrusted) {
			t.Errorf("no class: %v", err)
		}
		if int64(len(out)) > bundle.Limits[bundle.Rules].Unpacked {
			t.Errorf("%d bytes came out", len(out))
		}
	})
}
