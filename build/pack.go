package main

import (
	"archive/zip"
	"compress/flate"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// writeZip packs dir: files in name order, one fixed time, so that the same sources give the same bytes.
func writeZip(archive, dir string) error {
	file, err := os.Create(archive)
	if err != nil {
		return err
	}
	defer file.Close()
	w := zip.NewWriter(file)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	stamp := sourceDate()
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return addFile(w, filepath.Join(dir, name), name, stamp)
	})
	if err != nil {
		return err
	}
	return w.Close()
}

func addFile(w *zip.Writer, path, name string, stamp time.Time) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	entry, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: stamp})
	if err != nil {
		return err
	}
	_, err = entry.Write(data)
	return err
}

// sourceDate is SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org), else when the last commit was made, else
// the earliest time a zip can hold: the same sources have the same date.
func sourceDate() time.Time {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		out, _ := exec.Command("git", "log", "-1", "--format=%ct").Output() // without git there is no commit
		text = strings.TrimSpace(string(out))
	}
	if s, err := strconv.ParseInt(text, 10, 64); err == nil {
		return time.Unix(s, 0).UTC()
	}
	return time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
}
