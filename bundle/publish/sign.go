package publish

import (
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// Root is one version of the root.
type Root = *metadata.Metadata[metadata.RootType]

// Half is a file that is being signed, on its way between the admins' machines.
type Half struct {
	Role    string // root or targets
	Version int64
	root    Root
	targets *metadata.Metadata[metadata.TargetsType]
}

// ReadHalf reads a root or targets metadata with any number of signatures.
func ReadHalf(data []byte) (h Half, err error) {
	var kind struct {
		Signed struct {
			Type string `json:"_type"`
		} `json:"signed"`
	}
	if err := json.Unmarshal(data, &kind); err != nil {
		return h, fmt.Errorf("no metadata: %w", err)
	}
	switch kind.Signed.Type {
	case metadata.ROOT:
		if h.root, err = bundle.ReadRoot(data); err == nil {
			h.Role, h.Version = kind.Signed.Type, h.root.Signed.Version
		}
	case metadata.TARGETS:
		if h.targets, err = bundle.ReadTargets(data); err == nil {
			h.Role, h.Version = kind.Signed.Type, h.targets.Signed.Version
		}
	default:
		err = fmt.Errorf("only root and targets are signed by admins, this is %q", kind.Signed.Type)
	}
	return h, err
}

// FileName is how the file is called in a repository.
func (h Half) FileName() string { return fmt.Sprintf("%d.%s.json", h.Version, h.Role) }

// Ends is when what is signed will end.
func (h Half) Ends() time.Time {
	if h.root != nil {
		return h.root.Signed.Expires
	}
	return h.targets.Signed.Expires
}

// Sign adds a signature.
func (h Half) Sign(key ed25519.PrivateKey) error {
	if h.root != nil {
		return repository.Sign(h.root, key)
	}
	return repository.Sign(h.targets, key)
}

// Bytes are the file with its signatures.
func (h Half) Bytes() ([]byte, error) {
	if h.root != nil {
		return h.root.ToBytes(true)
	}
	return h.targets.ToBytes(true)
}

// Same says whether two files are one but for their signatures.
func (h Half) Same(other Half) bool {
	return h.Role == other.Role && bytes.Equal(h.signed(), other.signed())
}

// signed is the part that is signed; marshalling sorts it.
func (h Half) signed() []byte {
	var data []byte
	if h.root != nil {
		data, _ = h.root.Signed.MarshalJSON() // it was read from JSON
	} else {
		data, _ = h.targets.Signed.MarshalJSON()
	}
	return data
}

// Need is what one root asks of a file.
type Need struct {
	Threshold    int
	Have, Others []string // names of who signed, and of who may
}

// Enough says whether nothing is missing.
func (n Need) Enough() bool { return len(n.Have) >= n.Threshold }

func (n Need) String() string {
	text := fmt.Sprintf("%d of %d signatures", len(n.Have), n.Threshold)
	if !n.Enough() {
		text += fmt.Sprintf("; %d of %v must sign", n.Threshold-len(n.Have), n.Others)
	}
	return text
}

// Needs compares the signatures with what is asked: targets by the newest root, a root by the one before and by itself.
// last is nil where no root is known yet; nothing can be said of targets then.
func (h Half) Needs(last Root) (needs []Need) {
	switch {
	case h.root == nil && last == nil:
		return nil
	case h.root == nil:
		return []Need{h.need(last)}
	}
	if last != nil && last.Signed.Version == h.Version-1 {
		needs = append(needs, h.need(last))
	}
	return append(needs, h.need(h.root))
}

// Said is what is asked of a file and what of it is there, in words.
func (h Half) Said(last Root) string {
	var parts []string
	for _, need := range h.Needs(last) {
		parts = append(parts, need.String())
	}
	if parts == nil {
		return "who must sign is not known without the root"
	}
	return strings.Join(parts, "; by the new root ")
}

// Ready says whether every root that is asked has enough.
func (h Half) Ready(last Root) bool {
	needs := h.Needs(last)
	return needs != nil && !slices.ContainsFunc(needs, func(n Need) bool { return !n.Enough() })
}

// need counts signatures that verify. The library only says yes or no, so each key is asked for alone.
func (h Half) need(by Root) Need {
	role := by.Signed.Roles[h.Role]
	need := Need{Threshold: role.Threshold}
	for _, id := range role.KeyIDs {
		alone := metadata.Root()
		alone.Signed.Keys[id] = by.Signed.Keys[id]
		alone.Signed.Roles[h.Role] = &metadata.Role{KeyIDs: []string{id}, Threshold: 1}
		who := publicIn(by, id).Name
		if h.signedFor(alone) {
			need.Have = append(need.Have, who)
		} else {
			need.Others = append(need.Others, who)
		}
	}
	return need
}

func (h Half) signedFor(by Root) bool {
	if h.root != nil {
		return by.VerifyDelegate(h.Role, h.root) == nil
	}
	return by.VerifyDelegate(h.Role, h.targets) == nil
}

// May says whether a key has anything to sign here.
func (h Half) May(last Root, id string) bool {
	roots := []Root{}
	if last != nil {
		roots = append(roots, last)
	}
	if h.root != nil {
		roots = append(roots, h.root)
	}
	return slices.ContainsFunc(roots, func(root Root) bool {
		return slices.Contains(root.Signed.Roles[h.Role].KeyIDs, id)
	})
}

// EnoughFor says whether a draft of a root would take this file as it is signed.
func (h Half) EnoughFor(root Half) bool { return h.need(root.root).Enough() }
