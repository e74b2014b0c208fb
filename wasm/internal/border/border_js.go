package border

import (
	"runtime/debug"
	"syscall/js"
)

// Serve sets the program's one global, an object of the calls, and stays: they are called for as long as the Worker lives.
func Serve(global string, calls map[string]any) {
	debug.SetMemoryLimit(memoryLimit)
	Collect()
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

// Ask makes a function for JavaScript that answers true or false.
func Ask(answer func() bool) js.Func {
	return js.FuncOf(func(js.Value, []js.Value) any { return answer() })
}

// Bytes copies a Uint8Array.
func Bytes(v js.Value) []byte {
	out := make([]byte, v.Get("length").Int())
	js.CopyBytesToGo(out, v)
	return out
}

// Text is the argument at i, empty where the caller gave none.
func Text(args []js.Value, i int) string {
	if i >= len(args) || args[i].Type() != js.TypeString {
		return ""
	}
	return args[i].String()
}

func guarded(call func() string) (answer string) {
	defer Recovered(&answer)
	return call()
}
