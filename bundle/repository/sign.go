package repository

import (
	"bytes"
	"crypto"
	"crypto/ed25519"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/sigstore/sigstore/pkg/signature"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
)

// resign writes a new timestamp, and a new snapshot where the old one would not do.
func resign(s State, chain *bundle.Chain, targets *metadata.Metadata[metadata.TargetsType], online ed25519.PrivateKey, now time.Time) (map[string][]byte, error) {
	if err := knows(chain, online); err != nil {
		return nil, err
	}
	snapshot, raw, err := nextSnapshot(s, chain, targets, online, now)
	if err != nil {
		return nil, err
	}
	timestamp := metadata.Timestamp(end(now, TimestampLife))
	timestamp.Signed.Meta["snapshot.json"] = describe(snapshot.Signed.Version, raw)
	timestamp.Signed.Version = max(after(s.timestampVersion(), now), s.Least)
	stamp, err := seal(timestamp, online)
	return map[string][]byte{
		SnapshotPath(snapshot.Signed.Version): raw,
		"metadata/timestamp.json":             stamp,
	}, err
}

// nextSnapshot keeps the snapshot while it names these targets and has half of its life left.
func nextSnapshot(s State, chain *bundle.Chain, targets *metadata.Metadata[metadata.TargetsType], online ed25519.PrivateKey, now time.Time) (*metadata.Metadata[metadata.SnapshotType], []byte, error) {
	next := metadata.Snapshot(end(now, SnapshotLife))
	named := describe(targets.Signed.Version, s.Targets)
	next.Signed.Meta["targets.json"] = named
	if old, err := (&metadata.Metadata[metadata.SnapshotType]{}).FromBytes(s.Snapshot); err == nil {
		vouched := chain.Last().VerifyDelegate(metadata.SNAPSHOT, old) == nil
		if vouched && names(old, named) && old.Signed.Expires.Sub(now) > SnapshotLife/2 {
			return old, s.Snapshot, nil
		}
	}
	next.Signed.Version = max(after(s.snapshotVersion(), now), s.Least)
	raw, err := seal(next, online)
	return next, raw, err
}

// names says whether a snapshot leads to exactly these targets. Two admins may have made different ones of one version.
func names(snapshot *metadata.Metadata[metadata.SnapshotType], targets *metadata.MetaFiles) bool {
	named := snapshot.Signed.Meta["targets.json"]
	return named != nil && named.Version == targets.Version && bytes.Equal(named.Hashes["sha256"], targets.Hashes["sha256"])
}

// after is the next version. A thief of the online key can leave a huge one behind; readers forget it with the key, and we
// go on from a number that no file had.
func after(version int64, now time.Time) int64 {
	if version >= 1<<32 {
		return now.Unix()
	}
	return version + 1
}

// knows refuses a key that the newest root does not name, before anything is signed with it.
func knows(chain *bundle.Chain, online ed25519.PrivateKey) error {
	id, err := KeyID(online.Public())
	if err != nil {
		return err
	}
	for _, role := range []string{metadata.SNAPSHOT, metadata.TIMESTAMP} {
		if !slices.Contains(chain.Last().Signed.Roles[role].KeyIDs, id) {
			return fmt.Errorf("the root names another online key for the %s than %.8s", role, id)
		}
	}
	return nil
}

func describe(version int64, raw []byte) *metadata.MetaFiles {
	target, _ := metadata.TargetFile().FromBytes("", raw, "sha256")
	return &metadata.MetaFiles{Version: version, Length: target.Length, Hashes: target.Hashes}
}

// end is when something signed now ends, in whole seconds as other readers of TUF want it.
func end(now time.Time, life time.Duration) time.Time {
	return now.Add(life).UTC().Truncate(time.Second)
}

func seal[T metadata.Roles](file *metadata.Metadata[T], key ed25519.PrivateKey) ([]byte, error) {
	if err := Sign(file, key); err != nil {
		return nil, err
	}
	return file.ToBytes(false)
}

// Sign adds a key's signature, in the place of an older one of the same key.
func Sign[T metadata.Roles](file *metadata.Metadata[T], key ed25519.PrivateKey) error {
	id, err := KeyID(key.Public())
	if err != nil {
		return err
	}
	file.Signatures = slices.DeleteFunc(file.Signatures, func(s metadata.Signature) bool { return s.KeyID == id })
	signer, err := signature.LoadED25519Signer(key)
	if err != nil {
		return err
	}
	_, err = file.Sign(signer)
	return err
}

// KeyID is the name of a public key in all metadata.
func KeyID(public crypto.PublicKey) (string, error) {
	if public == nil {
		return "", errors.New("no key")
	}
	key, err := metadata.KeyFromPublicKey(public)
	if err != nil {
		return "", err
	}
	return key.ID()
}
