package main

import (
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
)

// stamp changes the timestamp of version 3.
func stamp(change func(timestampFile), signers ...string) func(*suite) {
	return func(s *suite) { bundletest.Edit(s.World, stamp3, change, signers...) }
}

// shot changes the snapshot of version 3; the timestamp names it as it is then.
func shot(change func(snapshotFile), signers ...string) func(*suite) {
	return func(s *suite) {
		bundletest.Edit(s.World, shot3, change, signers...)
		s.relist(stamp3, func(*metadata.MetaFiles) {})
	}
}

func TestTUFTimestamps(t *testing.T) {
	play(t, []scenario{
		{"newer", func(*suite) {}, nil, []int{1, 3, 3, 3}},
		{"older", func(s *suite) { s.Stamp(1, 3, s.Online) }, bundle.ErrOlder, []int{1, 2, 2, 2}},
		{"the same version with other content", func(s *suite) { s.Stamp(2, 3, s.Online) }, nil, []int{1, 2, 2, 2}},
		{"lists an older snapshot", func(s *suite) { s.Stamp(9, 1, s.Online) }, bundle.ErrOlder, []int{1, 2, 2, 2}},
		{"lists no snapshot", stamp(func(f timestampFile) { clear(f.Signed.Meta) }, "dev-online"), bundle.ErrFormat, []int{1, 2, 2, 2}},
		{"ended", stamp(func(f timestampFile) { f.Signed.Expires = ended(f.Signed.Expires.AddDate(0, 0, -1)) }, "dev-online"), bundle.ErrExpired, []int{1, 2, 2, 2}},
		{"unsigned", stamp(unchanged), bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"signed by a stranger", stamp(unchanged, "stranger"), bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"signed by an admin", stamp(unchanged, "dev-1"), bundle.ErrSignatures, []int{1, 2, 2, 2}},
		{"another specification", stamp(func(f timestampFile) { f.Signed.SpecVersion = "2.0" }, "dev-online"), bundle.ErrFormat, []int{1, 2, 2, 2}},
		{"version 0", stamp(func(f timestampFile) { f.Signed.Version = 0 }, "dev-online"), bundle.ErrFormat, []int{1, 2, 2, 2}},
		{"white space", func(s *suite) { s.space(stamp3) }, nil, []int{1, 3, 3, 3}},
		{"gone", func(s *suite) { delete(s.Files, stamp3) }, bundle.ErrNotFound, []int{1, 2, 2, 2}},
		{"two of two", func(s *suite) {
			s.names("timestamp", 2, "dev-online", "night")
			stamp(unchanged, "dev-online", "night")(s)
		}, nil, []int{2, 3, 3, 3}},
		{"one of two", func(s *suite) { s.names("timestamp", 2, "dev-online", "night") }, bundle.ErrSignatures, []int{2, 2, 2, 2}},
		{"one of two, twice", func(s *suite) { s.names("timestamp", 2, "dev-online", "night"); s.double(stamp3) }, bundle.ErrFormat, []int{2, 2, 2, 2}},
		{"one key listed twice", func(s *suite) { s.NextRoot(func(f rootFile) { repeat(f, "timestamp") }, admins...) }, bundle.ErrSignatures, []int{2, 2, 2, 2}},
		{"one key under two ids", func(s *suite) { s.NextRoot(alias("timestamp"), admins...); s.aliased() }, bundle.ErrSignatures, []int{2, 2, 2, 2}},
		{"a new key", func(s *suite) { s.names("timestamp", 1, "night"); stamp(unchanged, "night")(s) }, nil, []int{2, 3, 3, 3}},
		{"a new key that did not sign", func(s *suite) { s.names("timestamp", 1, "night") }, bundle.ErrSignatures, []int{2, 2, 2, 2}},
	})
}

// alias lets a role's key count under a second id.
func alias(role string) func(rootFile) {
	return func(f rootFile) {
		names := f.Signed.Roles[role]
		f.Signed.Keys["alias"] = f.Signed.Keys[names.KeyIDs[0]]
		names.KeyIDs, names.Threshold = append(names.KeyIDs, "alias"), 2
	}
}

// aliased gives the timestamp's signature under both ids.
func (s *suite) aliased() {
	file, err := metadata.Timestamp().FromBytes(s.Files[stamp3])
	s.Must(err)
	file.Signatures = append(file.Signatures, metadata.Signature{KeyID: "alias", Signature: file.Signatures[0].Signature})
	s.Files[stamp3] = bundletest.Sign(s.t, file)
}

func TestTUFSnapshots(t *testing.T) {
	play(t, []scenario{
		{"another version than is listed", func(s *suite) {
			s.Shoot(9, 3)
			s.Files[fileName(8, "snapshot")] = s.Files[fileName(9, "snapshot")]
			s.Stamp(9, 8, s.Online)
		}, bundle.ErrVersion, []int{1, 9, 2, 2}},
		{"lists older targets", func(s *suite) { s.Lead(9, 1) }, bundle.ErrOlder, []int{1, 9, 2, 2}},
		{"lists no targets", shot(func(f snapshotFile) { clear(f.Signed.Meta) }, "dev-online"), bundle.ErrFormat, []int{1, 3, 2, 2}},
		{"lists a file less than before", func(s *suite) {
			shot(func(f snapshotFile) { f.Signed.Meta["crisis.json"] = metadata.MetaFile(1) }, "dev-online")(s)
			s.run(exitClean, nil, "refresh")
			s.holds(1, 3, 3, 3)
			s.Lead(9, 3)
		}, bundle.ErrFormat, []int{1, 9, 3, 3}},
		{"another hash than is listed", func(s *suite) { s.relist(stamp3, other) }, bundle.ErrHash, []int{1, 3, 2, 2}},
		{"another length than is listed", func(s *suite) { s.relist(stamp3, longer) }, bundle.ErrLength, []int{1, 3, 2, 2}},
		{"other bytes than were listed", func(s *suite) { s.Files[shot3] = s.Files[fileName(2, "snapshot")] }, bundle.ErrHash, []int{1, 3, 2, 2}},
		{"other white space than was listed", func(s *suite) { s.space(shot3) }, bundle.ErrTooLarge, []int{1, 3, 2, 2}},
		{"white space", func(s *suite) { s.space(shot3); s.relist(stamp3, func(*metadata.MetaFiles) {}) }, nil, []int{1, 3, 3, 3}},
		{"ended", shot(func(f snapshotFile) { f.Signed.Expires = ended(f.Signed.Expires.AddDate(0, 0, -7)) }, "dev-online"), bundle.ErrExpired, []int{1, 3, 2, 2}},
		{"unsigned", shot(unchanged), bundle.ErrSignatures, []int{1, 3, 2, 2}},
		{"signed by a stranger", shot(unchanged, "stranger"), bundle.ErrSignatures, []int{1, 3, 2, 2}},
		{"another specification", shot(func(f snapshotFile) { f.Signed.SpecVersion = "0.9" }, "dev-online"), bundle.ErrFormat, []int{1, 3, 2, 2}},
		{"two of two", func(s *suite) {
			s.names("snapshot", 2, "dev-online", "night")
			shot(unchanged, "dev-online", "night")(s)
		}, nil, []int{2, 3, 3, 3}},
		{"one of two", func(s *suite) { s.names("snapshot", 2, "dev-online", "night") }, bundle.ErrSignatures, []int{2, 3, 2, 2}},
		{"one of two, twice", func(s *suite) {
			s.names("snapshot", 2, "dev-online", "night")
			s.double(shot3)
			s.relist(stamp3, func(*metadata.MetaFiles) {})
		}, bundle.ErrFormat, []int{2, 3, 2, 2}},
		{"one key listed twice", func(s *suite) { s.NextRoot(func(f rootFile) { repeat(f, "snapshot") }, admins...) }, bundle.ErrSignatures, []int{2, 3, 2, 2}},
		{"a new key", func(s *suite) { s.names("snapshot", 1, "night"); shot(unchanged, "night")(s) }, nil, []int{2, 3, 3, 3}},
		{"gone", func(s *suite) { delete(s.Files, shot3) }, bundle.ErrNotFound, []int{1, 3, 2, 2}},
		{"there without its version in the name", func(s *suite) { s.Files["metadata/snapshot.json"] = s.Files[shot3]; delete(s.Files, shot3) }, bundle.ErrNotFound, []int{1, 3, 2, 2}},
		{"replaced after it was read", func(s *suite) { s.run(exitClean, nil, "refresh"); s.Files[shot3] = s.Files[fileName(2, "snapshot")] }, nil, []int{1, 3, 3, 3}},
	})
}
