// Package bundle is the signed bundle as its reader sees it: it turns the bytes of a TUF repository into verified rules,
// texts and lessons, and keeps the last good ones. Network, storage and clock are passed in, so that the browser's updater,
// the command line and the tests run the same code.
//
// It must never hand out a byte that was not signed, never go below what the device holds or was shipped, and have no
// switch that turns any of it off. It must not know what the rules mean, nor import anything else of this house.
package bundle

import "time"

// The files of a channel: rules is all that is needed before "ready", texts and lessons may be read later.
const (
	Rules   = "rules.json.gz"
	Texts   = "texts.json.gz"
	Lessons = "lessons.json.gz"
)

// Files are the targets of every channel.
var Files = []string{Rules, Texts, Lessons}

// Channels are the groups of devices that an admin can serve apart.
var Channels = []string{"stable", "pilot"}

// Bundle is what one channel held at one time, verified and unpacked.
type Bundle struct {
	Channel string
	Custom
	Source  Source
	Targets int64     // the version of the targets metadata that vouches for it
	Signed  time.Time // when that metadata ends; only updates care
	Fresh   time.Time // until when a signed timestamp says that nothing newer exists; zero if none is held
	Revoked bool      // signed by keys that a newer root no longer names
	Dev     bool      // signed under development keys, which are public and worth nothing

	Rules, Texts, Lessons []byte            // JSON
	Hashes                map[string]string // of the packed files by name, SHA-256 in hex

	foreign bool // packaged, and of another line of roots than the device's
}

// Custom is what a target's metadata says beside length and hash; it is the same for the files of a channel.
type Custom struct {
	Version string    `json:"version"` // such as "2026.11.1"
	Engine  int       `json:"engine"`  // the least engine that understands the rules
	Created time.Time `json:"created"`
}

func (c Custom) equal(other Custom) bool {
	return c.Version == other.Version && c.Engine == other.Engine && c.Created.Equal(other.Created)
}

// Source tells where a bundle was taken from.
type Source string

// Where bundles come from.
const (
	Packaged Source = "packaged" // shipped with the program
	Stored   Source = "stored"   // fetched before this start
	Fetched  Source = "fetched"
)

// TargetPath is the name of a channel's file in the targets metadata.
func TargetPath(channel, file string) string { return channel + "/" + file }
