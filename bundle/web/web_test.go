package web

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/bonton/bonton/bundle"
)

func TestFetch(t *testing.T) {
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { t.Error("another host was asked") }))
	defer other.Close()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/metadata/ok.json":
			w.Write([]byte("{}"))
		case "/targets/stable/x":
			w.Write([]byte("target"))
		case "/metadata/500.json":
			w.WriteHeader(500)
		case "/metadata/403.json":
			w.WriteHeader(403)
		case "/metadata/away.json":
			http.Redirect(w, r, other.URL, http.StatusFound)
		case "/metadata/cut.json":
			w.Header().Set("Content-Length", "100")
			w.Write([]byte("{"))
		case "/metadata/endless.json":
			for r.Context().Err() == nil {
				if _, err := w.Write(make([]byte, 4096)); err != nil {
					return
				}
			}
		default:
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	site, err := New(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		"metadata/ok.json": nil, "targets/stable/x": nil, "metadata/500.json": bundle.ErrStatus, "metadata/403.json": bundle.ErrNotFound,
		"metadata/none.json": bundle.ErrNotFound, "metadata/away.json": bundle.ErrRedirect, "metadata/cut.json": bundle.ErrUnavailable,
		"metadata/endless.json": bundle.ErrTooLarge,
	} {
		if _, err := site.Fetch(t.Context(), path, 1000); !errors.Is(err, want) || (want == nil) != (err == nil) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	server.Close()
	if _, err := site.Fetch(t.Context(), "metadata/ok.json", 10); !errors.Is(err, bundle.ErrUnavailable) {
		t.Errorf("down: %v", err)
	}
}

// TestClosed: what lacks the header is named, an answer of 404 too; what has it, or says it to who asks, is not.
func TestClosed(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/metadata/open.json":
			w.Header().Set("Access-Control-Allow-Origin", "*")
		case "/metadata/asked.json":
			w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
		case "/metadata/2.root.json":
			http.NotFound(w, r)
		}
	}))
	defer server.Close()
	plain, err := New(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	site := plain.AsBrowser()
	ask := func(paths ...string) {
		for _, path := range paths {
			_, _ = site.Fetch(t.Context(), path, 1000)
			_, _ = plain.Fetch(t.Context(), path, 1000)
		}
	}
	ask("metadata/open.json", "metadata/asked.json")
	if err := site.Closed(); err != nil {
		t.Error(err)
	}
	ask("metadata/2.root.json", "metadata/timestamp.json")
	for _, word := range []string{"metadata/2.root.json (answer 404)", "metadata/timestamp.json (answer 200)", "always"} {
		if err := site.Closed(); err == nil || !strings.Contains(err.Error(), word) {
			t.Errorf("%v, want %q", err, word)
		}
	}
	if err := plain.Closed(); err != nil {
		t.Errorf("nobody asked: %v", err)
	}
}

func TestAddresses(t *testing.T) {
	for address, good := range map[string]bool{"https://rules.example": true, "http://127.0.0.1:80": true, "http://rules.example": false, "rules": false, "file:///etc": false} {
		if _, err := New(address); (err == nil) != good {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestFolder(t *testing.T) {
	if _, err := Folder(t.TempDir()).Fetch(t.Context(), "metadata/x", 1); !errors.Is(err, bundle.ErrNotFound) {
		t.Error(err)
	}
	if _, err := read("x", strings.NewReader("12"), 1); !errors.Is(err, bundle.ErrTooLarge) {
		t.Error(err)
	}
}
