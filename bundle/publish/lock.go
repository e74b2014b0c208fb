package publish

import (
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Lock waits until no other command works in this workspace, and keeps others out until unlock is called. What was read
// before must be read again after it. The file that is locked stays; it is empty, and may get into git.
func (w Workspace) Lock() (unlock func(), err error) {
	if err := os.MkdirAll(string(w), 0o755); err != nil {
		return nil, err
	}
	return lockedfile.MutexAt(filepath.Join(string(w), ".lock")).Lock()
}
