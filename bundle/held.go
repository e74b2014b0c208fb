package bundle

import (
	"bytes"
	"cmp"
	"errors"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// lineFile says which line of roots was used last.
const lineFile = "line"

// openChain finds the state that belongs to the root. A program's new release may ship a newer root of the same line: the
// state goes on then, else the device could be brought below what it holds. Any other root starts with nothing.
func openChain(cfg Config) (*Chain, string, error) {
	own, err := NewChain(cfg.Root)
	if err != nil {
		return nil, "", err
	}
	folder := own.Key() + "/"
	if first, _ := cfg.Store.Read(folder + "root.json"); first == nil {
		if older := olderLine(cfg); older != nil {
			own, folder = older, older.Key()+"/"
		}
	}
	addHeld(own, cfg.Store, folder)
	addPackaged(own, cfg)
	note(own, cfg.Store, folder)
	return own, folder, nil
}

// note keeps the line, for a start after an update of the program. A storage that refuses it must not keep the packaged
// rules from being used; Update says what is wrong with it.
func note(line *Chain, store Store, folder string) {
	files := map[string][]byte{lineFile: []byte(line.Key()), folder + "root.json": line.raw[0]}
	for i, raw := range line.raw[1:] {
		files[folder+rootName(line.roots[i+1].Signed.Version)] = raw
	}
	for name, data := range files {
		if held, err := store.Read(name); err == nil && bytes.Equal(held, data) {
			delete(files, name)
		}
	}
	if len(files) > 0 {
		_ = store.Write(files)
	}
}

// olderLine is the line used last, if it leads to the root that is trusted now.
func olderLine(cfg Config) *Chain {
	key, _ := cfg.Store.Read(lineFile)
	first, _ := cfg.Store.Read(string(key) + "/root.json")
	line, err := NewChain(first)
	if err != nil || line.Key() != string(key) {
		return nil
	}
	addHeld(line, cfg.Store, line.Key()+"/")
	addPackaged(line, cfg)
	if !line.holds(cfg.Root) {
		return nil
	}
	return line
}

// addHeld takes the roots that were verified before, verifying them again.
func addHeld(line *Chain, store Store, folder string) {
	for range maxSteps {
		data, err := store.Read(folder + line.nextName())
		if err != nil || data == nil || line.Add(data) != nil {
			return
		}
	}
}

// addPackaged takes newer roots that were shipped.
func addPackaged(line *Chain, cfg Config) {
	for range maxSteps {
		data := cfg.Packaged[line.nextName()]
		if data == nil {
			data = cfg.Root
		}
		if line.Add(data) != nil {
			return
		}
	}
}

// Chain verifies the roots of a package from its own first one.
func (p Package) Chain() (*Chain, error) {
	chain, err := NewChain(p["root.json"])
	if err != nil {
		return nil, err
	}
	addPackaged(chain, Config{Packaged: p})
	return chain, nil
}

// packaged verifies the bundle that was shipped, by the device's line of roots or else by its own. A package holds one
// channel, which may be another than the device's.
func (c *Client) packaged() (*Bundle, error) {
	raw, chain := c.cfg.Packaged[targetsFile], c.chain
	if raw == nil {
		return nil, &Error{targetsFile, ErrNotFound, "nothing is packaged"}
	}
	c.floors = append(c.floors, raw)
	if _, _, err := chain.Targets(raw); err != nil {
		if chain, err = c.cfg.Packaged.Chain(); err != nil {
			return nil, err
		}
	}
	read := func(file string) ([]byte, error) { return c.cfg.Packaged[file], nil }
	var first error
	for _, channel := range append([]string{c.cfg.Channel}, Channels...) {
		found, err := c.verified(chain, channel, raw, read)
		if err == nil {
			found.Source, found.foreign = Packaged, chain != c.chain
			return found, nil
		}
		first = cmp.Or(first, err)
	}
	return nil, first
}

// stored verifies the last bundle that was fetched, and all else that says how new the device is.
func (c *Client) stored() (*Bundle, error) {
	for _, name := range append([]string{"", c.cfg.Channel + "/"}, otherChannels(c.cfg.Channel)...) {
		if raw, err := c.cfg.Store.Read(c.folder + name + targetsFile); err == nil && raw != nil {
			c.floors = append(c.floors, raw)
		}
	}
	folder := c.folder + c.cfg.Channel + "/"
	raw, err := c.cfg.Store.Read(folder + targetsFile)
	if err != nil {
		return nil, errors.Join(ErrStorage, err)
	}
	if raw == nil {
		return nil, &Error{targetsFile, ErrNotFound, "nothing is stored"}
	}
	return c.verified(c.chain, c.cfg.Channel, raw, func(file string) ([]byte, error) { return c.cfg.Store.Read(folder + file) })
}

func otherChannels(own string) (folders []string) {
	for _, channel := range Channels {
		if channel != own {
			folders = append(folders, channel+"/")
		}
	}
	return folders
}

// verified checks a held bundle's signatures and hashes; that it has ended does not matter.
func (c *Client) verified(by *Chain, channel string, raw []byte, read func(file string) ([]byte, error)) (*Bundle, error) {
	targets, last, err := by.Targets(raw)
	if err != nil {
		return nil, err
	}
	custom, err := c.announced(targets, channel)
	if err != nil {
		return nil, err
	}
	packed := map[string][]byte{}
	for _, file := range Files {
		if packed[file], err = read(file); err != nil {
			return nil, errors.Join(ErrStorage, err)
		}
		name := TargetPath(channel, file)
		if err := checkTarget(name, targets.Signed.Targets[name], packed[file]); err != nil {
			return nil, err
		}
	}
	held, err := assemble(targets, channel, packed)
	if err != nil {
		return nil, err
	}
	held.Custom, held.Source, held.Revoked, held.Dev = custom, Stored, !last, by.Development()
	return held, nil
}

// heldFresh reads until when the last timestamp was good; one that does not verify, or ends too late, says nothing.
func (c *Client) heldFresh() time.Time {
	raw, err := c.cfg.Store.Read(c.folder + timestampFile)
	if err != nil || raw == nil {
		return time.Time{}
	}
	file, err := decode[metadata.TimestampType](timestampFile, raw, MaxTimestamp)
	if err != nil || verify(timestampFile, c.chain.Last(), metadata.TIMESTAMP, file) != nil {
		return time.Time{}
	}
	if file.Signed.Expires.After(c.cfg.Now().Add(MaxFresh)) {
		return time.Time{}
	}
	return file.Signed.Expires
}
