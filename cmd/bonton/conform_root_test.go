package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
)

// TestTUFRoots: roots follow one another, each signed as the last one and itself demand.
func TestTUFRoots(t *testing.T) {
	play(t, []scenario{
		{"several new roots", func(s *suite) { s.next(admins...); s.next("dev-2", "dev-3"); s.next("dev-3", "dev-1") }, nil, []int{4, 3, 3, 3}},
		{"one key replaced", func(s *suite) { s.Rotate([]string{"dev-2", "dev-3", "new-1"}, s.Online); s.Publish("4") }, nil, []int{2, 4, 4, 4}},
		{"all keys replaced", func(s *suite) { s.Rotate([]string{"new-1", "new-2"}, "new-online"); s.Publish("4") }, nil, []int{2, 4, 4, 4}},
		{"all keys replaced, and once more", func(s *suite) {
			s.Rotate([]string{"new-1", "new-2"}, s.Online)
			s.Rotate([]string{"dev-1", "dev-2"}, s.Online)
		}, nil, []int{3, 3, 3, 3}},
		{"signatures that nobody asked for", func(s *suite) { s.next("stranger", "dev-1", "other", "dev-2") }, nil, []int{2, 3, 3, 3}},
		{"more signatures asked for", func(s *suite) { s.admins(3, []string{"dev-1", "dev-2", "dev-3"}, "dev-1", "dev-2", "dev-3") }, nil, []int{2, 3, 3, 3}},
		{"more asked for than came", func(s *suite) { s.admins(3, []string{"dev-1", "dev-2", "dev-3"}, admins...) }, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"fewer signatures asked for", func(s *suite) { s.admins(1, []string{"dev-1"}, admins...); s.next("dev-1") }, nil, []int{3, 3, 3, 3}},
		{"fewer asked for, by fewer", func(s *suite) { s.admins(1, []string{"dev-1"}, "dev-1") }, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"signed by the old keys only", func(s *suite) { s.admins(2, []string{"new-1", "new-2"}, admins...) }, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"signed by the new keys only", func(s *suite) { s.admins(2, []string{"new-1", "new-2"}, "new-1", "new-2") }, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"signed by strangers", func(s *suite) { s.next("stranger", "other") }, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"unsigned", func(s *suite) { s.next() }, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"one signature twice", func(s *suite) { s.next("dev-1"); s.double("metadata/2.root.json") }, bundle.ErrFormat, []int{1, 2, 2, 2}},
		{"one key listed twice", func(s *suite) { s.NextRoot(func(f rootFile) { repeat(f, "root") }, admins...) }, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"the second of two is bad", func(s *suite) { s.next(admins...); s.next("dev-1") }, bundle.ErrSignatures, []int{2, 2, 2, 2}},
		{"a gap", func(s *suite) { s.next(admins...); s.next(admins...); delete(s.Files, "metadata/2.root.json") }, nil, []int{1, 3, 3, 3}},
		{"a gap, with keys behind it", func(s *suite) {
			s.Rotate(s.Admins, "new-online")
			s.Publish("4")
			delete(s.Files, "metadata/2.root.json")
		}, bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"the same version again", func(s *suite) { s.Files["metadata/2.root.json"] = s.First }, bundle.ErrVersion, []int{1, 2, 2, 2}},
		{"an older version", func(s *suite) { s.next(admins...); s.Files["metadata/3.root.json"] = s.First }, bundle.ErrVersion, []int{2, 2, 2, 2}},
		{"a version left out", func(s *suite) { s.NextRoot(func(f rootFile) { f.Signed.Version = 3 }, admins...) }, bundle.ErrVersion, []int{1, 2, 2, 2}},
		{"one that has ended between others", func(s *suite) { s.NextRoot(end, admins...); s.NextRoot(begin, admins...) }, nil, []int{3, 3, 3, 3}},
		{"the last one has ended", func(s *suite) { s.NextRoot(end, admins...) }, bundle.ErrExpired, []int{2, 2, 2, 2}},
		{"another specification", func(s *suite) { s.NextRoot(func(f rootFile) { f.Signed.SpecVersion = "2.0.0" }, admins...) }, bundle.ErrFormat, []int{1, 2, 2, 2}},
		{"a later specification of the same kind", func(s *suite) { s.NextRoot(func(f rootFile) { f.Signed.SpecVersion = "1.99.0" }, admins...) }, nil, []int{2, 3, 3, 3}},
		{"no JSON", func(s *suite) { s.Files["metadata/2.root.json"] = []byte("<html>") }, bundle.ErrFormat, []int{1, 2, 2, 2}},
		{"white space", func(s *suite) { s.next(admins...); s.space("metadata/2.root.json") }, nil, []int{2, 3, 3, 3}},
		{"of another role", func(s *suite) { s.Files["metadata/2.root.json"] = s.Files[targets3] }, bundle.ErrFormat, []int{1, 2, 2, 2}},
	})
}

// next writes the next root as the last one was.
func (s *suite) next(signers ...string) { s.NextRoot(unchanged, signers...) }

// admins writes a root that names others for the root alone.
func (s *suite) admins(threshold int, keys []string, signers ...string) {
	s.NextRoot(func(f rootFile) { s.Name(f, "root", threshold, keys...) }, signers...)
}

func end(f rootFile)   { f.Signed.Expires = ended(f.Signed.Expires.AddDate(-2, 0, 0)) }
func begin(f rootFile) { f.Signed.Expires = f.Signed.Expires.AddDate(2, 0, 0) }

// repeat lists one key twice for a role that asks for two.
func repeat(f rootFile, role string) {
	id := f.Signed.Roles[role].KeyIDs[0]
	f.Signed.Roles[role].KeyIDs, f.Signed.Roles[role].Threshold = []string{id, id}, 2
}

// TestTUFUnknownFields: what a later time adds is signed too, and kept as it came.
func TestTUFUnknownFields(t *testing.T) {
	s := newSuite(t)
	s.NextRoot(func(f rootFile) {
		f.Signed.UnrecognizedFields = later
		f.Signed.Roles["root"].UnrecognizedFields = later
		for _, key := range f.Signed.Keys {
			key.UnrecognizedFields = map[string]any{"keyid_hash_algorithms": []any{"md5"}}
		}
	}, admins...)
	s.run(exitClean, nil, "refresh")
	s.holds(2, 1, 1, 1)
	if kept, err := os.ReadFile(s.trusted + "/root.json"); err != nil || string(kept) != string(s.Files["metadata/2.root.json"]) {
		t.Errorf("the root was not kept as it came: %v", err)
	}
	bundletest.Edit(s.World, fileName(1, "targets"), func(f targetsFile) { f.Signed.Version, f.Signed.UnrecognizedFields = 2, later }, admins...)
	s.Files[fileName(2, "targets")] = s.Files[fileName(1, "targets")]
	s.Lead(7, 2)
	bundletest.Edit(s.World, fileName(7, "snapshot"), func(f snapshotFile) { f.Signed.UnrecognizedFields = later }, s.Online)
	bundletest.Edit(s.World, stamp3, func(f timestampFile) { f.Signed.UnrecognizedFields = later }, s.Online)
	s.run(exitClean, nil, "refresh")
	s.holds(2, 7, 7, 2)
	s.Files[stamp3] = []byte(string(s.Files[stamp3][:len(s.Files[stamp3])-1]) + `,"outside":1}`)
	s.run(exitClean, nil, "refresh")
}

// TestTUFInit: a client starts with a root that is signed by itself, and asks nobody.
func TestTUFInit(t *testing.T) {
	s := newSuite(t)
	s.trusted = t.TempDir()
	bundletest.Edit(s.World, fileName(1, "root"), unchanged[rootFile], "dev-1")
	for name, root := range map[string][]byte{
		"no JSON": []byte("<html>"), "empty": nil, "another role": s.Files[fileName(1, "targets")],
		"half": s.First[:len(s.First)/2], "changed": bytes.Replace(s.First, []byte(`"version":1`), []byte(`"version":2`), 1),
		"one of two": s.Files[fileName(1, "root")],
	} {
		s.run(exitFound, nil, "init", s.file(name, root))
		s.holds(0, 0, 0, 0)
	}
	s.run(exitFound, nil, "init", "/no/such/file")
	s.run(exitFound, nil, "refresh")
	s.holds(0, 0, 0, 0)
	if len(s.asked) != 0 {
		t.Errorf("asked for %v", s.asked)
	}
}
