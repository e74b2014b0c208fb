package contract

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/bonton/bonton/bundle/repository"
)

type connection struct{}

// TestPostNeedsNoOldConnection: a server may close a connection that rests at any time, and http sends no POST twice. A
// publication must not fail of it.
func TestPostNeedsNoOldConnection(t *testing.T) {
	web := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(connection{}).(*atomic.Int32).Add(1) > 1 {
			panic(http.ErrAbortHandler) // closes without an answer, as if it had rested too long
		}
	}))
	web.Config.ConnContext = func(ctx context.Context, _ net.Conn) context.Context {
		return context.WithValue(ctx, connection{}, new(atomic.Int32))
	}
	web.Start()
	defer web.Close()
	h := &Host{URL: web.URL}
	for range 3 {
		h.mustGet(t, "metadata/timestamp.json")
		h.publish(t, http.StatusOK, repository.Publication{}, 1)
	}
}
