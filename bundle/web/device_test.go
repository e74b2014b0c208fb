package web_test

import (
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
	"github.com/bonton/bonton/bundle/web"
)

var morning = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

// answers are what a server may do to a device over http, and what the device must say of it.
var answers = []struct {
	name  string
	does  http.HandlerFunc
	class error
}{
	{"answers of 500", status(http.StatusInternalServerError), bundle.ErrStatus},
	{"answers of 503", status(http.StatusServiceUnavailable), bundle.ErrStatus},
	{"answers of 404", status(http.StatusNotFound), bundle.ErrNotFound},
	{"HTML with an answer of 200", func(w http.ResponseWriter, _ *http.Request) { say(w, "<!doctype html><title>Log in</title>") }, bundle.ErrFormat},
	{"HTML with an answer of 500", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500); say(w, "<!doctype html>") }, bundle.ErrStatus},
	{"redirect to another host", redirect, bundle.ErrRedirect},
	{"redirect on the same host", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/other"+r.URL.Path, http.StatusPermanentRedirect)
	}, bundle.ErrRedirect},
	{"endless data", endless, bundle.ErrTooLarge},
	{"gzip bomb on the way", bomb, bundle.ErrTooLarge},
	{"truncated answers", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "100"); say(w, "{") }, bundle.ErrUnavailable},
	{"empty answers", status(http.StatusOK), bundle.ErrFormat},
	{"closed without an answer", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, bundle.ErrUnavailable},
}

func say(w http.ResponseWriter, text string) { _, _ = w.Write([]byte(text)) } // the device may have gone

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

// redirect leads to a host that nobody asks: its name exists nowhere, and a look-up would be another class.
func redirect(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://other.invalid"+r.URL.Path, http.StatusFound)
}

func endless(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		if _, err := w.Write(make([]byte, 64<<10)); err != nil {
			return
		}
	}
}

// bomb is small on its way and endless behind the encoding that every http client undoes by itself.
func bomb(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	zip := gzip.NewWriter(w)
	for r.Context().Err() == nil {
		_, err := zip.Write(make([]byte, 64<<10))
		if err = errors.Join(err, zip.Flush()); err != nil {
			return
		}
	}
}

// device has version 2 in force, fetched over http; version 3 is on the server. does is what the server does from then on,
// nil for what it should.
type device struct {
	*bundle.Client
	config bundle.Config
	server *httptest.Server
	does   atomic.Pointer[http.HandlerFunc]
	waits  time.Duration // for one update
}

func newDevice(t *testing.T) *device {
	t.Helper()
	w, d := bundletest.New(t, morning), &device{waits: time.Minute}
	d.server = httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, request *http.Request) {
		if does := d.does.Load(); does != nil {
			(*does)(out, request)
			return
		}
		w.Files.ServeHTTP(out, request)
	}))
	t.Cleanup(d.server.Close)
	site, err := web.New(d.server.URL)
	w.Must(err)
	w.Publish("1")
	d.config = bundle.Config{Root: w.First, Packaged: w.Packaged(), Channel: "stable", Engine: 1, Store: bundle.Memory{}, Fetch: site, Now: func() time.Time { return w.Now }}
	d.open(t)
	w.Publish("2")
	d.update(t, nil, "2")
	w.Publish("3")
	return d
}

// open starts it again over what it stored.
func (d *device) open(t *testing.T) {
	t.Helper()
	var err error
	if d.Client, err = bundle.Open(d.config); err != nil {
		t.Fatal(err)
	}
}

// update asks the server, and wants an error of a class and a version in force.
func (d *device) update(t *testing.T, class error, version string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d.waits)
	defer cancel()
	if _, err := d.Update(ctx); !errors.Is(err, class) || (class == nil) != (err == nil) {
		t.Errorf("%v, want %v", err, class)
	}
	d.inForce(t, version)
}

func (d *device) inForce(t *testing.T, version string) {
	t.Helper()
	if now := d.Current(); now == nil || now.Version != version {
		t.Errorf("in force: %+v, want version %s", now, version)
	}
}

// TestAttacksOverHTTP: whatever a server answers, the rules stay in force, also after a start, and the next good answer counts.
func TestAttacksOverHTTP(t *testing.T) {
	for _, a := range answers {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			d := newDevice(t)
			d.does.Store(&a.does)
			d.update(t, a.class, "2")
			d.open(t)
			d.inForce(t, "2")
			d.does.Store(nil)
			d.update(t, nil, "3")
		})
	}
	t.Run("no answer ever", func(t *testing.T) {
		d := newDevice(t)
		never := http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
		d.does.Store(&never)
		d.waits = 100 * time.Millisecond
		d.update(t, bundle.ErrUnavailable, "2")
		d.open(t)
		d.inForce(t, "2")
	})
	t.Run("server down", func(t *testing.T) {
		d := newDevice(t)
		d.server.Close()
		d.update(t, bundle.ErrUnavailable, "2")
		d.open(t)
		d.inForce(t, "2")
	})
}
