package bundletest

import (
	"bytes"
	"compress/gzip"
	"context"
	"net/http"
	"strings"

	"github.com/bonton/bonton/bundle"
)

// Files is a static host.
type Files map[string][]byte

// Fetch is bundle.Fetcher's.
func (f Files) Fetch(_ context.Context, path string, _ int64) ([]byte, error) {
	data, ok := f[path]
	if !ok {
		return nil, &bundle.Error{File: path, Class: bundle.ErrNotFound}
	}
	return data, nil
}

// ServeHTTP gives the same over http. Nothing may change while a request runs.
func (f Files) ServeHTTP(out http.ResponseWriter, request *http.Request) {
	data, ok := f[strings.TrimPrefix(request.URL.Path, "/")]
	if !ok {
		http.NotFound(out, request)
		return
	}
	_, _ = out.Write(data)
}

// Pack is a gzip of data.
func Pack(data []byte) []byte {
	var out bytes.Buffer
	zip := gzip.NewWriter(&out)
	_, _ = zip.Write(data)
	_ = zip.Close()
	return out.Bytes()
}
