package bundletest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// Key is the public key of a name; any name has one.
func Key(t testing.TB, name string) *metadata.Key {
	t.Helper()
	key, err := metadata.KeyFromPublicKey(devkeys.Key(name).Public())
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// Sign adds signatures and answers the file's bytes.
func Sign[T metadata.Roles](t testing.TB, file *metadata.Metadata[T], names ...string) []byte {
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

// Edit changes a file on the server and signs it anew, by these names only.
func Edit[T metadata.Roles](w *World, path string, change func(*metadata.Metadata[T]), names ...string) *metadata.Metadata[T] {
	w.T.Helper()
	file, err := (&metadata.Metadata[T]{}).FromBytes(w.Files[path])
	w.Must(err)
	file.ClearSignatures()
	change(file)
	w.Files[path] = Sign(w.T, file, names...)
	return file
}

// Shoot writes a snapshot without lengths and hashes, which TUF allows. It may lie: whoever has the online key can.
func (w *World) Shoot(version, targets int64) {
	snapshot := metadata.Snapshot(w.Now.Add(time.Hour))
	snapshot.Signed.Version, snapshot.Signed.Meta["targets.json"].Version = version, targets
	w.Files[SnapshotPath(version)] = Sign(w.T, snapshot, w.Online)
}

// Stamp writes such a timestamp, signed by whom it says.
func (w *World) Stamp(version, snapshot int64, names ...string) {
	stamp := metadata.Timestamp(w.Now.Add(time.Hour))
	stamp.Signed.Version, stamp.Signed.Meta["snapshot.json"].Version = version, snapshot
	w.Files[TimestampPath] = Sign(w.T, stamp, names...)
}

// Lead writes a snapshot and a timestamp of a version that lead to these targets.
func (w *World) Lead(version, targets int64) {
	w.Shoot(version, targets)
	w.Stamp(version, version, w.Online)
}

// TimestampPath is where the timestamp lies in a repository.
const TimestampPath = "metadata/timestamp.json"

// SnapshotPath is where a snapshot lies.
func SnapshotPath(version int64) string {
	return strings.Replace(repository.TargetsPath(version), "targets", "snapshot", 1)
}

// describe is what the metadata says of a target, with our custom fields.
func describe(w *World, name, version string, data []byte) *metadata.TargetFiles {
	note, err := json.Marshal(bundle.Custom{Version: version, Engine: 1, Created: w.Now})
	w.Must(err)
	target, err := metadata.TargetFile().FromBytes(name, data, "sha256")
	w.Must(err)
	target.Custom = (*json.RawMessage)(&note)
	return target
}

// Contents are the files of a channel by a version's name.
func Contents(version string) map[string][]byte {
	files := map[string][]byte{}
	for _, file := range bundle.Files {
		files[file] = Pack([]byte(fmt.Sprintf(`{"format":1,"file":%q,"version":%q}`, file, version)))
	}
	return files
}
