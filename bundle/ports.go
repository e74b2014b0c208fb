package bundle

import "context"

// Fetcher gets files of a repository. It must follow no redirect, send no cookie and read no more than max bytes.
// Its errors should be of ErrUnavailable's classes, or ErrTooLarge; a root that does not exist must be ErrNotFound.
type Fetcher interface {
	// Fetch reads a file by its path, such as metadata/2.root.json or targets/stable/<hash>.rules.json.gz.
	Fetch(ctx context.Context, path string, max int64) ([]byte, error)
}

// Store keeps what was verified, so that the device never goes back. Nothing read from it is trusted.
type Store interface {
	// Read answers nil when there is no such file.
	Read(name string) ([]byte, error)
	// Write replaces the files together: all of them or none.
	Write(files map[string][]byte) error
}

// Memory is a Store that lasts as long as the program.
type Memory map[string][]byte

// Read is Store's.
func (m Memory) Read(name string) ([]byte, error) { return m[name], nil }

// Write is Store's.
func (m Memory) Write(files map[string][]byte) error {
	for name, data := range files {
		m[name] = data
	}
	return nil
}
