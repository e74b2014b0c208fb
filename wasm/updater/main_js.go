package main

import (
	"context"
	"syscall/js"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/wasm/internal/border"
)

// main serves as long as JavaScript keeps the global: a program that ended would throw in the timers that Go leaves behind.
func main() {
	border.Collect()
	js.Global().Set("bontonUpdater", map[string]any{
		"run": js.FuncOf(func(_ js.Value, args []js.Value) any {
			return promise(func() (any, error) { return run(args[0], ports{args[1]}) })
		}),
	})
	select {}
}

// run does one job; see engine.d.ts for its fields.
func run(asked js.Value, p ports) (result any, err error) {
	failed := guarded(func() {
		j := job{bundle.Config{
			Root:     bytesOf(asked.Get("root")),
			Packaged: packageOf(asked.Get("packaged")),
			Channel:  asked.Get("channel").String(),
			Engine:   asked.Get("engine").Int(),
			Store:    p, Fetch: p, Now: time.Now,
		}, asked.Get("update").Bool()}
		answer, current := j.run(context.Background())
		object := map[string]any{"answer": border.Encode(answer)}
		if current != nil {
			object["rules"], object["texts"], object["lessons"] = toJS(current.Rules), toJS(current.Texts), toJS(current.Lessons)
		}
		result = object
	})
	return result, failed
}

func packageOf(files js.Value) bundle.Package {
	packaged := bundle.Package{}
	names := js.Global().Get("Object").Call("keys", files)
	for i := range names.Length() {
		name := names.Index(i).String()
		packaged[name] = bytesOf(files.Get(name))
	}
	return packaged
}

// promise runs something that waits, and tells JavaScript when it is done.
func promise(work func() (any, error)) js.Value {
	start := js.FuncOf(func(_ js.Value, args []js.Value) any {
		go func() {
			if value, err := work(); err != nil {
				args[1].Invoke(js.Global().Get("Error").New(err.Error()))
			} else {
				args[0].Invoke(value)
			}
		}()
		return nil
	})
	defer start.Release()
	return js.Global().Get("Promise").New(start)
}
