package repository

import (
	"bytes"
	"errors"
	"testing"

	"github.com/bonton/bonton/bundle"
)

// FuzzDecodePublication reads bodies that anyone may post.
func FuzzDecodePublication(f *testing.F) {
	kind, body, err := Publication{Roots: [][]byte{[]byte("{}")}, Targets: []byte("{}"), Files: map[string][]byte{"targets/stable/x.rules.json.gz": {1, 2}}}.Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(kind, body)
	f.Add("text/html", []byte("<html>"))
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		if _, err := DecodePublication(kind, bytes.NewReader(body)); err != nil && !errors.Is(err, bundle.ErrUntrusted) {
			t.Errorf("no class: %v", err)
		}
	})
}

// TestDecodeRefuses: a part with a name of its own could end up anywhere.
func TestDecodeRefuses(t *testing.T) {
	for _, name := range []string{"metadata/timestamp.json", "../x", ""} {
		kind, body, _ := Publication{Files: map[string][]byte{name: {1}}}.Encode()
		if _, err := DecodePublication(kind, bytes.NewReader(body)); !errors.Is(err, bundle.ErrFormat) {
			t.Errorf("%q: %v", name, err)
		}
	}
}
