//go:build js && wasm

package cloudflare

import (
	"bytes"
	"context"
	"database/sql"
	"io"

	"github.com/syumai/workers/cloudflare/d1"
	"github.com/syumai/workers/cloudflare/r2"

	"github.com/bonton/bonton/server"
	"github.com/bonton/bonton/server/sqlhead"
)

// Names of the bindings in wrangler.jsonc.
const (
	database = "HEAD"
	bucket   = "FILES"
)

// Store is a bucket and a database.
type Store struct {
	sqlhead.Row
	files *r2.Bucket
}

// Open finds the bindings, and makes the head's table where there is none.
func Open(ctx context.Context) (*Store, error) {
	files, err := r2.NewBucket(bucket)
	if err != nil {
		return nil, err
	}
	connector, err := d1.OpenConnector(database)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	_, err = db.ExecContext(ctx, sqlhead.Schema)
	return &Store{sqlhead.Row{DB: db}, files}, err
}

// Open is server.Store's.
func (s *Store) Open(_ context.Context, path string) (io.ReadSeekCloser, error) {
	object, err := s.files.Get(path)
	if err != nil {
		return nil, err
	}
	if object == nil {
		return nil, server.ErrNotFound
	}
	data, err := io.ReadAll(object.Body)
	return whole{bytes.NewReader(data)}, err
}

// whole is a file in memory.
type whole struct{ io.ReadSeeker }

func (whole) Close() error { return nil }

// Keep is server.Store's. R2 shows an object when all of it is there.
func (s *Store) Keep(_ context.Context, path string, data []byte) error {
	if held, err := s.files.Head(path); err != nil || held != nil {
		return err
	}
	_, err := s.files.Put(path, io.NopCloser(bytes.NewReader(data)), nil)
	return err
}
