package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// Files are those of a folder whose names end so, in order, with the folder; none where there is no folder. Nothing in the
// folder's own name means anything, as brackets do in a pattern.
func Files(folder, suffix string) (names []string, err error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	for _, entry := range entries {
		if !entry.IsDir() && strings.HasSuffix(entry.Name(), suffix) {
			names = append(names, filepath.Join(folder, entry.Name()))
		}
	}
	return names, err
}
