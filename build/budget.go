package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// maxZip is the limit of what a browser fetches, in bytes.
const maxZip = 10 << 20

// checkBudget fails when the zip or a program outgrows its limit.
func checkBudget(archive, dir string) error {
	for _, program := range programs {
		if err := checkSize(filepath.Join(dir, "engine", program.name+".wasm"), program.limit); err != nil {
			return err
		}
	}
	return checkSize(archive, maxZip)
}

func checkSize(path string, limit int64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.Size() > limit {
		return fmt.Errorf("%s has %d bytes, its limit is %d", path, info.Size(), limit)
	}
	return nil
}
