package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle/bundletest"
)

// The types of metadata, by shorter names.
type (
	rootFile      = *metadata.Metadata[metadata.RootType]
	timestampFile = *metadata.Metadata[metadata.TimestampType]
	snapshotFile  = *metadata.Metadata[metadata.SnapshotType]
	targetsFile   = *metadata.Metadata[metadata.TargetsType]
)

// suite is a repository over http and a client as the conformance suite starts it. Its scenarios are ours: see
// docs/decisions/0151.
type suite struct {
	*bundletest.World
	t             *testing.T
	url           string
	trusted, down string   // folders of the client
	asked         []string // paths, in order
}

// newSuite has version 1 on the server and a client that knows the first root.
func newSuite(t *testing.T) *suite {
	t.Helper()
	s := &suite{World: bundletest.New(t, time.Now()), t: t, trusted: t.TempDir(), down: t.TempDir()}
	server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, request *http.Request) {
		s.asked = append(s.asked, strings.TrimPrefix(request.URL.Path, "/"))
		s.Files.ServeHTTP(out, request)
	}))
	t.Cleanup(server.Close)
	s.url = server.URL
	s.Publish("1")
	s.run(exitClean, nil, "init", s.file("root.json", s.First))
	return s
}

// file writes something that the client is given.
func (s *suite) file(name string, data []byte) string {
	s.t.Helper()
	name = filepath.Join(s.t.TempDir(), name)
	s.Must(os.WriteFile(name, data, 0o644))
	return name
}

// run calls the client and compares its exit code, and the class of the error that it prints.
func (s *suite) run(code int, says error, args ...string) {
	s.t.Helper()
	var out, errs bytes.Buffer
	all := append([]string{"tuf-client", "--metadata-dir", s.trusted, "--metadata-url", s.url + "/metadata", "--target-base-url", s.url + "/targets", "--target-dir", s.down}, args...)
	if got := run(all, nil, &out, &errs); got != code || says != nil && !strings.Contains(errs.String(), says.Error()) {
		s.t.Errorf("%v: exit %d, want %d; says %q, want %v", args, got, code, &errs, says)
	}
}

// holds compares the trusted versions of root, timestamp, snapshot and targets; 0 stands for none.
func (s *suite) holds(want ...int) {
	s.t.Helper()
	got := make([]int, 4)
	for i, role := range []string{"root", "timestamp", "snapshot", "targets"} {
		got[i] = s.version(role)
	}
	if !slices.Equal(got, want) {
		s.t.Errorf("the client trusts versions %v, want %v", got, want)
	}
}

func (s *suite) version(role string) int {
	s.t.Helper()
	data, err := os.ReadFile(filepath.Join(s.trusted, role+".json"))
	if os.IsNotExist(err) {
		return 0
	}
	var file struct{ Signed struct{ Version int } }
	if err == nil {
		err = json.Unmarshal(data, &file)
	}
	if err != nil {
		s.t.Errorf("%s: %v", role, err)
	}
	return file.Signed.Version
}

// scenario is what happens to a repository with version 3, of which the client knows version 2; and what a refresh does then.
type scenario struct {
	name string
	does func(s *suite)
	says error // nil when the refresh succeeds
	held []int // the versions that are trusted afterwards
}

func play(t *testing.T, scenarios []scenario) {
	t.Helper()
	for _, c := range scenarios {
		t.Run(c.name, func(t *testing.T) {
			s := newSuite(t)
			s.Publish("2")
			s.run(exitClean, nil, "refresh")
			s.Publish("3")
			good := bundletest.Files{}
			for path, data := range s.Files {
				good[path] = data
			}
			c.does(s)
			if c.says == nil {
				s.run(exitClean, nil, "refresh")
				s.holds(c.held...)
				return
			}
			s.run(exitFound, c.says, "refresh")
			s.holds(c.held...)
			if c.held[0] == 1 {
				s.recovers(good)
			}
		})
	}
}

// recovers holds that what a failure left in place is good: the admins put their files back, name another online key, and
// the same client goes on.
func (s *suite) recovers(good bundletest.Files) {
	s.t.Helper()
	clear(s.Files)
	for path, data := range good {
		s.Files[path] = data
	}
	first, err := metadata.Root().FromBytes(s.First)
	s.Must(err)
	s.Root = first
	s.Rotate(s.Admins, "new-online")
	s.Publish("4")
	s.run(exitClean, nil, "refresh")
	if got := s.version("targets"); got != 4 {
		s.t.Errorf("after the repair targets %d are trusted", got)
	}
}

// The paths of version 3, and how most scenarios sign.
const (
	stamp3, shot3, targets3 = bundletest.TimestampPath, "metadata/3.snapshot.json", "metadata/3.targets.json"
)

var admins = []string{"dev-1", "dev-2"}

// unchanged signs a file anew as it is.
func unchanged[T any](T) {}

// space writes a file with other white space, which no signature covers.
func (s *suite) space(path string) {
	var out bytes.Buffer
	s.Must(json.Indent(&out, s.Files[path], "", "\t"))
	s.Files[path] = out.Bytes()
}

// double gives the first signature of a file twice.
func (s *suite) double(path string) {
	var file struct {
		Signatures []json.RawMessage `json:"signatures"`
		Signed     json.RawMessage   `json:"signed"`
	}
	s.Must(json.Unmarshal(s.Files[path], &file))
	file.Signatures = append(file.Signatures[:1], file.Signatures[0])
	data, err := json.Marshal(file)
	s.Must(err)
	s.Files[path] = data
}

// lead re-signs snapshot and timestamp of version 3, so that they name targets 3 as they are now.
func (s *suite) lead() {
	s.relist(shot3, func(list *metadata.MetaFiles) {})
}

// relist makes the snapshot, or the timestamp, name what follows it with length and hash, and then changed.
func (s *suite) relist(path string, change func(*metadata.MetaFiles)) {
	s.t.Helper()
	if path == shot3 {
		bundletest.Edit(s.World, shot3, func(f snapshotFile) { f.Signed.Meta["targets.json"] = s.list(3, targets3, change) }, s.Online)
		change = func(*metadata.MetaFiles) {}
	}
	bundletest.Edit(s.World, stamp3, func(f timestampFile) { f.Signed.Meta["snapshot.json"] = s.list(3, shot3, change) }, s.Online)
}

func (s *suite) list(version int64, path string, change func(*metadata.MetaFiles)) *metadata.MetaFiles {
	target, err := metadata.TargetFile().FromBytes(path, s.Files[path], "sha256")
	s.Must(err)
	list := &metadata.MetaFiles{Version: version, Length: target.Length, Hashes: target.Hashes}
	change(list)
	return list
}

// longer and other are what a snapshot or a timestamp may say wrongly.
func longer(list *metadata.MetaFiles) { list.Length++ }
func other(list *metadata.MetaFiles)  { list.Hashes["sha256"][0] ^= 1 }

// later is an unknown field of a later time.
var later = map[string]any{"x-later": map[string]any{"a": []any{1, "é"}}}

func ended(now time.Time) time.Time { return now.Add(-time.Minute) }

// names makes a list of keys trusted for one role, in a new root.
func (s *suite) names(role string, threshold int, keys ...string) {
	s.t.Helper()
	s.NextRoot(func(f rootFile) { s.Name(f, role, threshold, keys...) }, admins...)
}

func fileName(version int64, role string) string {
	return fmt.Sprintf("metadata/%d.%s.json", version, role)
}
