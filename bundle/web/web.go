// Package web fetches a repository over https for native programs and tests; the browser has its own fetch. It follows no
// redirect, sends no cookie and no header of its own, and reads no more than it is told to.
package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/bonton/bonton/bundle"
)

// Site is a repository on a static host or server.
type Site struct {
	metadata, targets string
	client            *http.Client
	closed            *closed // what a browser could not read; nil does not ask
}

// timeout bounds one file.
const timeout = 30 * time.Second

// New reads a repository whose folders metadata/ and targets/ are below an address.
func New(base string) (*Site, error) {
	base = strings.TrimSuffix(base, "/")
	return Split(base+"/metadata", base+"/targets")
}

// Split reads a repository whose folders lie apart.
func Split(metadata, targets string) (*Site, error) {
	for _, address := range []string{metadata, targets} {
		if err := Check(address); err != nil {
			return nil, err
		}
	}
	return &Site{strings.TrimSuffix(metadata, "/"), strings.TrimSuffix(targets, "/"), Client(), nil}, nil
}

// Client is an http client that stays where it is sent.
func Client() *http.Client {
	return &http.Client{Timeout: timeout, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

// Check refuses an address without encryption, but for this very machine.
func Check(address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	local := u.Hostname() == "localhost" || u.Hostname() == "127.0.0.1" || u.Hostname() == "::1"
	if u.Host == "" || u.Scheme != "https" && !(u.Scheme == "http" && local) {
		return fmt.Errorf("%q is no https address", address)
	}
	return nil
}

// Fetch is bundle.Fetcher's.
func (s *Site) Fetch(ctx context.Context, path string, max int64) ([]byte, error) {
	address := s.metadata + escape(strings.TrimPrefix(path, "metadata"))
	if rest, ok := strings.CutPrefix(path, "targets"); ok {
		address = s.targets + escape(rest)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, &bundle.Error{File: path, Class: bundle.ErrUnavailable, Detail: err.Error()}
	}
	if s.closed != nil {
		request.Header.Set("Origin", extension)
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return nil, &bundle.Error{File: path, Class: bundle.ErrUnavailable, Detail: err.Error()}
	}
	defer answer.Body.Close()
	s.closed.note(path, answer)
	if err := status(path, answer.StatusCode); err != nil {
		return nil, err
	}
	return read(path, answer.Body, max)
}

// escape keeps a name with a question mark or a space in it from becoming another address.
func escape(path string) string { return (&url.URL{Path: path}).EscapedPath() }

// status gives an answer its class. Some hosts say 403 of what is not there.
func status(path string, code int) error {
	class := bundle.ErrStatus
	switch {
	case code == http.StatusOK:
		return nil
	case code == http.StatusNotFound || code == http.StatusForbidden:
		class = bundle.ErrNotFound
	case code >= 300 && code < 400:
		class = bundle.ErrRedirect
	}
	return &bundle.Error{File: path, Class: class, Detail: fmt.Sprintf("answer %d", code)}
}

func read(path string, body io.Reader, max int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(body, max+1))
	if err != nil {
		return nil, &bundle.Error{File: path, Class: bundle.ErrUnavailable, Detail: err.Error()}
	}
	if int64(len(data)) > max {
		return nil, &bundle.Error{File: path, Class: bundle.ErrTooLarge, Detail: fmt.Sprintf("more than %d bytes", max)}
	}
	return data, nil
}

// Folder is a repository on this machine.
type Folder string

// Fetch is bundle.Fetcher's.
func (f Folder) Fetch(_ context.Context, path string, max int64) ([]byte, error) {
	file, err := os.Open(filepath.Join(string(f), filepath.FromSlash(path)))
	if errors.Is(err, os.ErrNotExist) {
		return nil, &bundle.Error{File: path, Class: bundle.ErrNotFound}
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return read(path, file, max)
}
