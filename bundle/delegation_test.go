package bundle_test

import (
	"maps"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// delegations that the admins, or whoever has two of their keys, may sign: a role for everything, and what the format allows
// but a reader may stumble over.
func delegations(t *testing.T) map[string]*metadata.Delegations {
	key, err := metadata.KeyFromPublicKey(devkeys.Key("crisis").Public())
	if err != nil {
		t.Fatal(err)
	}
	id, err := key.ID()
	if err != nil {
		t.Fatal(err)
	}
	all := metadata.DelegatedRole{Name: "crisis", KeyIDs: []string{id}, Threshold: 1, Paths: []string{"*", "*/*"}}
	return map[string]*metadata.Delegations{
		"a role for everything": {Keys: map[string]*metadata.Key{id: key}, Roles: []metadata.DelegatedRole{all}},
		"null for a key":        {Keys: map[string]*metadata.Key{id: nil}, Roles: []metadata.DelegatedRole{all}},
		"a key that is none":    {Keys: map[string]*metadata.Key{"x": {Type: metadata.KeyTypeEd25519, Value: metadata.KeyVal{PublicKey: "00"}}}},
		"a role without keys":   {Keys: map[string]*metadata.Key{}, Roles: []metadata.DelegatedRole{{Name: "../root", Paths: []string{"*/*"}}}},
	}
}

// malformed are delegations that the library refuses to read.
func malformed() map[string]*metadata.Delegations {
	none := map[string]*metadata.Key{}
	return map[string]*metadata.Delegations{
		"bins without a bit":           {Keys: none, SuccinctRoles: &metadata.SuccinctRoles{}},
		"bins of a negative length":    {Keys: none, SuccinctRoles: &metadata.SuccinctRoles{BitLength: -1}},
		"more bins than there is room": {Keys: none, SuccinctRoles: &metadata.SuccinctRoles{BitLength: 1 << 30, NamePrefix: "bin"}},
	}
}

// TestDelegations: a bundle is what targets.json itself lists. What it delegates is read by nobody: it neither completes a
// channel nor keeps a complete one from being taken.
func TestDelegations(t *testing.T) {
	for name, delegated := range delegations(t) {
		t.Run(name, func(t *testing.T) {
			w, _, _, client := start(t)
			w.delegate(3, delegated, bundle.Rules)
			expect(t, client, false, bundle.ErrIncomplete, "2")
			w.delegate(4, delegated, "")
			expect(t, client, true, nil, "4")
		})
	}
	for name, delegated := range malformed() {
		t.Run(name, func(t *testing.T) {
			w, _, _, client := start(t)
			w.delegate(3, delegated, "")
			expect(t, client, false, bundle.ErrFormat, "2")
		})
	}
}

// delegate publishes a version whose targets delegate, with a file of the channel left to the role alone, if one is named.
func (w *world) delegate(number int64, to *metadata.Delegations, left string) {
	version := map[int64]string{3: "3", 4: "4"}[number]
	packed := contents(version)
	whole := w.targets(number, version, packed)
	w.files["metadata/1.crisis.json"] = sign(w.t, whole, "crisis")
	w.files["metadata/crisis.json"] = w.files["metadata/1.crisis.json"]
	maps.Copy(w.files, w.placed(whole, packed))

	next := w.targets(number, version, packed)
	delete(next.Signed.Targets, bundle.TargetPath("stable", left))
	next.Signed.Delegations = to
	w.files[repository.TargetsPath(number)] = sign(w.t, next, "dev-1", "dev-2")
	w.shoot(number+5, number)
	w.stamp(number+5, number+5, "dev-online")
}
