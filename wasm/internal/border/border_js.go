package border

import (
	"runtime/debug"
	"syscall/js"
)

// The heap is bounded, because an engine lives in every WhatsApp tab and memory that a browser gave to wasm is never given
// back. docs/decisions/0002-memory-and-stack-of-the-engine.md has the figures.
const (
	gcPercent   = 100
	memoryLimit = 40 << 20 // bytes
)

// Serve sets the program's one global, an object of the calls, and stays: they are called for as long as the Worker lives.
func Serve(global string, calls map[string]any) {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	js.Global().Set(global, calls)
	select {}
}

// Call makes a function for JavaScript. It guards the conversion of the arguments too: a call with too few, or of other
// types, is answered with an error.
func Call(answer func(args []js.Value) string) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		return guarded(func() string { return answer(args) })
	})
}

// Bytes copies a Uint8Array.
func Bytes(v js.Value) []byte {
	out := make([]byte, v.Get("length").Int())
	js.CopyBytesToGo(out, v)
	return out
}

func guarded(call func() string) (answer string) {
	revision := 0
	defer Recovered(&answer, &revision)
	return call()
}
