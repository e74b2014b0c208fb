package contract

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/bundletest"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// author is the admins together: two of three must sign.
type author struct {
	t    testing.TB
	now  time.Time
	root *metadata.Metadata[metadata.RootType]
}

func newAuthor(t testing.TB) *author { return &author{t: t, now: time.Now()} }

func (a *author) must(err error) {
	a.t.Helper()
	if err != nil {
		a.t.Fatal(err)
	}
}

// nextRoot names the same admins and an online key.
func (a *author) nextRoot(online string) []byte {
	next := metadata.Root(a.now.Add(365 * 24 * time.Hour))
	if a.root != nil {
		next.Signed.Version = a.root.Signed.Version + 1
	}
	for role, keys := range map[string][]string{"root": devkeys.Names[:3], "targets": devkeys.Names[:3], "snapshot": {online}, "timestamp": {online}} {
		for _, name := range keys {
			a.must(next.Signed.AddKey(bundletest.Key(a.t, name), role))
		}
		next.Signed.Roles[role].Threshold = min(2, len(keys))
	}
	a.root = next
	return bundletest.Sign(a.t, next, "dev-1", "dev-2")
}

// targets is a publication of a version, with contents that tell it by its files, signed by whom.
func (a *author) targets(version int64, signers ...string) repository.Publication {
	a.t.Helper()
	next := metadata.Targets(a.now.Add(90 * 24 * time.Hour))
	next.Signed.Version = version
	return a.fill(next, fmt.Sprintf("v%d", version), signers...)
}

func (a *author) fill(next *metadata.Metadata[metadata.TargetsType], label string, signers ...string) repository.Publication {
	a.t.Helper()
	note, err := json.Marshal(bundle.Custom{Version: label, Engine: 1, Created: a.now})
	a.must(err)
	p := repository.Publication{Files: map[string][]byte{}}
	for _, file := range bundle.Files {
		name, data := bundle.TargetPath("stable", file), bundletest.Pack([]byte(fmt.Sprintf(`{"file":%q,"version":%q}`, file, label)))
		target, err := metadata.TargetFile().FromBytes(name, data, "sha256")
		a.must(err)
		target.Custom = (*json.RawMessage)(&note)
		next.Signed.Targets[name] = target
		p.Files[repository.FilePath(name, target)] = data
	}
	if signers == nil {
		signers = []string{"dev-1", "dev-3"}
	}
	p.Targets = bundletest.Sign(a.t, next, signers...)
	return p
}
