package main

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

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	b := &border{}
	js.Global().Set("bontonLinter", map[string]any{
		"load": export(func(args []js.Value) string { return b.load(bytesOf(args[0]), bytesOf(args[1])) }),
		"lint": export(func(args []js.Value) string { return b.lint(args[0].String()) }),
		"why":  export(func(args []js.Value) string { return b.why(args[0].String(), args[1].String()) }),
	})
	select {} // the functions above are called for as long as the Worker lives
}

// export guards the conversion of the arguments too: a call with too few, or of other types, is answered with an error.
func export(call func(args []js.Value) string) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		return guarded(func() string { return call(args) })
	})
}

func bytesOf(v js.Value) []byte {
	out := make([]byte, v.Get("length").Int())
	js.CopyBytesToGo(out, v)
	return out
}

// guarded answers a panic of call with an error.
func guarded(call func() string) (answer string) {
	revision := 0
	defer recovered(&answer, &revision)
	return call()
}
