package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
	"github.com/bonton/bonton/bundle/repository"
)

// list changes the targets of version 3; snapshot and timestamp name them as they are then.
func list(change func(targetsFile), signers ...string) func(*suite) {
	return func(s *suite) { bundletest.Edit(s.World, targets3, change, signers...); s.lead() }
}

func TestTUFTargets(t *testing.T) {
	play(t, []scenario{
		{"another version than is listed", func(s *suite) { s.Files[fileName(4, "targets")] = s.Files[targets3]; s.Lead(9, 4) }, bundle.ErrVersion, []int{1, 9, 9, 2}},
		{"an older version than is listed", func(s *suite) { s.Files[fileName(4, "targets")] = s.Files[fileName(1, "targets")]; s.Lead(9, 4) }, bundle.ErrVersion, []int{1, 9, 9, 2}},
		{"another hash than is listed", func(s *suite) { s.relist(shot3, other) }, bundle.ErrHash, []int{1, 3, 3, 2}},
		{"another length than is listed", func(s *suite) { s.relist(shot3, longer) }, bundle.ErrLength, []int{1, 3, 3, 2}},
		{"other bytes than were listed", func(s *suite) { s.Files[targets3] = s.Files[fileName(2, "targets")] }, bundle.ErrHash, []int{1, 3, 3, 2}},
		{"white space", func(s *suite) { s.space(targets3); s.lead() }, nil, []int{1, 3, 3, 3}},
		{"ended", list(func(f targetsFile) { f.Signed.Expires = ended(f.Signed.Expires.AddDate(0, 0, -90)) }, admins...), bundle.ErrExpired, []int{1, 3, 3, 2}},
		{"unsigned", list(unchanged), bundle.ErrSignatures, []int{1, 3, 3, 2}},
		{"signed by strangers", list(unchanged, "stranger", "other"), bundle.ErrSignatures, []int{1, 3, 3, 2}},
		{"one of two", list(unchanged, "dev-1"), bundle.ErrSignatures, []int{1, 3, 3, 2}},
		{"one of two, twice", func(s *suite) { s.double(targets3); s.lead() }, bundle.ErrFormat, []int{1, 3, 3, 2}},
		{"one key listed twice", func(s *suite) { s.NextRoot(func(f rootFile) { repeat(f, "targets") }, admins...) }, bundle.ErrSignatures, []int{2, 3, 3, 2}},
		{"another two of three", list(unchanged, "dev-2", "dev-3"), nil, []int{1, 3, 3, 3}},
		{"another specification", list(func(f targetsFile) { f.Signed.SpecVersion = "" }, admins...), bundle.ErrFormat, []int{1, 3, 3, 2}},
		{"new keys", func(s *suite) { s.names("targets", 1, "new-1"); list(unchanged, "new-1")(s) }, nil, []int{2, 3, 3, 3}},
		{"new keys that did not sign", func(s *suite) { s.names("targets", 1, "new-1") }, bundle.ErrSignatures, []int{2, 3, 3, 2}},
		{"gone", func(s *suite) { delete(s.Files, targets3) }, bundle.ErrNotFound, []int{1, 3, 3, 2}},
		{"no consistent snapshots", func(s *suite) {
			s.NextRoot(func(f rootFile) { f.Signed.ConsistentSnapshot = false }, admins...)
			s.Files["metadata/snapshot.json"], s.Files["metadata/targets.json"] = s.Files[shot3], s.Files[targets3]
			delete(s.Files, shot3)
			delete(s.Files, targets3)
		}, nil, []int{2, 3, 3, 3}},
	})
}

// TestTUFFastForward: a thief makes a version huge, and the admins end it by giving the role another key in a new root.
func TestTUFFastForward(t *testing.T) {
	const huge = 1 << 40
	play(t, []scenario{
		{"timestamp", func(s *suite) {
			s.Stamp(huge, 3, s.Online)
			s.run(exitClean, nil, "refresh")
			s.holds(1, huge, 3, 3)
			s.Stamp(4, 3, s.Online)
			s.run(exitFound, bundle.ErrOlder, "refresh")
			s.names("timestamp", 1, "night")
			s.Stamp(4, 3, "night")
		}, nil, []int{2, 4, 3, 3}},
		{"snapshot", func(s *suite) {
			s.Lead(huge, 3)
			s.run(exitClean, nil, "refresh")
			s.holds(1, huge, huge, 3)
			s.Rotate(s.Admins, "night")
			s.Lead(4, 3)
		}, nil, []int{2, 4, 4, 3}},
		{"targets", func(s *suite) {
			bundletest.Edit(s.World, targets3, func(f targetsFile) { f.Signed.Version = huge }, admins...)
			s.Files[fileName(huge, "targets")] = s.Files[targets3]
			s.Lead(8, huge)
			s.run(exitClean, nil, "refresh")
			s.holds(1, 8, 8, huge)
			list(func(f targetsFile) { f.Signed.Version = 3 }, admins...)(s)
			s.Lead(9, 3)
			s.run(exitFound, bundle.ErrOlder, "refresh")
			s.holds(1, 9, 8, huge)
			s.Rotate(s.Admins, "night")
			s.Lead(10, 3)
		}, nil, []int{2, 10, 10, 3}},
	})
}

// TestTUFHeldEnded: what the client holds has ended; a newer one is taken all the same, and the same one is not.
func TestTUFHeldEnded(t *testing.T) {
	s := newSuite(t)
	s.Publish("2")
	s.run(exitClean, nil, "refresh")
	fresh := s.Files[stamp3]
	stamp(func(f timestampFile) { f.Signed.Expires = ended(s.Now) }, s.Online)(s)
	s.Must(os.WriteFile(filepath.Join(s.trusted, "timestamp.json"), s.Files[stamp3], 0o644))
	s.run(exitFound, bundle.ErrExpired, "refresh")
	s.Files[stamp3] = fresh
	s.Publish("3")
	s.run(exitClean, nil, "refresh")
	s.holds(1, 3, 3, 3)
}

// TestTUFServerDown: a refresh fails, and what is trusted stays.
func TestTUFServerDown(t *testing.T) {
	s := newSuite(t)
	s.run(exitClean, nil, "refresh")
	up := s.url
	s.url = "http://127.0.0.1:1"
	s.run(exitFound, bundle.ErrUnavailable, "refresh")
	s.holds(1, 1, 1, 1)
	s.url = up
	failing := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, _ *http.Request) { out.WriteHeader(http.StatusInternalServerError) }))
	defer failing.Close()
	s.url = failing.URL
	s.run(exitFound, bundle.ErrStatus, "refresh")
	s.holds(1, 1, 1, 1)
	away := httptest.NewServer(http.RedirectHandler(up, http.StatusFound))
	defer away.Close()
	s.url = away.URL
	s.run(exitFound, bundle.ErrRedirect, "refresh")
	s.holds(1, 1, 1, 1)
}

// TestTUFRequests: what is asked for, in which order, under which names.
func TestTUFRequests(t *testing.T) {
	s := newSuite(t)
	s.run(exitFound, bundle.ErrIncomplete, "--target-name", "no such target", "download")
	s.holds(1, 1, 1, 1)
	s.wasAsked("metadata/2.root.json", "metadata/timestamp.json", "metadata/1.snapshot.json", "metadata/1.targets.json")
	s.run(exitClean, nil, "refresh")
	s.wasAsked("metadata/2.root.json", "metadata/timestamp.json")
}

func (s *suite) wasAsked(want ...string) {
	s.t.Helper()
	if !slices.Equal(s.asked, want) {
		s.t.Errorf("asked for %q, want %q", s.asked, want)
	}
	s.asked = nil
}

// offer puts one more target on the server, in the next version.
func (s *suite) offer(name string, data []byte, hashes ...string) (path string) {
	s.t.Helper()
	version := s.State().TargetsVersion() + 1
	last := fileName(version-1, "targets")
	next := fileName(version, "targets")
	s.Files[next] = s.Files[last]
	bundletest.Edit(s.World, next, func(f targetsFile) {
		f.Signed.Version = version
		target, err := metadata.TargetFile().FromBytes(name, data, hashes...)
		s.Must(err)
		f.Signed.Targets[name] = target
		path = repository.FilePath(name, target)
		if len(hashes) == 1 && hashes[0] != "sha256" {
			path = "targets/" + bundle.ConsistentName(name, target.Hashes[hashes[0]].String())
		}
	}, admins...)
	s.Files[path] = data
	s.Lead(version, version)
	return path
}

// downloads are the names and contents of what the client has put into its folder.
func (s *suite) downloads() map[string]string {
	s.t.Helper()
	all := map[string]string{}
	entries, err := os.ReadDir(s.down)
	s.Must(err)
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(s.down, entry.Name()))
		s.Must(err)
		all[entry.Name()] = string(data)
	}
	return all
}

// TestTUFDownload: whatever a target is called, it comes from where it lies and becomes one file in the folder.
func TestTUFDownload(t *testing.T) {
	for name, file := range map[string]string{
		"plain.txt": "plain.txt", "path/to/a.txt": "path%2Fto%2Fa.txt", "a b?c#d%20é": "a%20b%3Fc%23d%2520%C3%A9", "..": "%2E%2E",
		"a/../../b": "a%2F..%2F..%2Fb", `back\slash`: "back%5Cslash",
	} {
		s := newSuite(t)
		s.offer(name, []byte("content of "+name))
		s.run(exitClean, nil, "--target-name", name, "download")
		if all := s.downloads(); len(all) != 1 || all[file] != "content of "+name {
			t.Errorf("%s: %v", name, all)
		}
	}
}

// TestTUFOtherHash: a target that is listed with SHA-512 alone.
func TestTUFOtherHash(t *testing.T) {
	s := newSuite(t)
	s.offer("other", []byte("content"), "sha512")
	s.run(exitClean, nil, "--target-name", "other", "download")
}

// TestTUFDownloadAgain: what the client has is not fetched again; what changed is, into the same file; what is wrong never is.
func TestTUFDownloadAgain(t *testing.T) {
	s := newSuite(t)
	path := s.offer("a/file", []byte("one"))
	s.run(exitClean, nil, "--target-name", "a/file", "download")
	s.asked = nil
	s.run(exitClean, nil, "--target-name", "a/file", "download")
	s.wasAsked("metadata/2.root.json", "metadata/timestamp.json")
	s.Files[path] = []byte("bad")
	s.run(exitClean, nil, "--target-name", "a/file", "download")
	path = s.offer("a/file", []byte("two"))
	s.Files[path] = []byte("bad")
	s.run(exitFound, bundle.ErrHash, "--target-name", "a/file", "download")
	s.Files[path] = []byte("longer than two")
	s.run(exitFound, bundle.ErrTooLarge, "--target-name", "a/file", "download")
	delete(s.Files, path)
	s.run(exitFound, bundle.ErrNotFound, "--target-name", "a/file", "download")
	if all := s.downloads(); len(all) != 1 || all["a%2Ffile"] != "one" {
		t.Errorf("%v", all)
	}
	s.Files[path] = []byte("two")
	s.run(exitClean, nil, "--target-name", "a/file", "download")
	if all := s.downloads(); len(all) != 1 || all["a%2Ffile"] != "two" {
		t.Errorf("%v", all)
	}
	s.Must(os.WriteFile(filepath.Join(s.down, "a%2Ffile"), []byte("damaged"), 0o644))
	s.run(exitClean, nil, "--target-name", "a/file", "download")
	if all := s.downloads(); all["a%2Ffile"] != "two" {
		t.Errorf("%v", all)
	}
}
