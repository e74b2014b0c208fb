package publish

import (
	"os"
	"path/filepath"
	"strings"
)

// NoteServer keeps in the workspace that a server signs snapshot and timestamp from now on; none that they are signed here.
func (w Workspace) NoteServer(address string) error {
	name := filepath.Join(string(w), "server.txt")
	if address == "" {
		return ignoreMissing(os.Remove(name))
	}
	return WriteFile(name, []byte(address+"\n"))
}

// Server is the address of the server that signs snapshot and timestamp; empty while they are signed here.
func (w Workspace) Server() (string, error) {
	data, err := readOrNil(filepath.Join(string(w), "server.txt"))
	return strings.TrimSpace(string(data)), err
}
