package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
)

// TestVerifyAsBrowser: a host that says 404 without the header, as nginx does without `always`, is named; one that allows
// all to be read is not.
func TestVerifyAsBrowser(t *testing.T) {
	work, _ := office(t)
	site := t.TempDir()
	command(t, "bundle", "publish", "--dir", work, "--key", "online", "--to", site)
	files := http.FileServer(http.Dir(site))
	always := true
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if always || !strings.HasSuffix(r.URL.Path, "/2.root.json") {
			w.Header().Set("Access-Control-Allow-Origin", "*")
		}
		files.ServeHTTP(w, r)
	}))
	defer host.Close()
	verify := []string{"bundle", "verify", "--root", filepath.Join(work, "repository", "metadata", "1.root.json"), host.URL}
	command(t, verify...)
	always = false
	var errs bytes.Buffer
	if code := run(verify, strings.NewReader(""), &bytes.Buffer{}, &errs); code != exitFound || !strings.Contains(errs.String(), "2.root.json (answer 404)") {
		t.Errorf("exit %d\n%s", code, &errs)
	}
}
