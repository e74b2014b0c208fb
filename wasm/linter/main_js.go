package main

import (
	"syscall/js"
	"unsafe"

	"github.com/bonton/bonton/wasm/internal/border"
)

var linterProgram = &program{}

// Calls through syscall/js wake Go's scheduler and pass each value by a table of references: 0.12 ms a call for a program that
// is not in the processor's caches. What a key costs goes through exported functions and plain memory instead, 0.02 ms
// (docs/decisions/0150-border-of-a-key.md).

//go:wasmexport room
func room(size int32) unsafe.Pointer { return unsafe.Pointer(linterProgram.room(int(size))) }

//go:wasmexport lint
func lintExport(revision, text, now int32) int32 {
	return int32(linterProgram.lintRoom(int(revision), int(text), int(now)))
}

func main() {
	p := linterProgram
	border.Serve("bontonLinter", map[string]any{
		"load": border.Call(func(args []js.Value) string {
			border.Postpone()
			return p.load(border.Bytes(args[0]), border.Text(args, 1))
		}),
		"state": js.FuncOf(func(_ js.Value, args []js.Value) any {
			p.state = border.Text(args, 0)
			return nil
		}),
		"warm":  border.Ask(p.warm),
		"about": border.Call(func(args []js.Value) string { return p.about(args[0].String(), border.Text(args, 1)) }),
	})
}
