package publish

import (
	"errors"
	"os"
	"path/filepath"
)

// WriteFile replaces a file whole and for good: whoever reads meanwhile, or after the power failed, gets the old one or the
// new one. Folders that are missing are made.
func WriteFile(name string, data []byte) error {
	folder := filepath.Dir(name)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	temporary := name + ".new"
	err := writeAll(temporary, data)
	if err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		return errors.Join(err, ignoreMissing(os.Remove(temporary)))
	}
	settle(folder)
	return nil
}

// writeAll writes a file that is on the disk when it answers.
func writeAll(name string, data []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Sync(), file.Close())
}

// settle puts a folder's names on the disk, where the system can: Windows and some network folders cannot, and need not.
func settle(folder string) {
	if dir, err := os.Open(folder); err == nil {
		_ = dir.Sync()
		dir.Close()
	}
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
