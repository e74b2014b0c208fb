package main

import (
	"crypto/ed25519"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

// offered is a file that waits for signatures, as it is shown.
type offered struct {
	file  string
	half  publish.Half
	last  publish.Root
	state repository.State
}

// offers reads files, or all that are staged.
func offers(w publish.Workspace, files []string) (list []offered, err error) {
	if len(files) == 0 {
		if files, err = w.Staged(); err != nil {
			return nil, err
		}
	}
	if len(files) == 0 {
		return nil, usage{fmt.Sprintf("nothing is staged in %s", w), "name the file, or the folder with --dir"}
	}
	state, err := w.State()
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		half, err := readHalf(file)
		if err != nil {
			return nil, err
		}
		last, err := publish.Judge(state, half, filepath.Dir(file))
		if err != nil {
			return nil, err
		}
		list = append(list, offered{file, half, last, state})
	}
	return list, nil
}

func (o offered) show(out io.Writer) {
	for _, line := range o.half.Show(o.state) {
		fmt.Fprintln(out, line)
	}
}

// showBundle says what files hold and who must sign them still. It needs no key.
func showBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle show")
	dir := set.String("dir", ".", "")
	files, err := set.parse(args, 0, 16)
	if err != nil {
		return exitUsage, err
	}
	list, err := offers(publish.Workspace(*dir), files)
	if err != nil {
		return exitUsage, err
	}
	for _, o := range list {
		o.show(out)
		fmt.Fprintf(out, "%s: %s\n", filepath.ToSlash(o.file), o.half.Said(o.last))
	}
	return exitClean, nil
}

func signBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle sign")
	dir := set.String("dir", ".", "")
	name := set.String("key", "", "")
	yes := set.Bool("yes", false, "")
	files, err := set.parse(args, 0, 16)
	if err != nil {
		return exitUsage, err
	}
	id, err := keyID(*name)
	if err != nil {
		return exitUsage, err
	}
	w := publish.Workspace(*dir)
	list, err := offers(w, files)
	if err != nil {
		return exitUsage, err
	}
	if list, err = allowed(list, *name, id); err != nil {
		return exitUsage, err
	}
	for _, o := range list {
		o.show(out)
	}
	if err := agreed(*yes, fmt.Sprintf("sign %s as %s?", count(len(list), "file"), *name)); err != nil {
		return exitUsage, err
	}
	if err := signAll(w, list, *name, out); err != nil {
		return exitUsage, err
	}
	return exitClean, nil
}

// allowed are the files that a key may sign; all of them while its id is not known.
func allowed(list []offered, name, id string) ([]offered, error) {
	list = slices.DeleteFunc(list, func(o offered) bool {
		return id != "" && o.half.Needs(o.last) != nil && !o.half.May(o.last, id)
	})
	if len(list) == 0 {
		return nil, usage{fmt.Sprintf("%s may sign nothing here", name), "bonton bundle status says who must sign"}
	}
	return list, nil
}

// signAll opens the key and signs what was shown.
func signAll(w publish.Workspace, list []offered, name string, out io.Writer) error {
	key, err := openKey(name)
	if err != nil {
		return err
	}
	own, err := publish.PublicOf(name, key)
	if err != nil {
		return err
	}
	if list, err = allowed(list, name, own.ID); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(string(w), "staged")); err == nil { // files may be signed far from any workspace
		unlock, err := w.Lock()
		if err != nil {
			return err
		}
		defer unlock()
	}
	for _, o := range list {
		if err := o.sign(key, out); err != nil {
			return err
		}
	}
	return nil
}

// sign adds a signature to what was shown, beside those that others added meanwhile.
func (o offered) sign(key ed25519.PrivateKey, out io.Writer) error {
	half, err := readHalf(o.file)
	if err != nil {
		return err
	}
	if !half.Same(o.half) {
		return usage{fmt.Sprintf("%s has changed since it was shown", filepath.ToSlash(o.file)), "run bonton bundle sign again"}
	}
	if err := half.Sign(key); err != nil {
		return err
	}
	data, err := half.Bytes()
	if err == nil {
		err = publish.WriteFile(o.file, data)
	}
	if err == nil {
		_, err = fmt.Fprintf(out, "signed %s: %s\n", filepath.ToSlash(o.file), half.Said(o.last))
	}
	return err
}
