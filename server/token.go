package server

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"net/http"
	"strings"
)

// Hash is what a server knows of the admin token. One round of SHA-256 will do: tokens are random, nobody thinks them up.
type Hash [sha256.Size]byte

// NewToken makes an admin token; only its hash belongs on the server.
func NewToken() (token string, hash Hash) {
	token = rand.Text()
	return token, HashOf(token)
}

// HashOf is the hash of a token.
func HashOf(token string) Hash { return sha256.Sum256([]byte(token)) }

// ParseHash reads a hash as String writes it.
func ParseHash(text string) (h Hash, err error) {
	raw, err := hex.DecodeString(strings.TrimSpace(text))
	if err != nil || len(raw) != len(h) {
		return h, errors.New("the hash of the admin token is not 64 hexadecimal digits: make a token anew")
	}
	return Hash(raw), nil
}

func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// admits compares the token of a request in a time that says nothing of it. No token fits the zero Hash.
func (h Hash) admits(r *http.Request) bool {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	got := HashOf(token)
	return subtle.ConstantTimeCompare(got[:], h[:]) == 1 && ok && h != Hash{}
}
