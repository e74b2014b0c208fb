// Package bundletest is a small repository that tests make, change and attack: signed on the fly, read from memory or over
// http. Its keys are the development keys and others of the same kind. Only tests import it.
package bundletest

import (
	"crypto/ed25519"
	"fmt"
	"maps"
	"path"
	"slices"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// World is a repository, the admins who sign it, and the clock. What is in it may be changed at any time.
type World struct {
	T      testing.TB
	Now    time.Time
	Admins []string // who may sign, two are needed
	Online string
	Files  Files
	Root   *metadata.Metadata[metadata.RootType] // the newest
	First  []byte                                // the root as the device was shipped it
}

// New is a world with a first root and nothing published yet.
func New(t testing.TB, now time.Time) *World {
	w := &World{T: t, Now: now, Admins: []string{"dev-1", "dev-2", "dev-3"}, Online: "dev-online", Files: Files{}}
	w.Rotate(w.Admins, w.Online)
	w.First = w.Files["metadata/1.root.json"]
	return w
}

// Must ends the test on an error.
func (w *World) Must(err error) {
	w.T.Helper()
	if err != nil {
		w.T.Fatal(err)
	}
}

// Rotate writes the next root, signed as the last one demands and by its own keys.
func (w *World) Rotate(admins []string, online string) {
	next := metadata.Root(w.Now.Add(365 * 24 * time.Hour))
	signers := admins
	if w.Root != nil {
		next.Signed.Version = w.Root.Signed.Version + 1
		signers = slices.Concat(w.Admins, admins)
	}
	for _, role := range []string{"root", "targets"} {
		w.Name(next, role, 2, admins...)
	}
	for _, role := range []string{"snapshot", "timestamp"} {
		w.Name(next, role, 1, online)
	}
	w.Root, w.Admins, w.Online = next, admins, online
	w.Files[repository.RootPath(next.Signed.Version)] = Sign(w.T, next, signers...)
}

// NextRoot writes the next root: the last one with a change, signed by whom it says.
func (w *World) NextRoot(change func(*metadata.Metadata[metadata.RootType]), signers ...string) {
	last := repository.RootPath(w.Root.Signed.Version)
	next := repository.RootPath(w.Root.Signed.Version + 1)
	w.Files[next] = w.Files[last]
	w.Root = Edit(w, next, func(root *metadata.Metadata[metadata.RootType]) {
		root.Signed.Version++
		change(root)
	}, signers...)
}

// Name makes a root trust keys for a role, and no others.
func (w *World) Name(root *metadata.Metadata[metadata.RootType], role string, threshold int, names ...string) {
	root.Signed.Roles[role].Threshold, root.Signed.Roles[role].KeyIDs = threshold, nil
	for _, name := range names {
		w.Must(root.Signed.AddKey(Key(w.T, name), role))
	}
}

// Targets is unsigned metadata for the stable channel.
func (w *World) Targets(number int64, version string, packed map[string][]byte) *metadata.Metadata[metadata.TargetsType] {
	next := metadata.Targets(w.Now.Add(90 * 24 * time.Hour))
	next.Signed.Version = number
	for file, data := range packed {
		name := bundle.TargetPath("stable", file)
		next.Signed.Targets[name] = describe(w, name, version, data)
	}
	return next
}

// Publish puts a version on the server, as admins and keeper do it.
func (w *World) Publish(version string) {
	w.T.Helper()
	state := w.State()
	packed := Contents(version)
	next := w.Targets(state.TargetsVersion()+1, version, packed)
	w.accept(state, Sign(w.T, next, w.Admins[:2]...), w.Placed(next, packed))
}

// Placed are the files of the stable channel under the names they have on the server.
func (w *World) Placed(targets *metadata.Metadata[metadata.TargetsType], packed map[string][]byte) map[string][]byte {
	files := map[string][]byte{}
	for file, data := range packed {
		name := bundle.TargetPath("stable", file)
		files[repository.FilePath(name, targets.Signed.Targets[name])] = data
	}
	return files
}

func (w *World) accept(state repository.State, targets []byte, files map[string][]byte) {
	w.T.Helper()
	written, err := repository.Accept(state, repository.Publication{Targets: targets, Files: files}, w.has, w.key(), w.Now)
	w.Must(err)
	maps.Copy(w.Files, written)
}

func (w *World) has(path string) bool    { return w.Files[path] != nil }
func (w *World) key() ed25519.PrivateKey { return devkeys.Key(w.Online) }

// State is what is on the server.
func (w *World) State() repository.State {
	w.T.Helper()
	state, err := repository.Load(func(path string) ([]byte, error) { return w.Files[path], nil })
	w.Must(err)
	return state
}

// Refresh signs anew, as the keeper's clock does.
func (w *World) Refresh() {
	w.T.Helper()
	written, err := repository.Refresh(w.State(), w.key(), w.Now)
	w.Must(err)
	maps.Copy(w.Files, written)
}

// Packaged is what a release ships of the present state.
func (w *World) Packaged() bundle.Package {
	shipped := bundle.Package{"root.json": w.Files["metadata/1.root.json"], "targets.json": w.State().Targets}
	for version := w.Root.Signed.Version; version > 1; version-- {
		shipped[fmt.Sprintf("%d.root.json", version)] = w.Files[repository.RootPath(version)]
	}
	targets, err := metadata.Targets().FromBytes(shipped["targets.json"])
	w.Must(err)
	for name, target := range targets.Signed.Targets {
		shipped[path.Base(name)] = w.Files[repository.FilePath(name, target)]
	}
	return shipped
}
