package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// Limits in bytes: what a browser must fetch, keep and compile before the first check.
const (
	maxZip    = 10 << 20
	maxLinter = 8 << 20
)

// checkBudget fails when the zip or the engine outgrows its limit.
func checkBudget(archive, dir string) error {
	if err := checkSize(archive, maxZip); err != nil {
		return err
	}
	return checkSize(filepath.Join(dir, "engine", "linter.wasm"), maxLinter)
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
