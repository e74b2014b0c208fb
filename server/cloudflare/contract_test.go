//go:build !js

package cloudflare_test

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/server/contract"
)

// runner is local.mjs: workerd on this machine.
type runner struct {
	in      io.WriteCloser
	mutex   sync.Mutex
	last    int
	waiting map[int]chan reply
}

type reply struct {
	ID                  int
	URL, Outcome, Error string
}

// call sends a command and waits for its answer; several may be under way.
func (r *runner) call(command map[string]any) (reply, error) {
	came := make(chan reply, 1)
	r.mutex.Lock()
	r.last++
	command["id"] = r.last
	r.waiting[r.last] = came
	line, err := json.Marshal(command)
	if err == nil {
		_, err = fmt.Fprintf(r.in, "%s\n", line)
	}
	r.mutex.Unlock()
	if err != nil {
		return reply{}, err
	}
	got, ok := <-came
	if !ok {
		return got, errors.New("the runner ended")
	}
	if got.Error != "" {
		return got, errors.New(got.Error)
	}
	return got, nil
}

func (r *runner) listen(out io.Reader) {
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var got reply
		if json.Unmarshal(lines.Bytes(), &got) != nil {
			continue
		}
		r.mutex.Lock()
		if came := r.waiting[got.ID]; came != nil {
			came <- got
			delete(r.waiting, got.ID)
		}
		r.mutex.Unlock()
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for _, came := range r.waiting {
		close(came)
	}
}

// newRunner builds what is deployed and starts it.
func newRunner(t testing.TB) *runner {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "node_modules", "miniflare")); err != nil {
		t.Fatal("miniflare is not installed; run: make modules")
	}
	build := exec.Command("go", "run", "./build", "edge")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	node := exec.Command("node", "server/cloudflare/local.mjs", "dist/edge")
	node.Dir, node.Stderr = root, os.Stderr
	in, err := node.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := node.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := node.Start(); err != nil {
		t.Fatal(err)
	}
	r := &runner{in: in, waiting: map[int]chan reply{}}
	read := make(chan struct{})
	go func() { r.listen(out); close(read) }()
	t.Cleanup(func() {
		in.Close()
		<-read
		if err := node.Wait(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// secrets are what wrangler secret put would set.
func secrets() map[string]string {
	var seeds []string
	for _, name := range contract.OnlineKeys {
		seeds = append(seeds, hex.EncodeToString(devkeys.Key(name).Seed()))
	}
	return map[string]string{"TOKEN_HASH": contract.Hash().String(), "ONLINE_KEY": strings.Join(seeds, ",")}
}

// host is the worker over an empty storage.
func (r *runner) host(t testing.TB) *contract.Host {
	t.Helper()
	got, err := r.call(map[string]any{"start": secrets()})
	if err != nil {
		t.Fatal(err)
	}
	host := &contract.Host{URL: got.URL, Refresh: r.clock}
	host.Restart = func() {
		got, err := r.call(map[string]any{"restart": true})
		if err != nil {
			t.Fatal(err)
		}
		host.URL = got.URL
	}
	return host
}

func TestContract(t *testing.T) {
	r := newRunner(t)
	contract.Run(t, func(t *testing.T) *contract.Host { return r.host(t) })
}

func BenchmarkTimestamp(b *testing.B) {
	r := newRunner(b)
	contract.Bench(b, r.host(b))
}

// clock calls the worker's clock.
func (r *runner) clock(at time.Time) error {
	got, err := r.call(map[string]any{"at": at.UnixMilli()})
	if err == nil && got.Outcome != "ok" {
		err = fmt.Errorf("the clock's call: %s", got.Outcome)
	}
	return err
}
