// Package repository is the signed bundle as its keeper sees it, a server or whoever writes to a static host: it accepts
// what the admins signed and signs with the online key that it is the newest. The keeper is not trusted by readers; its
// checks only keep mistakes from being published.
//
// It must not compile rules, hold an admin's key, or do input and output: bytes in, bytes out.
package repository

import (
	"errors"
	"fmt"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
)

// How long what the online key signs is good. A device's clock may be hours off, so refresh long before the end,
// and readers take a timestamp that ends later than ours do.
const (
	SnapshotLife  = 7 * 24 * time.Hour
	TimestampLife = bundle.MaxFresh / 2
)

// State is the metadata of a repository, as Load reads it.
type State struct {
	Roots                        [][]byte // all of them, the first first
	Targets, Snapshot, Timestamp []byte   // nil before the first publication

	// Least is the lowest version that a new snapshot or timestamp gets. With the time in seconds, a keeper that lost its
	// files, works from an old copy of them, or takes another's place, is ahead of what devices have seen.
	Least int64
}

// Read reads a file of the repository by its path; nil when there is none.
type Read func(path string) ([]byte, error)

// Load reads the state of a repository. An empty one is no error.
func Load(read Read) (s State, err error) {
	for version := int64(1); ; version++ {
		root, err := read(RootPath(version))
		if err != nil {
			return s, err
		}
		if root == nil {
			break
		}
		s.Roots = append(s.Roots, root)
	}
	if s.Timestamp, err = read("metadata/timestamp.json"); err != nil || s.Timestamp == nil {
		return s, err
	}
	return s, s.follow(read)
}

// follow reads what the timestamp leads to.
func (s *State) follow(read Read) error {
	timestamp, err := (&metadata.Metadata[metadata.TimestampType]{}).FromBytes(s.Timestamp)
	if err != nil || timestamp.Signed.Meta["snapshot.json"] == nil {
		return errors.Join(errors.New("metadata/timestamp.json cannot be read"), err)
	}
	path := SnapshotPath(timestamp.Signed.Meta["snapshot.json"].Version)
	if s.Snapshot, err = need(read, path); err != nil {
		return err
	}
	snapshot, err := (&metadata.Metadata[metadata.SnapshotType]{}).FromBytes(s.Snapshot)
	if err != nil || snapshot.Signed.Meta["targets.json"] == nil {
		return errors.Join(fmt.Errorf("%s cannot be read", path), err)
	}
	s.Targets, err = need(read, TargetsPath(snapshot.Signed.Meta["targets.json"].Version))
	return err
}

func need(read Read, path string) ([]byte, error) {
	data, err := read(path)
	if err == nil && data == nil {
		err = fmt.Errorf("%s is missing", path)
	}
	return data, err
}

// RootPath is where a root lies in a repository.
func RootPath(version int64) string { return fmt.Sprintf("metadata/%d.root.json", version) }

// SnapshotPath is where a snapshot lies.
func SnapshotPath(version int64) string { return fmt.Sprintf("metadata/%d.snapshot.json", version) }

// TargetsPath is where targets metadata lies.
func TargetsPath(version int64) string { return fmt.Sprintf("metadata/%d.targets.json", version) }

// Chain verifies the roots.
func (s State) Chain() (*bundle.Chain, error) {
	if len(s.Roots) == 0 {
		return nil, errors.New("there is no root yet")
	}
	chain, err := bundle.NewChain(s.Roots[0])
	if err != nil {
		return nil, fmt.Errorf("%s: %w", RootPath(1), err)
	}
	for _, root := range s.Roots[min(1, len(s.Roots)):] {
		if err == nil {
			err = chain.Add(root)
		}
	}
	return chain, err
}

// Files are the metadata by their paths: what a reader of this state may ask for.
func (s State) Files() map[string][]byte {
	files := map[string][]byte{}
	for i, root := range s.Roots {
		files[RootPath(int64(i+1))] = root
	}
	if s.Timestamp != nil {
		files["metadata/timestamp.json"] = s.Timestamp
	}
	if s.Snapshot != nil {
		files[SnapshotPath(s.snapshotVersion())] = s.Snapshot
	}
	if s.Targets != nil {
		files[TargetsPath(s.TargetsVersion())] = s.Targets
	}
	return files
}

// Ahead is the state with another's snapshot and timestamp where those have higher versions, so that what is signed next is
// above both. They count where this root's online key signed them: devices saw no others, and a host that makes up a high
// version would drive ours to where none is left.
func (s State) Ahead(of State, root *metadata.Metadata[metadata.RootType]) State {
	if snapshot, err := metadata.Snapshot().FromBytes(of.Snapshot); err == nil && snapshot.Signed.Version > s.snapshotVersion() &&
		root.VerifyDelegate(metadata.SNAPSHOT, snapshot) == nil {
		s.Snapshot = of.Snapshot
	}
	if stamp, err := metadata.Timestamp().FromBytes(of.Timestamp); err == nil && stamp.Signed.Version > s.timestampVersion() &&
		root.VerifyDelegate(metadata.TIMESTAMP, stamp) == nil {
		s.Timestamp = of.Timestamp
	}
	return s
}

// snapshotVersion is the version of the snapshot, 0 when there is none that can be read.
func (s State) snapshotVersion() int64 {
	file, err := metadata.Snapshot().FromBytes(s.Snapshot)
	if err != nil {
		return 0
	}
	return file.Signed.Version
}

func (s State) timestampVersion() int64 {
	file, err := metadata.Timestamp().FromBytes(s.Timestamp)
	if err != nil {
		return 0
	}
	return file.Signed.Version
}

// TargetsVersion is the version of the targets published last, 0 before the first.
func (s State) TargetsVersion() int64 {
	targets, err := bundle.ReadTargets(s.Targets)
	if err != nil {
		return 0
	}
	return targets.Signed.Version
}
