package main

import (
	"encoding/hex"
	"fmt"
	"io"
)

// revealKey prints a key without its passphrase, for a host that keeps secrets itself. It is meant for the online key, which
// can only delay rules; an admin's key has no business elsewhere.
func revealKey(args []string, out io.Writer) (int, error) {
	args, err := newFlags("keys reveal").parse(args, 1, 1)
	if err != nil {
		return exitUsage, err
	}
	key, err := openKey(args[0])
	if err != nil {
		return exitUsage, err
	}
	fmt.Fprintln(out, hex.EncodeToString(key.Seed()))
	return exitClean, nil
}
