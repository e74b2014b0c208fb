package contract

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle/bundletest"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/server"
)

// refuse: nothing changes for who has no token, or what admins did not sign.
func refuse(t *testing.T, h *Host) {
	a := newAuthor(t)
	root := a.first(h)
	before := h.mustGet(t, "metadata/timestamp.json")
	good := a.targets(2)
	for _, authorization := range []string{"", "Bearer ", "Bearer wrong", "bearer " + Token, Token, "Basic " + Token, "Bearer " + Token + " "} {
		if authorization == "Bearer "+Token+" " {
			continue // a space at the end does not travel
		}
		h.publish(t, http.StatusUnauthorized, good, 1, "Authorization", authorization)
	}
	for _, condition := range []string{"", "1", "*", `W/"1"`, `"x"`} {
		h.publish(t, http.StatusPreconditionRequired, good, 1, "If-Match", condition)
	}
	h.publish(t, http.StatusBadRequest, good, 1, "Content-Type", "application/json")
	h.publish(t, http.StatusBadRequest, good, 1, "Content-Type", "multipart/form-data; boundary=other")
	for name, p := range bad(a) {
		if got := h.publish(t, http.StatusUnprocessableEntity, p, 1); len(got.body) == 0 {
			t.Errorf("%s: refused without a word", name)
		}
	}
	if got := h.mustGet(t, "v1/publish"); got.code != http.StatusMethodNotAllowed {
		t.Errorf("GET v1/publish: %d", got.code)
	}
	if after := h.mustGet(t, "metadata/timestamp.json"); !bytes.Equal(before.body, after.body) || h.inForce(t, root) != "v1" {
		t.Error("something refused left its mark")
	}
}

// bad are publications that no reader would take.
func bad(a *author) map[string]repository.Publication {
	good := a.targets(2)
	ended := metadata.Targets(a.now.Add(-time.Hour))
	ended.Signed.Version = 2
	missing, changed, more := a.targets(2), a.targets(2), a.targets(2)
	for path := range missing.Files {
		delete(missing.Files, path)
		changed.Files[path] = []byte("other")
		break
	}
	more.Files["targets/stable/"+strings.Repeat("0", 64)+".rules.json.gz"] = []byte("unsigned")
	return map[string]repository.Publication{
		"one signature": a.targets(2, "dev-1"), "the same twice": a.targets(2, "dev-1", "dev-1"), "the online key": a.targets(2, "dev-1", "dev-online"),
		"ended": a.fill(ended, "v2"), "missing": missing, "changed": changed, "more": more,
		"broken":             {Targets: bytes.Replace(good.Targets, []byte("v2"), []byte("v3"), 1), Files: good.Files},
		"another first root": {Roots: [][]byte{stranger(a)}, Targets: good.Targets, Files: good.Files},
	}
}

// stranger is a root that is signed, and not by ours.
func stranger(a *author) []byte {
	other := newAuthor(a.t)
	other.nextRoot("dev-1")
	root := other.root
	root.ClearSignatures()
	return bundletest.Sign(other.t, root, "dev-2", "dev-3")
}

// limits: what is too large is refused, however it comes.
func limits(t *testing.T, h *Host) {
	a := newAuthor(t)
	a.first(h)
	big := a.targets(2)
	for path := range big.Files {
		big.Files[path] = make([]byte, 5<<20)
		break
	}
	h.publish(t, http.StatusRequestEntityTooLarge, big, 1)
	huge := a.targets(2)
	for path := range huge.Files {
		huge.Files[path] = make([]byte, server.MaxBody)
	}
	// The server may stop reading, and the sender then see no answer.
	if got, err := h.post(t.Context(), huge, 1); err == nil && got.code != http.StatusRequestEntityTooLarge {
		t.Errorf("huge: %d", got.code)
	}
	h.publish(t, http.StatusOK, a.targets(2), 1)
}
