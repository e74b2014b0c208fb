package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bonton/bonton/bundle/publish"
)

// command runs bonton in this process and wants it to succeed.
func command(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &errs); code != exitClean {
		t.Fatalf("bonton %q: exit %d\n%s%s", args, code, &out, &errs)
	}
	return out.String()
}

// running starts bonton serve and answers its address; stop ends it and waits.
func running(t *testing.T, s serving) (address string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	said, out := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		err := s.run(ctx, out)
		out.CloseWithError(err)
		ended <- err
	}()
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return line[strings.LastIndex(line, " ")+1 : len(line)-1], func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	}
}

// office is an admin's workspace with one signer and staged rules.
func office(t *testing.T) (work, home string) {
	t.Helper()
	t.Cleanup(func(before int) func() { return func() { publish.WorkFactor = before } }(publish.WorkFactor))
	publish.WorkFactor = 4
	work, home = filepath.Join(t.TempDir(), "a[1]"), filepath.Join(t.TempDir(), "b[2]*?") // no name of a folder is a pattern
	t.Setenv("BONTON_HOME", home)
	t.Setenv("BONTON_PASSPHRASE", "a word for the tests")
	t.Setenv("BONTON_TOKEN_HASH", "")
	command(t, "keys", "new", "alice")
	command(t, "keys", "new", "online")
	if said := command(t, "keys", "list"); strings.Count(said, "\n") != 2 {
		t.Errorf("%s", said)
	}
	public := func(name string) string { return filepath.Join(home, "keys", name+".pub") }
	command(t, "root", "new", "--dir", work, "--threshold", "1", "--online", public("online"), public("alice"))
	command(t, "bundle", "build", "--dir", work, "--version", "1", "../../rules/packs")
	command(t, "bundle", "sign", "--dir", work, "--key", "alice")
	return work, home
}

// TestServe publishes to a server, reads from it, stops it, and moves to another.
func TestServe(t *testing.T) {
	work, home := office(t)
	s := serving{dir: filepath.Join(t.TempDir(), "served"), address: "127.0.0.1:0", keys: several{filepath.Join(home, "keys", "online.key")}}
	command(t, "serve", "--dir", s.dir, "--new-token")
	token := strings.TrimSpace(command(t, "serve", "--dir", s.dir, "--new-token"))
	if kept, err := os.ReadFile(s.tokenFile()); err != nil || bytes.Contains(kept, []byte(token)) {
		t.Fatalf("%v, or the token itself is kept", err)
	}
	address, stop := running(t, s)
	t.Setenv("BONTON_TOKEN", token)
	command(t, "bundle", "publish", "--dir", work, "--all", "--server", address) // nothing was published before: what is staged
	if staged, _ := publish.Workspace(work).Staged(); staged != nil {
		t.Errorf("%v is staged still", staged)
	}
	root := filepath.Join(work, "repository", "metadata", "1.root.json")
	if got := command(t, "bundle", "verify", "--root", root, address); !strings.Contains(got, "stable: version 1 ") {
		t.Error(got)
	}
	stop()
	address, stop = running(t, s)
	defer stop()
	command(t, "bundle", "verify", "--root", root, "--channel", "pilot", address)
	move(t, work, root, s)
}

// move gives everything to an empty server.
func move(t *testing.T, work, root string, s serving) {
	s.dir = filepath.Join(t.TempDir(), "elsewhere")
	t.Setenv("BONTON_TOKEN", strings.TrimSpace(command(t, "serve", "--dir", s.dir, "--new-token")))
	address, stop := running(t, s)
	defer stop()
	command(t, "bundle", "publish", "--dir", work, "--all", "--server", address)
	if got := command(t, "bundle", "verify", "--root", root, address); !strings.Contains(got, "stable: version 1 ") {
		t.Error(got)
	}
}

// TestReveal: what a host gets is the key of the same name.
func TestReveal(t *testing.T) {
	_, home := office(t)
	seed, err := hex.DecodeString(strings.TrimSpace(command(t, "keys", "reveal", "online")))
	if err != nil || len(seed) != ed25519.SeedSize {
		t.Fatalf("%d bytes, %v", len(seed), err)
	}
	public, err := os.ReadFile(filepath.Join(home, "keys", "online.pub"))
	if half := ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey); err != nil || !bytes.Contains(public, []byte(hex.EncodeToString(half))) {
		t.Errorf("another key than %s (%v)", public, err)
	}
}

// TestFailedStart: a start that fails leaves the certificate of the server that runs, and so does one that cannot read it.
func TestFailedStart(t *testing.T) {
	office(t)
	s := serving{dir: t.TempDir(), address: "127.0.0.1:0", keys: several{"online"}, tls: true}
	address, stop := running(t, s)
	defer stop()
	file := filepath.Join(s.dir, "certificate.pem")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	second := s
	second.address, second.names = strings.TrimPrefix(address, "https://"), several{"other.example"}
	if err := second.run(t.Context(), io.Discard); err == nil {
		t.Error("two servers at one address")
	}
	if err := os.WriteFile(filepath.Join(s.dir, "certificate.key"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.run(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), "hint: put both back") {
		t.Errorf("%v", err)
	}
	if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the certificate was replaced (%v)", err)
	}
}

// TestServeTLS: a self-made certificate names this machine and what was asked for, and is used again.
func TestServeTLS(t *testing.T) {
	office(t)
	s := serving{dir: t.TempDir(), address: "127.0.0.1:0", keys: several{"online"}, tls: true, names: several{"rules.example"}}
	address, stop := running(t, s)
	first, err := os.ReadFile(filepath.Join(s.dir, "certificate.pem"))
	if err != nil {
		t.Fatal(err)
	}
	trusted := x509.NewCertPool()
	trusted.AppendCertsFromPEM(first)
	for _, name := range []string{"127.0.0.1", "rules.example"} {
		client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: trusted, ServerName: name}}}
		got, err := client.Get(address + "/healthz")
		if err != nil || got.StatusCode != http.StatusOK {
			t.Fatalf("%s: %v %v", name, got, err)
		}
		if seen, err := io.ReadAll(got.Body); err != nil || !bytes.Contains(seen, []byte(`"certificateEnds"`)) {
			t.Errorf("%s %v", seen, err)
		}
		got.Body.Close()
		client.CloseIdleConnections()
	}
	stop()
	_, stop = running(t, s)
	stop()
	if again, err := os.ReadFile(filepath.Join(s.dir, "certificate.pem")); err != nil || !bytes.Equal(first, again) {
		t.Errorf("%v, or the certificate was made anew", err)
	}
}

// TestServeUsage: what is missing is said before anything is opened.
func TestServeUsage(t *testing.T) {
	office(t)
	dir := t.TempDir()
	for want, s := range map[string]serving{
		"--key is missing":   {dir: dir, address: "127.0.0.1:0"},
		"either --tls":       {dir: dir, address: "127.0.0.1:0", keys: several{"online"}, tls: true, certificate: "a", privateKey: "b"},
		"there is no key":    {dir: dir, address: "127.0.0.1:0", keys: several{"nobody"}},
		"64 hexadecimal":     {dir: filepath.Join(dir, "bad"), address: "127.0.0.1:0", keys: several{"online"}},
		"missing port in ad": {dir: dir, address: "nowhere", keys: several{"online"}},
	} {
		if want == "64 hexadecimal" {
			if err := os.Mkdir(s.dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.tokenFile(), []byte("abc"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.run(t.Context(), io.Discard); err == nil || !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
	if code := run([]string{"serve"}, nil, io.Discard, io.Discard); code != exitUsage {
		t.Errorf("exit %d", code)
	}
}

// TestServeChecksKey: a server that could sign nothing says so before it serves, and names what is wrong.
func TestServeChecksKey(t *testing.T) {
	work, home := office(t)
	s := serving{dir: filepath.Join(t.TempDir(), "served"), address: "127.0.0.1:0", keys: several{"online"}}
	t.Setenv("BONTON_TOKEN", strings.TrimSpace(command(t, "serve", "--dir", s.dir, "--new-token")))
	address, stop := running(t, s)
	command(t, "bundle", "publish", "--dir", work, "--server", address)
	stop()
	word := filepath.Join(t.TempDir(), "word")
	if err := os.WriteFile(word, []byte("another word for the tests\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("BONTON_PASSPHRASE_FILE_ONLINE_9", word)
	command(t, "keys", "new", "online-9")
	s.keys = several{filepath.Join(home, "keys", "online-9.key")}
	if err := s.run(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), "the newest root names") {
		t.Errorf("%v", err)
	}
	s.keys = several{"online", "online-9"} // each with a passphrase of its own
	_, stop = running(t, s)
	stop()
}
