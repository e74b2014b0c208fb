// Package disk is a server's store on one machine: files in a folder, and the head in SQLite beside them. It needs nothing
// to be installed.
package disk

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // SQLite without C

	"github.com/bonton/bonton/server/sqlhead"
)

// Store is a folder.
type Store struct {
	sqlhead.Row
	files *os.Root
}

// options make a swap last before it is answered, and wait for another program that swaps.
const options = "_pragma=journal_mode(wal)&_pragma=synchronous(full)&_pragma=busy_timeout(5000)"

// Open opens a folder, and makes it where there is none.
func Open(folder string) (*Store, error) {
	if err := os.MkdirAll(filepath.Join(folder, "files"), 0o750); err != nil {
		return nil, err
	}
	files, err := os.OpenRoot(filepath.Join(folder, "files"))
	if err != nil {
		return nil, err
	}
	db, err := head(filepath.Join(folder, "head.sqlite"))
	if err != nil {
		return nil, errors.Join(err, files.Close())
	}
	return &Store{sqlhead.Row{DB: db}, files}, nil
}

// head opens the database, and names it when it is none.
func head(name string) (*sql.DB, error) {
	address, err := uri(name)
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", address)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if _, err = db.Exec(sqlhead.Schema); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", name, err), db.Close())
	}
	return db, nil
}

// uri is a file's address for SQLite, in which a question mark or a percent sign in a folder's name stays one.
func uri(name string) (string, error) {
	whole, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	path := filepath.ToSlash(whole)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/…
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: options}).String(), nil
}

// Close ends all access.
func (s *Store) Close() error { return errors.Join(s.DB.Close(), s.files.Close()) }

// Open is server.Store's.
func (s *Store) Open(_ context.Context, path string) (io.ReadSeekCloser, error) {
	return s.files.Open(filepath.FromSlash(path))
}

// Keep is server.Store's. A file gets its name when all of it is on the disk.
func (s *Store) Keep(_ context.Context, path string, data []byte) error {
	name := filepath.FromSlash(path)
	if _, err := s.files.Stat(name); err == nil {
		return nil
	}
	if err := s.files.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		return err
	}
	temporary, err := s.write(name, data)
	if err == nil {
		err = s.files.Rename(temporary, name)
	}
	if err != nil {
		return err
	}
	return s.settle(filepath.Dir(name))
}

// settle puts a folder's names on the disk.
func (s *Store) settle(folder string) error {
	dir, err := s.files.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(ignoreUnsupported(dir.Sync()), dir.Close())
}
