package border

import (
	"runtime"
	"runtime/debug"
)

// The heap is bounded, because an engine lives in every WhatsApp tab and memory that a browser gave to wasm is never given
// back. docs/decisions/0002-memory-and-stack-of-the-engine.md has the figures.
const (
	gcPercent   = 100
	memoryLimit = 40 << 20 // bytes; also where nothing is collected
)

// Collect lets memory be collected, as is the rule.
func Collect() { debug.SetGCPercent(gcPercent) }

// CollectNow is Collect after a first collection, which would else fall to a draft.
func CollectNow() {
	Collect()
	runtime.GC()
}

// Postpone collects nothing until one of them is called: while rules are loaded nearly all that is made is kept, and to look for
// the rest is a third of the work.
func Postpone() { debug.SetGCPercent(-1) }
