package bundle

import "time"

// MaxFresh is how far ahead of the device's clock a timestamp may end: twice what a keeper signs, so that a clock may be a
// day behind.
const MaxFresh = 48 * time.Hour

// Limits in bytes for whatever comes from elsewhere. A file beyond them is refused before it is read to its end.
const (
	MaxRoot      = 256 << 10
	MaxTimestamp = 16 << 10
	MaxSnapshot  = 64 << 10
	MaxTargets   = 512 << 10
	maxSteps     = 256 // new roots in one update
	maxDepth     = 16  // nested JSON; deeper ones end a browser's stack
)

// Limit is how large a file of a channel may be, packed and unpacked.
type Limit struct{ Packed, Unpacked int64 }

// Limits are those of the files of a channel.
var Limits = map[string]Limit{
	Rules:   {4 << 20, 16 << 20},
	Texts:   {4 << 20, 16 << 20},
	Lessons: {4 << 20, 16 << 20},
}
