package main

import (
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/bonton/bonton/bundle/publish"
)

var keysVerbs = map[string]func(args []string, out io.Writer) (int, error){"new": newKey, "list": listKeys, "reveal": revealKey}

// keysFolder is where this user's keys are.
func keysFolder() (string, error) {
	home := os.Getenv("BONTON_HOME")
	if home == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return "", err
		}
		home = filepath.Join(config, "bonton")
	}
	return filepath.Join(home, "keys"), nil
}

func newKey(args []string, out io.Writer) (int, error) {
	args, err := newFlags("keys new").parse(args, 1, 1)
	if err != nil {
		return exitUsage, err
	}
	folder, err := keysFolder()
	if err != nil {
		return exitUsage, err
	}
	private, public, err := publish.NewKey(args[0])
	if err != nil {
		return exitUsage, err
	}
	name := filepath.Join(folder, args[0]+".key")
	if _, err := os.Stat(name); err == nil {
		return exitUsage, usage{fmt.Sprintf("%s exists already", name), "a key is never written over; take another name"}
	}
	word, err := passphrase(args[0], true)
	if err != nil {
		return exitUsage, err
	}
	sealed, err := publish.Seal(private, word)
	if err != nil {
		return exitUsage, err
	}
	return exitClean, writeKey(out, name, sealed, public)
}

// writeKey writes both halves; the secret one first, and never over another.
func writeKey(out io.Writer, name string, sealed []byte, public publish.Public) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	if err := create(name, sealed, 0o600); err != nil {
		return err
	}
	data, err := json.Marshal(public)
	if err != nil {
		return err
	}
	half := strings.TrimSuffix(name, ".key") + ".pub"
	if err := create(half, append(data, '\n'), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(out, filepath.ToSlash(half))
	return nil
}

// create writes a file that must not exist.
func create(name string, data []byte, mode os.FileMode) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	return errors.Join(err, file.Close())
}

func listKeys(args []string, out io.Writer) (int, error) {
	if _, err := newFlags("keys list").parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	folder, err := keysFolder()
	if err != nil {
		return exitUsage, err
	}
	names, err := filepath.Glob(filepath.Join(folder, "*.pub"))
	for _, name := range names {
		public, err := readPublic(name)
		if err != nil {
			return exitUsage, err
		}
		fmt.Fprintf(out, "%-16s %s\n", public.Name, public.ID)
	}
	return exitClean, err
}

func readPublic(name string) (publish.Public, error) { return readAs(name, publish.ReadPublic) }

// openKey decrypts a key of this user.
func openKey(name string) (ed25519.PrivateKey, error) {
	folder, err := keysFolder()
	if err != nil {
		return nil, err
	}
	if !publish.KeyName.MatchString(name) {
		return nil, usage{fmt.Sprintf("%q is no name of a key", name), "bonton keys list shows them"}
	}
	sealed, err := os.ReadFile(filepath.Join(folder, name+".key"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, usage{fmt.Sprintf("there is no key %s on this machine", name), "bonton keys list shows them, bonton keys new makes one"}
	}
	if err != nil {
		return nil, err
	}
	word, err := passphrase(name, false)
	if err != nil {
		return nil, err
	}
	private, err := publish.Unseal(sealed, word)
	if err != nil {
		return nil, fmt.Errorf("key %s: %w", name, err)
	}
	return private, nil
}
