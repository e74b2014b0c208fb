package repository

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/hashicorp/go-multierror"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
)

// Publication is what the admins signed and hand to the keeper.
type Publication struct {
	Roots   [][]byte          // new ones, in order; or none
	Targets []byte            // new targets metadata; or nil when only the root is new
	Files   map[string][]byte // target files by path, such as targets/stable/<hash>.rules.json.gz
}

// Accept checks a publication against the state and answers the files to write, timestamp.json the last of Order. Files
// that the repository holds need not come again: has says which. The same targets again are no error.
func Accept(s State, p Publication, has func(path string) bool, online ed25519.PrivateKey, now time.Time) (map[string][]byte, error) {
	if bytes.Equal(p.Targets, s.Targets) {
		p.Targets = nil // written before and perhaps not to the end; only the keeper's signatures are new
	}
	for _, root := range p.Roots {
		if _, err := bundle.ReadRoot(root); err != nil {
			return nil, err
		}
	}
	next := s
	next.Roots = append(s.Roots[:len(s.Roots):len(s.Roots)], p.Roots...)
	chain, err := next.Chain()
	if err != nil {
		return nil, err
	}
	if p.Targets != nil {
		next.Targets = p.Targets
	}
	targets, err := checkTargets(chain, next.Targets, now)
	if err != nil {
		return nil, err
	}
	if p.Targets != nil && targets.Signed.Version <= s.TargetsVersion() {
		return nil, &bundle.Error{File: "targets.json", Class: bundle.ErrOlder, Detail: fmt.Sprintf("version %d is published, %d is offered", s.TargetsVersion(), targets.Signed.Version)}
	}
	files, err := checkFiles(targets, p.Files, has)
	if err != nil {
		return nil, err
	}
	signed, err := resign(next, chain, targets, online, now)
	if err != nil {
		return nil, err
	}
	for path, data := range signed {
		files[path] = data
	}
	for i, root := range p.Roots {
		files[RootPath(int64(len(s.Roots)+i+1))] = root
	}
	files[TargetsPath(targets.Signed.Version)] = next.Targets
	return files, nil
}

// checkTargets verifies the targets by the newest root. All channels that are there must be complete.
func checkTargets(chain *bundle.Chain, raw []byte, now time.Time) (*metadata.Metadata[metadata.TargetsType], error) {
	if raw == nil {
		return nil, errors.New("there are no targets yet: build and sign a bundle")
	}
	targets, last, err := chain.Targets(raw)
	if err != nil {
		return nil, err
	}
	var all *multierror.Error
	if !last {
		all = multierror.Append(all, &bundle.Error{File: "targets.json", Class: bundle.ErrSignatures, Detail: "the new root wants other signatures: sign and publish new targets together with it"})
	}
	if targets.Signed.IsExpired(now) {
		all = multierror.Append(all, &bundle.Error{File: "targets.json", Class: bundle.ErrExpired, Detail: targets.Signed.Expires.Format(time.RFC3339)})
	}
	if root := chain.Last(); root.Signed.IsExpired(now) {
		all = multierror.Append(all, &bundle.Error{File: "root.json", Class: bundle.ErrExpired, Detail: root.Signed.Expires.Format(time.RFC3339)})
	}
	if !chain.Last().Signed.ConsistentSnapshot {
		all = multierror.Append(all, &bundle.Error{File: "root.json", Class: bundle.ErrFormat, Detail: "consistent_snapshot is false: devices would ask for files that are not there"})
	}
	for _, channel := range bundle.Channels {
		if targets.Signed.Targets[bundle.TargetPath(channel, bundle.Rules)] == nil && channel != bundle.Channels[0] {
			continue
		}
		if _, err := bundle.Announced(targets, channel); err != nil {
			all = multierror.Append(all, err)
		}
	}
	return targets, all.ErrorOrNil()
}

// checkFiles wants every target to be there and to be what was signed, and nothing else to come along.
func checkFiles(targets *metadata.Metadata[metadata.TargetsType], came map[string][]byte, has func(string) bool) (map[string][]byte, error) {
	files := map[string][]byte{}
	var all *multierror.Error
	for name, target := range targets.Signed.Targets {
		path := FilePath(name, target)
		data, here := came[path]
		switch {
		case here && target.VerifyLengthHashes(data) != nil:
			all = multierror.Append(all, &bundle.Error{File: path, Class: bundle.ErrHash, Detail: "differs from what was signed"})
		case here:
			files[path] = data
		case !has(path):
			all = multierror.Append(all, &bundle.Error{File: path, Class: bundle.ErrIncomplete})
		}
	}
	for path := range came {
		if files[path] == nil && all.ErrorOrNil() == nil {
			all = multierror.Append(all, fmt.Errorf("%s: no signed file has this name", path))
		}
	}
	return files, all.ErrorOrNil()
}

// FilePath is where a target lies in a repository.
func FilePath(name string, target *metadata.TargetFiles) string {
	return "targets/" + bundle.ConsistentName(name, fmt.Sprintf("%x", []byte(target.Hashes["sha256"])))
}

// Refresh signs anew that the state is the newest; the answer is the files to write. It is done by a clock, often.
func Refresh(s State, online ed25519.PrivateKey, now time.Time) (map[string][]byte, error) {
	chain, err := s.Chain()
	if err != nil {
		return nil, err
	}
	targets, err := checkTargets(chain, s.Targets, now)
	if err != nil {
		return nil, err
	}
	return resign(s, chain, targets, online, now)
}

// Order sorts paths in the order in which they must be written, so that a reader never meets a file that leads nowhere.
func Order(a, b string) int {
	rank := func(path string) int {
		switch {
		case path == "metadata/timestamp.json":
			return 3
		case strings.HasSuffix(path, ".root.json"):
			return 2
		case strings.HasPrefix(path, "metadata/"):
			return 1
		}
		return 0
	}
	return rank(a) - rank(b)
}
