package disk

import (
	"crypto/rand"
	"errors"
	"os"
	"runtime"
)

// write puts data into a new file beside the one it will become.
func (s *Store) write(name string, data []byte) (string, error) {
	temporary := name + "." + rand.Text() + ".new"
	file, err := s.files.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return "", err
	}
	_, err = file.Write(data)
	return temporary, errors.Join(err, file.Sync(), file.Close())
}

// ignoreUnsupported: Windows cannot sync a folder, and needs not.
func ignoreUnsupported(err error) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	return err
}
