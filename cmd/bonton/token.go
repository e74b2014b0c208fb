package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/bonton/bonton/server"
)

func (s serving) tokenFile() string { return filepath.Join(s.dir, "token.sha256") }

// makeToken writes the hash of a new admin token and prints the token, which is kept nowhere.
func (s serving) makeToken(out io.Writer) error {
	token, hash := server.NewToken()
	if err := os.MkdirAll(s.dir, 0o750); err != nil {
		return err
	}
	if err := os.WriteFile(s.tokenFile(), []byte(hash.String()+"\n"), 0o600); err != nil {
		return err
	}
	_, err := fmt.Fprintln(out, token)
	return err
}

// token is the hash of the admin token, from the environment or the folder. Without one the server only serves.
func (s serving) token() (server.Hash, error) {
	text, err := secret("BONTON_TOKEN_HASH")
	if err != nil {
		return server.Hash{}, err
	}
	if text == "" {
		data, err := os.ReadFile(s.tokenFile())
		if errors.Is(err, os.ErrNotExist) {
			return server.Hash{}, nil
		}
		if err != nil {
			return server.Hash{}, err
		}
		text = string(data)
	}
	return server.ParseHash(text)
}
