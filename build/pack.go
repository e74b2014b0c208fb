package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
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
		return &deflater{out: out}, nil
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

// deflated keeps what was compressed, by its hash: the packages of all browsers hold the same programs, and the best compression
// of them takes seconds.
var deflated = map[[sha256.Size]byte][]byte{}

// deflater compresses what is written when it is closed.
type deflater struct {
	out  io.Writer
	data bytes.Buffer
}

func (d *deflater) Write(p []byte) (int, error) { return d.data.Write(p) }

func (d *deflater) Close() error {
	sum := sha256.Sum256(d.data.Bytes())
	if deflated[sum] == nil {
		packed, err := deflate(d.data.Bytes())
		if err != nil {
			return err
		}
		deflated[sum] = packed
	}
	_, err := d.out.Write(deflated[sum])
	return err
}

func deflate(data []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err = w.Close()
	return packed.Bytes(), err
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
