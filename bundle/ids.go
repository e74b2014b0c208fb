package bundle

import (
	"errors"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// ownIDs refuses a key under an id that is not its hash. The hash is that of the key alone, without fields that others add,
// so that a key has one id.
func ownIDs(name string, keys map[string]*metadata.Key) error {
	for id, key := range keys {
		if own, err := ownID(key); err != nil || own != id {
			return refuse(name, ErrFormat, "key %.8q is another than its id says: nobody should sign this", id)
		}
	}
	return nil
}

func ownID(key *metadata.Key) (string, error) {
	public, err := key.ToPublicKey()
	if err != nil {
		return "", err
	}
	plain, err := metadata.KeyFromPublicKey(public)
	if err != nil {
		return "", err
	}
	if plain.Value.PublicKey != key.Value.PublicKey {
		return "", errors.New("another spelling of a key")
	}
	return plain.ID()
}

// keepsKeys refuses a root in which an id of an earlier one stands for another key: TUF has one key for an id.
func (c *Chain) keepsKeys(name string, next *metadata.Metadata[metadata.RootType]) error {
	for _, root := range c.roots {
		for id, was := range root.Signed.Keys {
			if now := next.Signed.Keys[id]; now != nil && now.Value.PublicKey != was.Value.PublicKey {
				return refuse(name, ErrFormat, "key %.8q is another than in root %d", id, root.Signed.Version)
			}
		}
	}
	return nil
}
