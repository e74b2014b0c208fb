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
	name := filepath.Join(folder, args[0])
	for _, half := range []string{name + ".key", name + ".pub"} {
		if _, err := os.Stat(half); err == nil {
			return exitUsage, usage{fmt.Sprintf("%s exists already", half), "a key is never written over; take another name"}
		}
	}
	word, err := passphrase(args[0], true)
	if err != nil {
		return exitUsage, err
	}
	sealed, err := publish.Seal(private, word)
	if err != nil {
		return exitUsage, err
	}
	if err := writeKey(out, name, sealed, public); err != nil {
		return exitUsage, err
	}
	return exitClean, nil
}

// writeKey writes both halves; the secret one first, and never over another.
func writeKey(out io.Writer, name string, sealed []byte, public publish.Public) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	if err := create(name+".key", sealed, 0o600); err != nil {
		return err
	}
	data, err := json.Marshal(public)
	if err != nil {
		return err
	}
	half := name + ".pub"
	if err := create(half, append(data, '\n'), 0o644); err != nil {
		return errors.Join(err, os.Remove(name+".key")) // half a key would only keep its name from the next one
	}
	_, err = fmt.Fprintln(out, filepath.ToSlash(half))
	return err
}

// create writes a file that must not exist, and leaves none where that fails, such as on a full disk.
func create(name string, data []byte, mode os.FileMode) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		err = errors.Join(err, os.Remove(name))
	}
	return err
}

func listKeys(args []string, out io.Writer) (int, error) {
	if _, err := newFlags("keys list").parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	folder, err := keysFolder()
	if err != nil {
		return exitUsage, err
	}
	names, err := publish.Files(folder, ".pub")
	if err != nil {
		return exitUsage, err
	}
	var all error
	for _, name := range names {
		public, err := readPublic(name)
		if err != nil {
			all = errors.Join(all, err)
			continue
		}
		fmt.Fprintf(out, "%-16s %s\n", public.Name, public.ID)
	}
	return exitClean, all
}

func readPublic(name string) (publish.Public, error) { return readAs(name, publish.ReadPublic) }

// keyFile is where a key of this user is.
func keyFile(name string) (string, error) {
	folder, err := keysFolder()
	if err != nil {
		return "", err
	}
	if !publish.KeyName.MatchString(name) {
		return "", usage{fmt.Sprintf("%q is no name of a key", name), "bonton keys list shows them"}
	}
	file := filepath.Join(folder, name+".key")
	if _, err := os.Stat(file); errors.Is(err, os.ErrNotExist) {
		return "", usage{fmt.Sprintf("there is no key %s on this machine", name), "bonton keys list shows them, bonton keys new makes one"}
	}
	return file, nil
}

// keyID is the id of a key of this user, read from its public half; nothing where that is not beside it.
func keyID(name string) (string, error) {
	file, err := keyFile(name)
	if err != nil {
		return "", err
	}
	public, err := readPublic(strings.TrimSuffix(file, ".key") + ".pub")
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	return public.ID, err
}

// openKey decrypts a key of this user. Where its public half lies beside it, it must be that.
func openKey(name string) (ed25519.PrivateKey, error) {
	file, err := keyFile(name)
	if err != nil {
		return nil, err
	}
	private, err := unseal(file, name)
	if err != nil {
		return nil, err
	}
	beside, err := readPublic(strings.TrimSuffix(file, ".key") + ".pub")
	if errors.Is(err, os.ErrNotExist) {
		return private, nil
	}
	if err != nil {
		return nil, err
	}
	if own, err := publish.PublicOf(name, private); err != nil || own.ID != beside.ID {
		return nil, errors.Join(err, fmt.Errorf("%s.pub is the half of another key than %s.key", name, name))
	}
	return private, nil
}

// unseal asks for the passphrase of a key and decrypts it.
func unseal(file, name string) (ed25519.PrivateKey, error) {
	sealed, err := os.ReadFile(file)
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
