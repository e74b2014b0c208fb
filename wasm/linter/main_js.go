package main

import (
	"syscall/js"

	"github.com/bonton/bonton/wasm/internal/border"
)

func main() {
	p := &program{}
	border.Serve("bontonLinter", map[string]any{
		"load": border.Call(func(args []js.Value) string {
			border.Postpone()
			return p.load(border.Bytes(args[0]))
		}),
		"warm": border.Ask(p.warm),
		"lint": border.Call(func(args []js.Value) string { return p.lint(args[0].String(), border.Text(args, 1)) }),
	})
}
