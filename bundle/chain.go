package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// Chain is a line of roots, each signed by the one before it. Its first is trusted because the device was given it.
type Chain struct {
	raw   [][]byte
	roots []*metadata.Metadata[metadata.RootType]
}

// NewChain starts a line. The root must be signed by itself; that it has ended does not matter, a newer one may follow.
func NewChain(root []byte) (*Chain, error) {
	first, err := decode[metadata.RootType]("root.json", root, MaxRoot)
	if err != nil {
		return nil, err
	}
	if err := verify("root.json", first, metadata.ROOT, first); err != nil {
		return nil, err
	}
	return &Chain{[][]byte{root}, []*metadata.Metadata[metadata.RootType]{first}}, nil
}

// Add verifies the next root by the last one and by itself, and takes it into the line. No id may change its key.
func (c *Chain) Add(data []byte) error {
	name := c.nextName()
	next, err := decode[metadata.RootType](name, data, MaxRoot)
	if err != nil {
		return err
	}
	if err := verify(name, c.Last(), metadata.ROOT, next); err != nil {
		return err
	}
	if want := c.Last().Signed.Version + 1; next.Signed.Version != want {
		return refuse(name, ErrVersion, "is version %d", next.Signed.Version)
	}
	if err := verify(name, next, metadata.ROOT, next); err != nil {
		return err
	}
	if err := c.keepsKeys(name, next); err != nil {
		return err
	}
	c.raw, c.roots = append(c.raw, data), append(c.roots, next)
	return nil
}

// Last is the newest root.
func (c *Chain) Last() *metadata.Metadata[metadata.RootType] { return c.roots[len(c.roots)-1] }

// Raw are the bytes of all roots, oldest first.
func (c *Chain) Raw() [][]byte { return c.raw }

// Key names the line in storage: the hash of its first root, so that another root starts with nothing.
func (c *Chain) Key() string { return hash(c.raw[0]) }

// Targets verifies targets metadata by the newest root that vouches for it, without asking when it ends. The second
// answer says whether that root is the last one.
func (c *Chain) Targets(data []byte) (*metadata.Metadata[metadata.TargetsType], bool, error) {
	file, err := decode[metadata.TargetsType]("targets.json", data, MaxTargets)
	if err != nil {
		return nil, false, err
	}
	var first error
	for i := len(c.roots) - 1; i >= 0; i-- {
		err := verify("targets.json", c.roots[i], metadata.TARGETS, file)
		if err == nil {
			return file, i == len(c.roots)-1, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, false, first
}

func (c *Chain) nextName() string { return rootName(c.Last().Signed.Version + 1) }

func (c *Chain) holds(root []byte) bool {
	for _, raw := range c.raw {
		if bytes.Equal(raw, root) {
			return true
		}
	}
	return false
}

// verify asks one file whether another is signed as it demands.
func verify(name string, by *metadata.Metadata[metadata.RootType], role string, file any) (err error) {
	defer guard(name, &err)
	return translate(name, by.VerifyDelegate(role, file))
}

func rootName(version int64) string { return fmt.Sprintf("%d.root.json", version) }

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
