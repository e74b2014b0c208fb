package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestServeRoom: the room alone is served with its policy, and nothing beside it.
func TestServeRoom(t *testing.T) {
	site := t.TempDir()
	for name, text := range map[string]string{"index.html": "start", "practice/index.html": "room", "engine/linter.wasm": "\x00asm"} {
		file := filepath.Join(site, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	said, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- serving{practice: site, address: "127.0.0.1:0"}.runRoom(ctx, out) }()
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	base := strings.TrimSuffix(line[strings.LastIndex(line, " ")+1:len(line)-1], "practice/")
	for path, want := range map[string]string{"": "text/html", "practice/": "text/html", "engine/linter.wasm": "application/wasm", "engine/": "", "metadata/root.json": "", "../serve.go": ""} {
		answer, err := http.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		found := answer.StatusCode == http.StatusOK
		if found != (want != "") || found && !strings.HasPrefix(answer.Header.Get("Content-Type"), want) {
			t.Errorf("%q: %s, %s", path, answer.Status, answer.Header.Get("Content-Type"))
		}
		if found && !strings.Contains(answer.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%q has no policy", path)
		}
	}
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// TestServeRoomRefuses a folder that is something else, and says how to make the right one.
func TestServeRoomRefuses(t *testing.T) {
	_, err := withRoom(t.TempDir(), http.NotFoundHandler())
	if err == nil || !strings.Contains(err.Error(), "not the practice room") {
		t.Errorf("got %v", err)
	}
}
