package bundle

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// complete refuses what the library would take and stumble over later: null where it expects an object, keys that its
// verifier cannot hold, a version below 1, a later specification.
func complete[T metadata.Roles](file *metadata.Metadata[T]) error {
	switch signed := any(&file.Signed).(type) {
	case *metadata.RootType:
		return firstOf(header(signed.SpecVersion, signed.Version), completeRoot(signed))
	case *metadata.TimestampType:
		return firstOf(header(signed.SpecVersion, signed.Version), noNil(signed.Meta))
	case *metadata.SnapshotType:
		return firstOf(header(signed.SpecVersion, signed.Version), noNil(signed.Meta))
	case *metadata.TargetsType:
		return firstOf(header(signed.SpecVersion, signed.Version), noNil(signed.Targets), completeDelegations(signed.Delegations))
	}
	return nil
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// header is what every role begins with. A change of the specification's first number may change what signatures mean.
func header(spec string, version int64) error {
	if !strings.HasPrefix(spec, "1.") {
		return fmt.Errorf("spec_version %q, this reads 1.x", spec)
	}
	if version < 1 {
		return fmt.Errorf("version %d", version)
	}
	return nil
}

func completeRoot(root *metadata.RootType) error {
	if err := firstOf(noNil(root.Roles), completeKeys(root.Keys)); err != nil {
		return err
	}
	for _, role := range metadata.TOP_LEVEL_ROLE_NAMES {
		if root.Roles[role] == nil {
			return fmt.Errorf("role %s is missing", role)
		}
	}
	return nil
}

// completeDelegations reads what we do not follow, so that it is well-formed when a later program does: see
// docs/decisions/0151.
func completeDelegations(to *metadata.Delegations) error {
	if to == nil {
		return nil
	}
	if (to.Roles == nil) == (to.SuccinctRoles == nil) {
		return fmt.Errorf("delegations: want roles or succinct_roles")
	}
	names := map[string]bool{}
	for _, role := range to.Roles {
		if role.Name == "" || names[role.Name] || slices.Contains(metadata.TOP_LEVEL_ROLE_NAMES[:], role.Name) {
			return fmt.Errorf("delegations: no role can be called %q", role.Name)
		}
		names[role.Name] = true
		if err := known(role.Name, role.KeyIDs, role.Threshold, to.Keys); err != nil {
			return err
		}
	}
	if bins := to.SuccinctRoles; bins != nil {
		if err := known(bins.NamePrefix, bins.KeyIDs, bins.Threshold, to.Keys); err != nil {
			return err
		}
	}
	return completeKeys(to.Keys)
}

// known asks that a delegated role can be signed for at all.
func known(role string, ids []string, threshold int, keys map[string]*metadata.Key) error {
	if threshold < 1 {
		return fmt.Errorf("delegations: %s asks for %d signatures", role, threshold)
	}
	for _, id := range ids {
		if keys[id] == nil {
			return fmt.Errorf("delegations: key %s of %s is missing", id, role)
		}
	}
	return nil
}

func completeKeys(keys map[string]*metadata.Key) error {
	if err := noNil(keys); err != nil {
		return err
	}
	for id, key := range keys {
		raw, err := hex.DecodeString(key.Value.PublicKey)
		if key.Type == metadata.KeyTypeEd25519 && (err != nil || len(raw) != 32) {
			return fmt.Errorf("key %s is no Ed25519 key", id)
		}
	}
	return nil
}

func noNil[V any](values map[string]*V) error {
	for name, v := range values {
		if v == nil {
			return fmt.Errorf("%q is null", name)
		}
	}
	return nil
}
