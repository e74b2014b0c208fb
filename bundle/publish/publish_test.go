package publish

import (
	"bytes"
	"crypto/ed25519"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

var morning = time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)

var packs = fstest.MapFS{"house/first.yaml": {Data: []byte(`detect: {terms: [sot]}
languages: [fr]
category: tone
action: warn
message: {fr: Mot, en: Word}
why: {fr: Parce que., en: Because.}
examples: {flag: ["un [[sot]]"], pass: ["un saut"]}
`)}}

func dev(t *testing.T, name string) (ed25519.PrivateKey, Public) {
	t.Helper()
	key := devkeys.Key(name)
	public, err := PublicOf(name, key)
	if err != nil {
		t.Fatal(err)
	}
	return key, public
}

// signed reads a draft and signs it.
func signed(t *testing.T, draft []byte, names ...string) []byte {
	t.Helper()
	half, err := ReadHalf(draft)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if err := half.Sign(devkeys.Key(name)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := half.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// first makes a root and targets, signed by two of three.
func first(t *testing.T, now time.Time) repository.Publication {
	t.Helper()
	trust := Trust{Threshold: 2}
	for _, name := range []string{"dev-1", "dev-2", "dev-3"} {
		_, public := dev(t, name)
		trust.Admins = append(trust.Admins, public)
	}
	_, trust.Online = dev(t, "dev-online")
	root, err := NewRoot(trust, now)
	if err != nil {
		t.Fatal(err)
	}
	packed, err := Compile(packs, "1")
	if err != nil {
		t.Fatal(err)
	}
	targets, files, err := Draft(nil, bundle.Channels, "1", packed, now)
	if err != nil {
		t.Fatal(err)
	}
	return repository.Publication{Roots: [][]byte{signed(t, root, "dev-1", "dev-2")}, Targets: signed(t, targets, "dev-2", "dev-3"), Files: files}
}

func TestDeterministic(t *testing.T) {
	one, err := Compile(packs, "1")
	if err != nil {
		t.Fatal(err)
	}
	two, _ := Compile(packs, "1")
	for file := range one {
		if !bytes.Equal(one[file], two[file]) {
			t.Errorf("%s differs", file)
		}
	}
}

func TestStatus(t *testing.T) {
	p := first(t, morning)
	files, err := repository.Accept(repository.State{}, p, func(string) bool { return false }, devkeys.Key("dev-online"), morning)
	if err != nil {
		t.Fatal(err)
	}
	state, err := repository.Load(func(path string) ([]byte, error) { return files[path], nil })
	if err != nil {
		t.Fatal(err)
	}
	for days, wants := range map[int]string{0: "", 80: "targets   version 1 ends 2027-02-21T08:00:00Z (in 10 days) DUE", 300: "root      version 1 ends 2027-11-23T08:00:00Z (in 65 days) DUE"} {
		lines, due, err := Status(state, morning.Add(time.Duration(days)*24*time.Hour))
		text := strings.Join(lines, "\n")
		if err != nil || due != (wants != "") || !strings.Contains(text, wants) || !strings.Contains(text, "development keys") {
			t.Errorf("after %d days: due %v, %v\n%s", days, due, err, text)
		}
	}
}

func TestSeal(t *testing.T) {
	defer func(was int) { WorkFactor = was }(WorkFactor)
	WorkFactor = 4
	key, _, err := NewKey("alice")
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := Seal(key, "right")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Unseal(sealed, "right"); err != nil || !got.Equal(key) {
		t.Errorf("unseal: %v", err)
	}
	if _, err := Unseal(sealed, "wrong"); err == nil {
		t.Error("a wrong passphrase opens the key")
	}
}

// TestUpload: what the client sends is what a server reads, and each refusal is explained.
func TestUpload(t *testing.T) {
	p := first(t, morning)
	answer := http.StatusNoContent
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got, err := repository.DecodePublication(r.Header.Get("Content-Type"), r.Body)
		if err != nil || len(got.Roots) != 1 || !bytes.Equal(got.Targets, p.Targets) || len(got.Files) != len(p.Files) {
			t.Errorf("server read %v", err)
		}
		if r.URL.Path != "/v1/publish" || r.Header.Get("If-Match") != `"4"` || r.Header.Get("Authorization") != "Bearer secret" {
			t.Errorf("%s %v", r.URL, r.Header)
		}
		w.WriteHeader(answer)
		io.WriteString(w, "because")
	}))
	defer server.Close()
	for code, want := range map[int]string{204: "", 412: "because\n  hint: if somebody else", 401: "admin token", 422: "because", 302: "302"} {
		answer = code
		err := Upload(t.Context(), server.URL, "secret", 4, p)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%d: %v", code, err)
		}
	}
	if err := Upload(t.Context(), "http://rules.example", "secret", 4, p); err == nil {
		t.Error("a token went over http")
	}
}

// FuzzReadHalf reads files that others sent for signing.
func FuzzReadHalf(f *testing.F) {
	f.Add([]byte(`{"signed":{"_type":"targets"},"signatures":[]}`))
	f.Add([]byte(`{"signed":{"_type":"root","roles":{"root":null},"keys":{"a":null}},"signatures":[]}`))
	f.Fuzz(func(_ *testing.T, data []byte) {
		half, err := ReadHalf(data)
		if err == nil {
			half.Show(repository.State{})
			half.Needs(nil)
		}
	})
}
