package rules

import (
	"fmt"
	"io"
	"io/fs"
)

// readBounded reads a file up to a byte beyond its limit, where its reader refuses it. A pipe or a device, which might never
// end, is a mistake.
func readBounded(fsys fs.FS, name string, limit int) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &Mistake{File: name, Problem: fmt.Sprintf("is no file, but %s", info.Mode().Type())}
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, int64(limit)+1))
}
