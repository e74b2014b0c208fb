package server_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/server"
	"github.com/bonton/bonton/server/contract"
)

// memory is a store that lasts as long as a test.
type memory struct {
	head   server.Head
	files  map[string][]byte
	broken error
	before func() // is called once, before the next swap
}

func (m *memory) Head(context.Context) (server.Head, error) { return m.head, m.broken }

func (m *memory) Swap(_ context.Context, next server.Head) error {
	if before := m.before; before != nil {
		m.before = nil
		before()
	}
	if m.broken == nil && next.Revision != m.head.Revision+1 {
		return server.ErrConflict
	}
	m.head = next
	return m.broken
}

func (m *memory) Open(_ context.Context, path string) (io.ReadSeekCloser, error) {
	data, ok := m.files[path]
	if !ok {
		return nil, errors.Join(m.broken, server.ErrNotFound)
	}
	return nothingToClose{bytes.NewReader(data)}, m.broken
}

type nothingToClose struct{ io.ReadSeeker }

func (nothingToClose) Close() error { return nil }

func (m *memory) Keep(_ context.Context, path string, data []byte) error {
	m.files[path] = data
	return m.broken
}

func newServer(store server.Store, log io.Writer) *server.Server {
	return server.New(server.Config{
		Store: store, Token: contract.Hash(), Keys: []ed25519.PrivateKey{devkeys.Key("dev-online")},
		Log: slog.New(slog.NewJSONHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
}

func ask(s *server.Server, method, path string, headers ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, path, strings.NewReader("body-text"))
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer := httptest.NewRecorder()
	s.ServeHTTP(answer, request)
	return answer
}

// TestBrokenStore: a store that fails is never mistaken for one that is empty, and its words stay in the log.
func TestBrokenStore(t *testing.T) {
	var log bytes.Buffer
	s := newServer(&memory{broken: errors.New("disk-full"), files: map[string][]byte{}}, &log)
	for _, path := range []string{"/metadata/timestamp.json", "/metadata/1.root.json", "/healthz"} {
		got := ask(s, http.MethodGet, path)
		if got.Code != http.StatusServiceUnavailable || strings.Contains(got.Body.String(), "disk-full") {
			t.Errorf("%s: %d %s", path, got.Code, got.Body)
		}
	}
	if err := s.Refresh(t.Context(), time.Now()); err == nil {
		t.Error("nothing said of the failure")
	}
	if !strings.Contains(log.String(), "disk-full") {
		t.Errorf("the log lacks the reason: %s", &log)
	}
}

// TestInterleave: publishing and signing anew in each other's way, step by step.
func TestInterleave(t *testing.T) {
	store := &memory{files: map[string][]byte{}}
	s := newServer(store, io.Discard)
	web := httptest.NewServer(s)
	defer web.Close()
	host := &contract.Host{URL: web.URL, Refresh: func(at time.Time) error { return s.Refresh(t.Context(), at) }}
	contract.Interleave(t, host, func(before func()) { store.before = before })
}

// TestLogs: neither token, body, unknown path nor address reaches the log.
func TestLogs(t *testing.T) {
	var log bytes.Buffer
	s := newServer(&memory{files: map[string][]byte{}}, &log)
	ask(s, http.MethodPost, "/v1/publish", "Authorization", "Bearer wrong-token")
	ask(s, http.MethodPost, "/v1/publish", "Authorization", "Bearer "+contract.Token, "If-Match", `"0"`, "Content-Type", "multipart/form-data; boundary=x")
	ask(s, http.MethodGet, "/some-secret-path?and=query")
	if !strings.Contains(log.String(), `"status":401`) || !strings.Contains(log.String(), `"status":400`) {
		t.Errorf("%s", &log)
	}
	for _, never := range []string{"wrong-token", `"` + contract.Token, "body-text", "some-secret-path", "192.0.2.1"} {
		if strings.Contains(log.String(), never) {
			t.Errorf("%q is in the log: %s", never, &log)
		}
	}
}

// TestLate: a watcher is told when nothing was signed for long, or while the clock was ahead.
func TestLate(t *testing.T) {
	for left, code := range map[time.Duration]int{
		5 * time.Hour: http.StatusServiceUnavailable, 24 * time.Hour: http.StatusOK, 29 * time.Hour: http.StatusOK,
		60 * 24 * time.Hour: http.StatusServiceUnavailable,
	} {
		store := &memory{head: server.Head{Revision: 3, Targets: 2, TimestampEnds: time.Now().Add(left)}}
		got := ask(newServer(store, io.Discard), http.MethodGet, "/healthz")
		if got.Code != code || strings.Contains(got.Body.String(), `"late"`) == (code == http.StatusOK) {
			t.Errorf("%s left: %d %s", left, got.Code, got.Body)
		}
	}
}

// TestCertificateEnds: a watcher can read when the certificate ends, and the log says it a month ahead, once a day.
func TestCertificateEnds(t *testing.T) {
	var log bytes.Buffer
	const days = 24 * time.Hour
	start, later := time.Now(), atomic.Int64{}
	s := server.New(server.Config{
		Store: &memory{}, Now: func() time.Time { return start.Add(time.Duration(later.Load())) }, CertificateEnds: start.Add(31 * days),
		Log: slog.New(slog.NewJSONHandler(&log, nil)),
	})
	if got := ask(s, http.MethodGet, "/healthz"); !strings.Contains(got.Body.String(), `"certificateEnds"`) {
		t.Error(got.Body)
	}
	ctx, stop := context.WithCancel(t.Context())
	due, done := make(chan time.Time), make(chan struct{})
	go func() { s.Keep(ctx, due); close(done) }()
	for _, at := range []time.Duration{0, 2 * days, 2*days + time.Hour, 3 * days} {
		later.Store(int64(at))
		due <- start
		due <- start // is heard once the first was dealt with
	}
	stop()
	<-done
	if n := strings.Count(log.String(), "certificate ends soon"); n != 2 {
		t.Errorf("said %d times: %s", n, &log)
	}
	if got := ask(newServer(&memory{}, io.Discard), http.MethodGet, "/healthz"); strings.Contains(got.Body.String(), "certificate") {
		t.Error(got.Body)
	}
}

// TestNoToken: without the hash of a token nobody publishes, not even who sends none.
func TestNoToken(t *testing.T) {
	s := server.New(server.Config{Store: &memory{}})
	for _, authorization := range []string{"", "Bearer ", "Bearer " + contract.Token} {
		if got := ask(s, http.MethodPost, "/v1/publish", "Authorization", authorization, "If-Match", `"0"`); got.Code != http.StatusUnauthorized {
			t.Errorf("%q: %d", authorization, got.Code)
		}
	}
}

func TestTokens(t *testing.T) {
	token, hash := server.NewToken()
	if again, err := server.ParseHash(hash.String() + "\n"); err != nil || again != hash || hash != server.HashOf(token) || len(token) < 26 {
		t.Errorf("%s %s %v", token, hash, err)
	}
	if _, err := server.ParseHash("abc"); err == nil {
		t.Error("a hash of any length is read")
	}
}
