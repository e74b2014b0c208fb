package main

import (
	"syscall/js"

	"github.com/bonton/bonton/wasm/internal/border"
)

func main() {
	border.Serve("bontonLanguage", map[string]any{
		"of": border.Call(func(args []js.Value) string { return of(args[0].String()) }),
	})
}
