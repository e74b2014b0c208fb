package server

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"time"
)

// Store keeps one repository. All its files are written once and never change, but the head.
type Store interface {
	// Head is the newest set; the zero Head before the first publication.
	Head(ctx context.Context) (Head, error)
	// Swap puts next in the place of the head whose revision is one less, or answers ErrConflict and changes nothing.
	Swap(ctx context.Context, next Head) error
	// Open reads a file; ErrNotFound when there is none.
	Open(ctx context.Context, path string) (io.ReadSeekCloser, error)
	// Keep writes a file for good. Keeping it again does nothing.
	Keep(ctx context.Context, path string, data []byte) error
}

// Head is the one thing that changes: it says which set of files is the newest.
type Head struct {
	Revision int64 // counts the swaps
	Roots    int64 // how many roots there are; the newest has this version
	Targets  int64 // the version of the newest targets
	// When the timestamp and the targets end; for whoever watches the server.
	TimestampEnds, TargetsEnd time.Time

	Timestamp []byte // timestamp.json
	// Files are metadata that came with this revision and may not be kept as files yet. They are kept before the next swap,
	// so that only what once was part of a head ever gets a file's name.
	Files map[string][]byte
}

// MaxHead bounds the metadata in a head, in bytes: some stores hold no larger row.
const MaxHead = 1 << 20

var (
	// ErrConflict says that another swap came first.
	ErrConflict = errors.New("the head has changed meanwhile")
	// ErrNotFound says that the store holds no such file.
	ErrNotFound = fs.ErrNotExist
)
