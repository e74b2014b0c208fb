// Package devkeys makes the development keys: public, worthless, the same on every machine, so that a fresh checkout can
// build and test a signed bundle. Package bundle knows their ids and says "development signature" of whatever they sign.
// It must never be used for anything that reaches an employee; make package RELEASE=1 refuses it.
package devkeys

import (
	"crypto/ed25519"
	"crypto/sha256"
)

// Names are the development keys: three admins, and the online key.
var Names = []string{"dev-1", "dev-2", "dev-3", "dev-online"}

// Key is the development key of a name.
func Key(name string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("bonton development key, public and worthless: " + name))
	return ed25519.NewKeyFromSeed(seed[:])
}
