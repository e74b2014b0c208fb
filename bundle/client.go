package bundle

import (
	"context"
	"fmt"
	"maps"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// Config is what a client is given.
type Config struct {
	Root     []byte  // the root that the device trusts from the start
	Packaged Package // the bundle that was shipped; may be empty
	Channel  string  // one of Channels
	Engine   int     // what this program's engine can do; bundles that ask for more are not taken
	Store    Store
	Fetch    Fetcher // may be nil for a client that never updates
	Now      func() time.Time
}

// Package is a bundle that ships with the program: root.json, later roots as <version>.root.json, the targets.json that
// vouches for it, and the files of one channel. It is verified by its own root, which is as trusted as the program it came
// with, so that it can be the start for a device whose admin has another root.
type Package map[string][]byte

// Client holds the bundle in force. It is not safe for use by two goroutines at once.
type Client struct {
	cfg     Config
	chain   *Chain
	folder  string
	current *Bundle
	floors  [][]byte // targets metadata that the device holds or was shipped
	fresh   time.Time
}

// Open verifies what storage and package hold and takes the better one, whether or not it has ended: an end stops
// updates, never rules. ErrNone says that there is nothing to start from; the client can then still update.
func Open(cfg Config) (*Client, error) {
	c := &Client{cfg: cfg}
	var err error
	if c.chain, c.folder, err = openChain(cfg); err != nil {
		return nil, err
	}
	packaged, whyPackaged := c.packaged()
	stored, whyStored := c.stored()
	c.current = better(stored, packaged)
	c.fresh = c.heldFresh()
	if c.current == nil {
		return c, fmt.Errorf("%w (packaged: %w; stored: %w)", ErrNone, whyPackaged, whyStored)
	}
	return c, nil
}

// better prefers what the newest root vouches for, then the newer one, then what was stored.
func better(stored, packaged *Bundle) *Bundle {
	switch {
	case stored == nil:
		return packaged
	case packaged == nil:
		return stored
	case packaged.foreign:
		return stored
	case stored.Revoked != packaged.Revoked:
		if stored.Revoked {
			return packaged
		}
		return stored
	case packaged.Targets > stored.Targets:
		return packaged
	}
	return stored
}

// Current is the bundle in force, or nil.
func (c *Client) Current() *Bundle {
	if c.current == nil {
		return nil
	}
	now := *c.current
	now.Fresh = c.fresh
	return &now
}

// Update asks the repository for something newer. Whatever it answers, Current is never worse than before: on an error
// the bundle in force stays. The first answer says whether it changed.
func (c *Client) Update(ctx context.Context) (bool, error) {
	walk := &Walk{Chain: c.chain, Fetch: c.cfg.Fetch, Store: c.cfg.Store, Now: c.cfg.Now(), Folder: c.folder, MaxFresh: MaxFresh, Floor: c.floor}
	targets, raw, err := walk.Targets(ctx)
	if err != nil {
		return false, err
	}
	custom, err := c.announced(targets, c.cfg.Channel)
	if err != nil {
		return false, err
	}
	c.fresh = walk.Fresh()
	if c.has(targets) {
		return false, nil
	}
	packed, err := c.download(ctx, targets)
	if err != nil {
		return false, err
	}
	next, err := assemble(targets, c.cfg.Channel, packed)
	if err != nil {
		return false, err
	}
	next.Custom, next.Dev = custom, c.chain.Development()
	packed[targetsFile] = raw
	if err := c.write(packed); err != nil {
		return false, err
	}
	next.Source, c.floors = Fetched, append(c.floors, raw)
	changed := c.current == nil || !maps.Equal(c.current.Hashes, next.Hashes)
	c.current = next
	return changed, nil
}

// write keeps a bundle and what vouches for it, together.
func (c *Client) write(files map[string][]byte) error {
	named := map[string][]byte{}
	for name, data := range files {
		named[c.folder+c.cfg.Channel+"/"+name] = data
	}
	if err := c.cfg.Store.Write(named); err != nil {
		return fmt.Errorf("%w: %w", ErrStorage, err)
	}
	return nil
}

// floor is the newest version of the targets that the device holds or was shipped and that the newest root vouches for.
// Versions signed by keys that were revoked do not count, or a thief of such keys could stop all updates for ever.
func (c *Client) floor() int64 {
	var floor int64
	for _, raw := range c.floors {
		if file, last, err := c.chain.Targets(raw); err == nil && last {
			floor = max(floor, file.Signed.Version)
		}
	}
	return floor
}

// announced reads the custom fields of the channel, which must agree among its files.
func (c *Client) announced(targets *metadata.Metadata[metadata.TargetsType], channel string) (Custom, error) {
	all, err := Announced(targets, channel)
	if err == nil && all.Engine > c.cfg.Engine {
		err = refuse(TargetPath(channel, Rules), ErrEngine, "engine %d, this is %d", all.Engine, c.cfg.Engine)
	}
	return all, err
}

// has says whether these targets are those of the bundle in force, so that nothing needs to be read or written.
func (c *Client) has(targets *metadata.Metadata[metadata.TargetsType]) bool {
	return c.current != nil && c.current.Source != Packaged && !c.current.Revoked && c.current.Targets == targets.Signed.Version
}

// download gets the three files and compares each with its signed length and hash. What the device has is not fetched.
func (c *Client) download(ctx context.Context, targets *metadata.Metadata[metadata.TargetsType]) (map[string][]byte, error) {
	packed := map[string][]byte{}
	for _, file := range Files {
		name := TargetPath(c.cfg.Channel, file)
		if packed[file] = c.local(name, file, targets.Signed.Targets[name]); packed[file] != nil {
			continue
		}
		data, err := DownloadTarget(ctx, c.cfg.Fetch, name, targets.Signed.Targets[name], c.chain.Last().Signed.ConsistentSnapshot)
		if err != nil {
			return nil, err
		}
		packed[file] = data
	}
	return packed, nil
}

// local is a file that the device holds or was shipped, if it is the one that is wanted.
func (c *Client) local(name, file string, want *metadata.TargetFiles) []byte {
	stored, _ := c.cfg.Store.Read(c.folder + name)
	for _, data := range [][]byte{stored, c.cfg.Packaged[file]} {
		if data != nil && checkTarget(name, want, data) == nil {
			return data
		}
	}
	return nil
}
