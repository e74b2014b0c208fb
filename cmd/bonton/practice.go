package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// roomPolicy is what the practice room's pages and Workers may do: run what the site brings, and reach nobody else.
const roomPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; " +
	"img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// withRoom serves the practice room's site before what the server has of its own; no name of theirs is the same.
func withRoom(dir string, server http.Handler) (http.Handler, error) {
	site := os.DirFS(dir)
	if _, err := fs.Stat(site, "practice/index.html"); err != nil {
		return nil, usage{fmt.Sprintf("%s is not the practice room", dir), "go run ./build makes it as dist/practice"}
	}
	files := http.FileServerFS(site)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead || !holds(site, r.URL.Path) {
			server.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", roomPolicy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-cache")
		files.ServeHTTP(w, r)
	}), nil
}

// holds says whether a site has a file, or a page for a folder, at this path.
func holds(site fs.FS, asked string) bool {
	name := strings.TrimPrefix(path.Clean("/"+asked), "/")
	if name == "" {
		name = "."
	}
	info, err := fs.Stat(site, name)
	if err == nil && info.IsDir() {
		_, err = fs.Stat(site, path.Join(name, "index.html"))
	}
	return err == nil
}

// runRoom serves the practice room alone, which needs no key: it brings its signed rules.
func (s serving) runRoom(ctx context.Context, out io.Writer) error {
	ctx, stop := untilStopped(ctx)
	defer stop()
	handler, err := withRoom(s.practice, http.NotFoundHandler())
	if err != nil {
		return err
	}
	listener, address, err := s.listen()
	if err != nil {
		return err
	}
	s.tellRoom(out, address)
	return serveOn(ctx, listener, handler)
}

func (s serving) tellRoom(out io.Writer, address string) {
	fmt.Fprintf(out, "the practice room of %s is on %s/practice/\n", filepath.ToSlash(s.practice), address)
}
