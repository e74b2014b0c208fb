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
			return p.load(border.Bytes(args[0]), border.Text(args, 1))
		}),
		"state": js.FuncOf(func(_ js.Value, args []js.Value) any {
			p.state = border.Text(args, 0)
			return nil
		}),
		"warm": border.Ask(p.warm),
		"lint": border.Call(func(args []js.Value) string { return p.lint(args[0].String(), border.Text(args, 1)) }),
	})
}
