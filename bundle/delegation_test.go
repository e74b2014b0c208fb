package bundle_test

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
	"github.com/bonton/bonton/bundle/repository"
)

// delegations that targets, rightly signed by the admins, may carry; KEY stands for a good key. Well-formed ones are passed
// over, broken ones refuse the whole file.
var delegations = []struct {
	name, text string
	class      error
}{
	{"null, which is none and was signed as something", `null`, bundle.ErrSignatures},
	{"no roles", `{"keys":{},"roles":[]}`, nil},
	{"a role", `{"keys":{"a":KEY},"roles":[{"name":"crisis","keyids":["a"],"threshold":1,"terminating":true,"paths":["stable/*"]}]}`, nil},
	{"hash prefixes", `{"keys":{"a":KEY},"roles":[{"name":"crisis","keyids":["a"],"threshold":1,"terminating":false,"path_hash_prefixes":["00"]}]}`, nil},
	{"succinct roles", `{"keys":{"a":KEY},"succinct_roles":{"keyids":["a"],"threshold":1,"bit_length":4,"name_prefix":"bin"}}`, nil},
	{"unknown fields", `{"keys":{"a":KEY},"later":1,"roles":[{"name":"crisis","keyids":["a"],"threshold":1,"terminating":true,"paths":["*"],"later":[]}]}`, nil},
	{"a name that is a path", `{"keys":{},"roles":[{"name":"../../targets","keyids":[],"threshold":1,"terminating":true,"paths":["*"]}]}`, nil},
	{"nothing", `{}`, bundle.ErrFormat},
	{"a list", `[]`, bundle.ErrFormat},
	{"null keys", `{"keys":null,"roles":[{"name":"crisis","keyids":["a"],"threshold":1,"terminating":true,"paths":["*"]}]}`, bundle.ErrFormat},
	{"a null key", `{"keys":{"a":null},"roles":[]}`, bundle.ErrFormat},
	{"a short key", `{"keys":{"a":{"keytype":"ed25519","scheme":"ed25519","keyval":{"public":"00"}}},"roles":[]}`, bundle.ErrFormat},
	{"null roles", `{"keys":{},"roles":null}`, bundle.ErrFormat},
	{"a null role", `{"keys":{},"roles":[null]}`, bundle.ErrFormat},
	{"both kinds of roles", `{"keys":{"a":KEY},"roles":[],"succinct_roles":{"keyids":["a"],"threshold":1,"bit_length":4,"name_prefix":"bin"}}`, bundle.ErrFormat},
	{"succinct roles without bits", `{"keys":{},"succinct_roles":{}}`, bundle.ErrFormat},
	{"null succinct roles", `{"keys":{},"succinct_roles":null}`, bundle.ErrFormat},
	{"paths and prefixes", `{"keys":{},"roles":[{"name":"crisis","keyids":[],"threshold":1,"terminating":true,"paths":["*"],"path_hash_prefixes":["00"]}]}`, bundle.ErrFormat},
	{"a role called root", `{"keys":{"a":KEY},"roles":[{"name":"root","keyids":["a"],"threshold":1,"terminating":true,"paths":["*"]}]}`, bundle.ErrFormat},
	{"a role twice", `{"keys":{},"roles":[{"name":"x","keyids":[],"threshold":1,"terminating":true,"paths":["*"]},{"name":"x","keyids":[],"threshold":1,"terminating":true,"paths":["*"]}]}`, bundle.ErrFormat},
	{"no signature asked for", `{"keys":{},"roles":[{"name":"x","keyids":[],"threshold":0,"terminating":true,"paths":["*"]}]}`, bundle.ErrFormat},
}

// delegate puts version 3 on the server, with delegations as they are written.
func (w *world) delegate(text string) {
	key, err := json.Marshal(bundletest.Key(w.T, "crisis"))
	w.Must(err)
	packed := bundletest.Contents("3")
	next := w.Targets(3, "3", packed)
	for path, data := range w.Placed(next, packed) {
		w.Files[path] = data
	}
	next.Signed.UnrecognizedFields = map[string]any{"delegations": json.RawMessage(strings.ReplaceAll(text, "KEY", string(key)))}
	w.Files[repository.TargetsPath(3)] = bundletest.Sign(w.T, next, "dev-1", "dev-2")
	w.Lead(8, 3)
}

func TestDelegations(t *testing.T) {
	for _, d := range delegations {
		t.Run(d.name, func(t *testing.T) {
			w, store, packaged, client := start(t)
			w.delegate(d.text)
			if d.class != nil {
				expect(t, client, false, d.class, "2")
				inForce(t, w.device(store, packaged), "2")
				return
			}
			expect(t, client, true, nil, "3")
			inForce(t, w.device(store, packaged), "3")
		})
	}
}

// TestDelegatedTarget: rules that only a delegated role vouches for are not there, on the server or in storage.
func TestDelegatedTarget(t *testing.T) {
	w, store, packaged, _ := start(t)
	packed := bundletest.Contents("3")
	crisis := w.Targets(1, "3", packed)
	for path, data := range w.Placed(crisis, packed) {
		w.Files[path] = data
	}
	raw := bundletest.Sign(t, crisis, "crisis")
	w.delegate(delegations[2].text)
	bundletest.Edit(w.World, repository.TargetsPath(3), func(targets *metadata.Metadata[metadata.TargetsType]) { clear(targets.Signed.Targets) }, "dev-1", "dev-2")
	w.Lead(8, 3)
	bundletest.Edit(w.World, bundletest.SnapshotPath(8), func(snapshot *metadata.Metadata[metadata.SnapshotType]) {
		snapshot.Signed.Meta["crisis.json"] = metadata.MetaFile(1)
	}, w.Online)
	w.Files["metadata/1.crisis.json"] = raw
	for name := range store {
		if folder, ok := strings.CutSuffix(name, "timestamp.json"); ok {
			store[folder+"crisis.json"], store[folder+"stable/crisis.json"] = raw, raw
		}
	}
	config, asked := w.config(store, packaged), requests{Files: w.Files}
	config.Fetch = &asked
	client, err := bundle.Open(config)
	w.Must(err)
	expect(t, client, false, bundle.ErrIncomplete, "2")
	if slices.ContainsFunc(asked.paths, func(path string) bool { return strings.Contains(path, "crisis") }) {
		t.Errorf("asked for a delegated role: %v", asked.paths)
	}
}

// requests is a static host that remembers what it was asked for.
type requests struct {
	bundletest.Files
	paths []string
}

func (r *requests) Fetch(ctx context.Context, path string, max int64) ([]byte, error) {
	r.paths = append(r.paths, path)
	return r.Files.Fetch(ctx, path, max)
}
