package publish

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"

	"filippo.io/age"
	"filippo.io/age/armor"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle/repository"
)

// Public is the half of a key that everyone may have; its file travels to whoever makes the root.
type Public struct {
	Name string `json:"name"`
	ID   string `json:"keyid"`
	Key  string `json:"ed25519"` // hex
}

// KeyName is what a key may be called: it becomes a file's name and is shown in status.
var KeyName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,31}$`)

// NewKey makes a key for one signer.
func NewKey(name string) (ed25519.PrivateKey, Public, error) {
	if !KeyName.MatchString(name) {
		return nil, Public{}, fmt.Errorf("%q is no name for a key: lower-case letters, digits, dots and dashes, at most 32", name)
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, Public{}, err
	}
	public, err := PublicOf(name, private)
	return private, public, err
}

// PublicOf is the public half of a key.
func PublicOf(name string, private ed25519.PrivateKey) (Public, error) {
	id, err := repository.KeyID(private.Public())
	return Public{name, id, hex.EncodeToString(private.Public().(ed25519.PublicKey))}, err
}

// ReadPublic reads a public key's file; the id must be that of the key.
func ReadPublic(data []byte) (p Public, err error) {
	if err := json.Unmarshal(data, &p); err != nil {
		return p, fmt.Errorf("no public key: %w", err)
	}
	key, err := p.tuf()
	if err != nil {
		return p, err
	}
	if id, err := key.ID(); err != nil || id != p.ID || !KeyName.MatchString(p.Name) {
		return p, errors.New("no public key: keyid or name does not fit")
	}
	return p, nil
}

func (p Public) tuf() (*metadata.Key, error) {
	raw, err := hex.DecodeString(p.Key)
	if err != nil || len(raw) != ed25519.PublicKeySize {
		return nil, errors.New("no public key: the Ed25519 key is not 32 bytes of hex")
	}
	return metadata.KeyFromPublicKey(ed25519.PublicKey(raw))
}

// WorkFactor is the logarithm of the cost of trying a passphrase. Tests lower it.
var WorkFactor = 18

// maxWorkFactor bounds what a file may ask of whoever opens it.
const maxWorkFactor = 22

// Seal encrypts a key with a passphrase, as an age file.
func Seal(private ed25519.PrivateKey, passphrase string) ([]byte, error) {
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(WorkFactor)
	var out bytes.Buffer
	text := armor.NewWriter(&out)
	secret, err := age.Encrypt(text, recipient)
	if err != nil {
		return nil, err
	}
	if _, err := secret.Write(private.Seed()); err != nil {
		return nil, err
	}
	err = errors.Join(secret.Close(), text.Close()) // in this order: each writes its end
	return out.Bytes(), err
}

// Unseal decrypts a key.
func Unseal(sealed []byte, passphrase string) (ed25519.PrivateKey, error) {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, err
	}
	identity.SetMaxWorkFactor(maxWorkFactor)
	secret, err := age.Decrypt(armor.NewReader(bytes.NewReader(sealed)), identity)
	if err != nil {
		return nil, errors.New("the passphrase is wrong, or the file is damaged")
	}
	seed, err := io.ReadAll(io.LimitReader(secret, ed25519.SeedSize+1))
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, errors.New("the file holds no key")
	}
	return ed25519.NewKeyFromSeed(seed), nil
}
