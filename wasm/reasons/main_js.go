package main

import (
	"syscall/js"

	"github.com/bonton/bonton/wasm/internal/border"
)

func main() {
	p := &program{}
	border.Serve("bontonReasons", map[string]any{
		"check": border.Call(func(args []js.Value) string { return p.check(border.Bytes(args[0])) }),
		"load":  border.Call(func(args []js.Value) string { return p.load(border.Bytes(args[0])) }),
		"why":   border.Call(func(args []js.Value) string { return p.why(args[0].String(), args[1].String()) }),
	})
}
