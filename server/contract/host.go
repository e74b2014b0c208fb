package contract

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/server"
)

// Host is a server that runs over an empty store, with Token and the online keys dev-online and dev-1.
type Host struct {
	URL     string
	Refresh func(at time.Time) error // what its clock does, at a time
	Restart func()                   // ends it and starts it again over the same store; URL may change
}

// Token is the admin token of every Host, and Hash its hash: worthless, like the development keys.
const Token = "contract"

// OnlineKeys are the names of the development keys that a Host signs with.
var OnlineKeys = []string{"dev-online", "dev-1"}

// reading is one for all, so that connections are used again; http asks anew by itself where the server has closed one.
var reading = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 256, IdleConnTimeout: time.Second}, Timeout: time.Minute}

// publishing takes a new connection each time: http sends no POST twice, and a server may close one that rests at any time.
var publishing = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: time.Minute}

// answer is what came back.
type answer struct {
	code   int
	header http.Header
	body   []byte
}

func do(client *http.Client, request *http.Request) (answer, error) {
	got, err := client.Do(request)
	if err != nil {
		return answer{}, err
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	return answer{got.StatusCode, got.Header, body}, err
}

// get reads a path; headers are pairs.
func (h *Host) get(ctx context.Context, path string, headers ...string) (answer, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, h.URL+"/"+path, nil)
	if err != nil {
		return answer{}, err
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return do(reading, request)
}

func (h *Host) mustGet(t testing.TB, path string, headers ...string) answer {
	t.Helper()
	got, err := h.get(t.Context(), path, headers...)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// post publishes as the command line does; headers are pairs that replace the usual ones.
func (h *Host) post(ctx context.Context, p repository.Publication, follows int64, headers ...string) (answer, error) {
	kind, body, err := p.Encode()
	if err != nil {
		return answer{}, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, h.URL+"/v1/publish", bytes.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	request.Header.Set("Content-Type", kind)
	request.Header.Set("Authorization", "Bearer "+Token)
	request.Header.Set("If-Match", strconv.Quote(strconv.FormatInt(follows, 10)))
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return do(publishing, request)
}

// publish wants a code. Only a test's own goroutine may call it, since it ends the test; others call wanted.
func (h *Host) publish(t testing.TB, code int, p repository.Publication, follows int64, headers ...string) answer {
	t.Helper()
	got, err := h.wanted(t.Context(), code, p, follows, headers...)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// wanted publishes, and any other code is an error.
func (h *Host) wanted(ctx context.Context, code int, p repository.Publication, follows int64, headers ...string) (answer, error) {
	got, err := h.post(ctx, p, follows, headers...)
	if err == nil && got.code != code {
		err = fmt.Errorf("answer %d %s, want %d", got.code, got.body, code)
	}
	return got, err
}

// Fetch is bundle.Fetcher's.
func (h *Host) Fetch(ctx context.Context, path string, _ int64) ([]byte, error) {
	got, err := h.get(ctx, path)
	switch {
	case err != nil:
		return nil, &bundle.Error{File: path, Class: bundle.ErrUnavailable, Detail: err.Error()}
	case got.code == http.StatusNotFound:
		return nil, &bundle.Error{File: path, Class: bundle.ErrNotFound}
	case got.code != http.StatusOK:
		return nil, &bundle.Error{File: path, Class: bundle.ErrStatus, Detail: strconv.Itoa(got.code)}
	}
	return got.body, nil
}

// device is a reader that starts with nothing but the root.
func (h *Host) device(root []byte) (*bundle.Client, error) {
	device, err := bundle.Open(bundle.Config{Root: root, Channel: "stable", Engine: 1, Store: bundle.Memory{}, Fetch: h, Now: time.Now})
	if err != nil && device != nil {
		err = nil // nothing to start from, it will update
	}
	return device, err
}

// inForce is the version that a new device gets.
func (h *Host) inForce(t *testing.T, root []byte) string {
	t.Helper()
	device, err := h.device(root)
	if err == nil {
		_, err = device.Update(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	return device.Current().Version
}

// Hash is that of Token.
func Hash() server.Hash { return server.HashOf(Token) }
