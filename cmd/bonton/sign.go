package main

import (
	"crypto/ed25519"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

func signBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle sign")
	dir := set.String("dir", ".", "")
	name := set.String("key", "", "")
	files, err := set.parse(args, 0, 16)
	if err != nil {
		return exitUsage, err
	}
	w := publish.Workspace(*dir)
	if len(files) == 0 {
		if files, err = w.Staged(); err != nil {
			return exitUsage, err
		}
	}
	if len(files) == 0 {
		return exitUsage, usage{fmt.Sprintf("nothing is staged in %s", w), "name the file to sign, or the folder with --dir"}
	}
	key, err := openKey(*name)
	if err != nil {
		return exitUsage, err
	}
	id, err := repository.KeyID(key.Public())
	if err != nil {
		return exitUsage, err
	}
	signed := 0
	for _, file := range files {
		done, err := signFile(w, file, key, id, out)
		if err != nil {
			return exitUsage, err
		}
		if done {
			signed++
		}
	}
	if signed == 0 {
		return exitUsage, usage{fmt.Sprintf("%s may sign nothing here", *name), "bonton bundle status says who must sign"}
	}
	return exitClean, nil
}

// signFile shows what a file holds and signs it, unless the root does not name the key.
func signFile(w publish.Workspace, file string, key ed25519.PrivateKey, id string, out io.Writer) (bool, error) {
	half, err := readHalf(file)
	if err != nil {
		return false, err
	}
	state, err := w.State()
	if err != nil {
		return false, err
	}
	last, err := publish.Judge(state, half, filepath.Dir(file))
	if err != nil {
		return false, err
	}
	if half.Needs(last) != nil && !half.May(last, id) {
		return false, nil
	}
	for _, line := range half.Summary() {
		fmt.Fprintln(out, line)
	}
	if err := half.Sign(key); err != nil {
		return false, err
	}
	data, err := half.Bytes()
	if err != nil {
		return false, err
	}
	fmt.Fprintf(out, "signed %s: %s\n", filepath.ToSlash(file), said(half, last))
	return true, os.WriteFile(file, data, 0o644)
}
