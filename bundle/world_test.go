package bundle_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

var morning = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

// world is a repository, the admins who sign it, and the clock.
type world struct {
	t        *testing.T
	now      time.Time
	admins   []string // who may sign, two are needed
	online   string
	files    server
	root     *metadata.Metadata[metadata.RootType]
	rootless []byte // the root as the device was shipped it
}

func newWorld(t *testing.T) *world {
	w := &world{t: t, now: morning, admins: []string{"dev-1", "dev-2", "dev-3"}, online: "dev-online", files: server{}}
	w.rotate(w.admins, w.online)
	w.rootless = w.files["metadata/1.root.json"]
	return w
}

// rotate writes the next root, signed as the last one demands and by its own keys.
func (w *world) rotate(admins []string, online string) {
	next := metadata.Root(w.now.Add(365 * 24 * time.Hour))
	signers := admins
	if w.root != nil {
		next.Signed.Version = w.root.Signed.Version + 1
		signers = append(append([]string{}, w.admins...), admins...)
	}
	for _, role := range []string{"root", "targets"} {
		w.name(next, role, 2, admins...)
	}
	for _, role := range []string{"snapshot", "timestamp"} {
		w.name(next, role, 1, online)
	}
	w.root, w.admins, w.online = next, admins, online
	w.files[repository.RootPath(next.Signed.Version)] = sign(w.t, next, signers...)
}

func (w *world) name(root *metadata.Metadata[metadata.RootType], role string, threshold int, names ...string) {
	root.Signed.Roles[role].Threshold = threshold
	for _, name := range names {
		key, err := metadata.KeyFromPublicKey(devkeys.Key(name).Public())
		w.must(err)
		w.must(root.Signed.AddKey(key, role))
	}
}

func sign[T metadata.Roles](t *testing.T, file *metadata.Metadata[T], names ...string) []byte {
	t.Helper()
	for _, name := range names {
		if err := repository.Sign(file, devkeys.Key(name)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := file.ToBytes(false)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// contents are the files of a channel by a version's name.
func contents(version string) map[string][]byte {
	files := map[string][]byte{}
	for _, file := range bundle.Files {
		files[file] = pack([]byte(fmt.Sprintf(`{"format":1,"file":%q,"version":%q}`, file, version)))
	}
	return files
}

func pack(data []byte) []byte {
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	zip.Write(data)
	zip.Close()
	return out.Bytes()
}

// targets is unsigned metadata for one channel.
func (w *world) targets(number int64, version string, packed map[string][]byte) *metadata.Metadata[metadata.TargetsType] {
	next := metadata.Targets(w.now.Add(90 * 24 * time.Hour))
	next.Signed.Version = number
	note, err := json.Marshal(bundle.Custom{Version: version, Engine: 1, Created: w.now})
	w.must(err)
	for file, data := range packed {
		name := bundle.TargetPath("stable", file)
		target, err := metadata.TargetFile().FromBytes(name, data, "sha256")
		w.must(err)
		target.Custom = (*json.RawMessage)(&note)
		next.Signed.Targets[name] = target
	}
	return next
}

// publish puts a version on the server, as admins and keeper do it.
func (w *world) publish(version string) {
	w.t.Helper()
	state := w.state()
	packed := contents(version)
	next := w.targets(state.TargetsVersion()+1, version, packed)
	w.accept(state, sign(w.t, next, w.admins[:2]...), w.placed(next, packed))
}

// placed are the files of a channel under the names they have on the server.
func (w *world) placed(targets *metadata.Metadata[metadata.TargetsType], packed map[string][]byte) map[string][]byte {
	files := map[string][]byte{}
	for file, data := range packed {
		name := bundle.TargetPath("stable", file)
		files[repository.FilePath(name, targets.Signed.Targets[name])] = data
	}
	return files
}

func (w *world) accept(state repository.State, targets []byte, files map[string][]byte) {
	w.t.Helper()
	written, err := repository.Accept(state, repository.Publication{Targets: targets, Files: files}, w.has, w.key(), w.now)
	w.must(err)
	maps.Copy(w.files, written)
}

func (w *world) has(path string) bool    { return w.files[path] != nil }
func (w *world) key() ed25519.PrivateKey { return devkeys.Key(w.online) }

func (w *world) state() repository.State {
	w.t.Helper()
	state, err := repository.Load(func(path string) ([]byte, error) { return w.files[path], nil })
	w.must(err)
	return state
}

func (w *world) refresh() {
	w.t.Helper()
	written, err := repository.Refresh(w.state(), w.key(), w.now)
	w.must(err)
	maps.Copy(w.files, written)
}

// packaged is what a release ships of the present state.
func (w *world) packaged() bundle.Package {
	shipped := bundle.Package{"root.json": w.files["metadata/1.root.json"], "targets.json": w.state().Targets}
	for version := w.root.Signed.Version; version > 1; version-- {
		shipped[fmt.Sprintf("%d.root.json", version)] = w.files[repository.RootPath(version)]
	}
	targets, err := metadata.Targets().FromBytes(shipped["targets.json"])
	w.must(err)
	for name, target := range targets.Signed.Targets {
		shipped[path.Base(name)] = w.files[repository.FilePath(name, target)]
	}
	return shipped
}

// device is a client in its world.
func (w *world) device(store bundle.Store, packaged bundle.Package) *bundle.Client {
	w.t.Helper()
	client, err := bundle.Open(w.config(store, packaged))
	w.must(err)
	return client
}

func (w *world) config(store bundle.Store, packaged bundle.Package) bundle.Config {
	return bundle.Config{Root: w.rootless, Packaged: packaged, Channel: "stable", Engine: 1, Store: store, Fetch: w.files, Now: func() time.Time { return w.now }}
}

// server is a static host.
type server map[string][]byte

func (s server) Fetch(_ context.Context, path string, max int64) ([]byte, error) {
	data, ok := s[path]
	if !ok {
		return nil, &bundle.Error{File: path, Class: bundle.ErrNotFound}
	}
	return data, nil
}
