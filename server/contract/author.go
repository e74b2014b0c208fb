package contract

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
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
			key, err := metadata.KeyFromPublicKey(devkeys.Key(name).Public())
			a.must(err)
			a.must(next.Signed.AddKey(key, role))
		}
		next.Signed.Roles[role].Threshold = min(2, len(keys))
	}
	a.root = next
	return sign(a, next, "dev-1", "dev-2")
}

func sign[T metadata.Roles](a *author, file *metadata.Metadata[T], names ...string) []byte {
	a.t.Helper()
	for _, name := range names {
		a.must(repository.Sign(file, devkeys.Key(name)))
	}
	data, err := file.ToBytes(false)
	a.must(err)
	return data
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
		name, data := bundle.TargetPath("stable", file), pack(fmt.Sprintf(`{"file":%q,"version":%q}`, file, label))
		target, err := metadata.TargetFile().FromBytes(name, data, "sha256")
		a.must(err)
		target.Custom = (*json.RawMessage)(&note)
		next.Signed.Targets[name] = target
		p.Files[repository.FilePath(name, target)] = data
	}
	if signers == nil {
		signers = []string{"dev-1", "dev-3"}
	}
	p.Targets = sign(a, next, signers...)
	return p
}
