// Updater verifies the signed bundle, as WebAssembly: it sets one global, bontonUpdater, as engine.d.ts describes, and
// nothing else. Network and storage are JavaScript's. It only translates between JavaScript and package bundle; it must not
// hold any logic of its own, nor know what the rules mean.
package main

import (
	"context"
	"errors"
	"time"

	"github.com/bonton/bonton/bundle"
)

// job is one call from JavaScript.
type job struct {
	config bundle.Config
	update bool // ask the repository too, instead of only verifying what is held
}

// answer is what engine.d.ts calls UpdaterAnswer.
type answer struct {
	Bundle *inForce `json:"bundle,omitempty"`
	Error  *failure `json:"error,omitempty"` // why there is none, or why no newer one was taken
}

type inForce struct {
	Version string     `json:"version"`
	Channel string     `json:"channel"`
	Source  string     `json:"source"`
	Root    string     `json:"root"` // the hash of the first root, SHA-256 in hex
	Dev     bool       `json:"dev"`
	Revoked bool       `json:"revoked"`
	Created time.Time  `json:"created"`
	Ends    time.Time  `json:"ends"`
	Fresh   *time.Time `json:"fresh,omitempty"`
}

type failure struct {
	Class   string `json:"class"`
	Message string `json:"message"`
}

// run verifies what storage and package hold, and looks for something newer if told to.
func (j job) run(ctx context.Context) (a answer, current *bundle.Bundle) {
	client, err := bundle.Open(j.config)
	if client != nil && j.update && (err == nil || errors.Is(err, bundle.ErrNone)) {
		_, err = client.Update(ctx)
	}
	a.Error = failed(err)
	if client == nil || client.Current() == nil {
		return a, nil
	}
	current = client.Current()
	a.Bundle = describe(current, j.config.Root)
	return a, current
}

func describe(b *bundle.Bundle, root []byte) *inForce {
	d := &inForce{Version: b.Version, Channel: b.Channel, Source: string(b.Source), Dev: b.Dev, Revoked: b.Revoked, Created: b.Created, Ends: b.Signed}
	if chain, err := bundle.NewChain(root); err == nil {
		d.Root = chain.Key()
	}
	if !b.Fresh.IsZero() {
		d.Fresh = &b.Fresh
	}
	return d
}

// classes are the broad ones, as engine.d.ts names them.
var classes = []struct {
	class error
	name  string
}{
	{bundle.ErrUntrusted, "untrusted"},
	{bundle.ErrUnfit, "unfit"},
	{bundle.ErrUnavailable, "unavailable"},
	{bundle.ErrStorage, "storage"},
}

func failed(err error) *failure {
	if err == nil {
		return nil
	}
	for _, c := range classes {
		if errors.Is(err, c.class) {
			return &failure{c.name, err.Error()}
		}
	}
	return &failure{"failed", err.Error()}
}
