package disk_test

import (
	"context"
	"crypto/ed25519"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/server"
	"github.com/bonton/bonton/server/contract"
	"github.com/bonton/bonton/server/disk"
)

// machine is a server over a folder.
type machine struct {
	store   *disk.Store
	handler *server.Server
	http    *httptest.Server
}

func start(t testing.TB, folder string, now func() time.Time) machine {
	t.Helper()
	store, err := disk.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	var keys []ed25519.PrivateKey
	for _, name := range contract.OnlineKeys {
		keys = append(keys, devkeys.Key(name))
	}
	handler := server.New(server.Config{Store: store, Token: contract.Hash(), Keys: keys, Now: now})
	return machine{store, handler, httptest.NewServer(handler)}
}

func (m machine) stop(t testing.TB) {
	m.http.Close()
	if err := m.store.Close(); err != nil {
		t.Error(err)
	}
}

// host is a server over a new folder.
func host(t testing.TB, now func() time.Time) *contract.Host {
	folder := t.TempDir()
	m := start(t, folder, now)
	t.Cleanup(func() { m.stop(t) })
	host := &contract.Host{URL: m.http.URL}
	host.Refresh = func(at time.Time) error { return m.handler.Refresh(context.Background(), at) }
	host.Restart = func() {
		m.stop(t)
		m = start(t, folder, now)
		host.URL = m.http.URL
	}
	return host
}

func TestContract(t *testing.T) {
	contract.Run(t, func(t *testing.T) *contract.Host { return host(t, time.Now) })
}

func TestMove(t *testing.T) {
	later := func() time.Time { return time.Now().Add(time.Minute) }
	contract.Move(t, host(t, time.Now), host(t, later))
}

func BenchmarkTimestamp(b *testing.B) { contract.Bench(b, host(b, time.Now)) }
