package publish

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/hashicorp/go-multierror"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
)

// Trust is who may sign: the admins for root and targets, some of them together, and the online key for the rest.
type Trust struct {
	Admins    []Public
	Threshold int
	Online    Public
}

// namesField keeps the keys' names in the root, for status; readers pass it over.
const namesField = "x-bonton-names"

// check finds what would make the root useless, or weaker than it says.
func (t Trust) check() error {
	var all *multierror.Error
	if t.Threshold < 1 || t.Threshold > len(t.Admins) {
		all = multierror.Append(all, fmt.Errorf("%d of %d signatures cannot be asked for", t.Threshold, len(t.Admins)))
	}
	ids, names := []string{t.Online.ID}, []string{t.Online.Name}
	for _, admin := range t.Admins {
		if slices.Contains(ids, admin.ID) {
			all = multierror.Append(all, fmt.Errorf("the key of %s is there twice; the online key must be another than the admins'", admin.Name))
		}
		if slices.Contains(names, admin.Name) {
			all = multierror.Append(all, fmt.Errorf("two keys are called %s", admin.Name))
		}
		ids, names = append(ids, admin.ID), append(names, admin.Name)
	}
	return all.ErrorOrNil()
}

// NewRoot writes the unsigned first root.
func NewRoot(t Trust, now time.Time) ([]byte, error) { return draftRoot(t, 1, now) }

// Rotate writes the next root, unsigned. The online key must be a new one: a device that is kept from a new root notices
// only when the timestamps that it gets are no longer signed as its old root demands.
func Rotate(chain *bundle.Chain, t Trust, now time.Time) ([]byte, error) {
	last := chain.Last()
	if slices.Contains(last.Signed.Roles[metadata.TIMESTAMP].KeyIDs, t.Online.ID) {
		return nil, errors.New("the online key must be a new one, or a device could be kept on the old root unnoticed")
	}
	return draftRoot(t, last.Signed.Version+1, now)
}

func draftRoot(t Trust, version int64, now time.Time) ([]byte, error) {
	if err := t.check(); err != nil {
		return nil, err
	}
	root := metadata.Root(ends(now, RootLife))
	root.Signed.Version = version
	names := map[string]any{t.Online.ID: t.Online.Name}
	for _, admin := range t.Admins {
		names[admin.ID] = admin.Name
		if err := name(root, admin, t.Threshold, metadata.ROOT, metadata.TARGETS); err != nil {
			return nil, err
		}
	}
	if err := name(root, t.Online, 1, metadata.SNAPSHOT, metadata.TIMESTAMP); err != nil {
		return nil, err
	}
	root.Signed.UnrecognizedFields = map[string]any{namesField: names}
	return root.ToBytes(true)
}

func name(root *metadata.Metadata[metadata.RootType], p Public, threshold int, roles ...string) error {
	key, err := p.tuf()
	if err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	for _, role := range roles {
		root.Signed.Roles[role].Threshold = threshold
		if err := root.Signed.AddKey(key, role); err != nil {
			return err
		}
	}
	return nil
}

// TrustOf reads back whom a root trusts.
func TrustOf(root *metadata.Metadata[metadata.RootType]) Trust {
	t := Trust{Threshold: root.Signed.Roles[metadata.TARGETS].Threshold}
	for _, id := range root.Signed.Roles[metadata.TARGETS].KeyIDs {
		t.Admins = append(t.Admins, publicIn(root, id))
	}
	for _, id := range root.Signed.Roles[metadata.TIMESTAMP].KeyIDs {
		t.Online = publicIn(root, id)
	}
	return t
}

func publicIn(root *metadata.Metadata[metadata.RootType], id string) Public {
	p := Public{Name: id[:min(8, len(id))], ID: id}
	if key := root.Signed.Keys[id]; key != nil {
		p.Key = key.Value.PublicKey
	}
	names, _ := root.Signed.UnrecognizedFields[namesField].(map[string]any)
	if given, ok := names[id].(string); ok && KeyName.MatchString(given) {
		p.Name = given
	}
	return p
}
