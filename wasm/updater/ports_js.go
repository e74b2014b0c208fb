package main

import (
	"context"
	"fmt"
	"syscall/js"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/wasm/internal/border"
)

// ports are JavaScript's network and storage, as bundle wants them. Each call waits for a promise, so it must run in a
// goroutine of its own, never in JavaScript's call.
type ports struct{ js.Value }

// fetchClasses are the names of the errors that JavaScript's fetch rejects with.
var fetchClasses = map[string]error{
	"NotFound": bundle.ErrNotFound,
	"Status":   bundle.ErrStatus,
	"Redirect": bundle.ErrRedirect,
	"TooLarge": bundle.ErrTooLarge,
}

// Fetch is bundle.Fetcher's.
func (p ports) Fetch(_ context.Context, path string, max int64) ([]byte, error) {
	got, err := await(p.Call("fetch", path, max))
	if err != nil {
		class := fetchClasses[err.name]
		if class == nil {
			class = bundle.ErrUnavailable
		}
		return nil, &bundle.Error{File: path, Class: class, Detail: err.message}
	}
	return bytesOf(got), nil
}

// Read is bundle.Store's.
func (p ports) Read(name string) ([]byte, error) {
	got, err := await(p.Call("read", name))
	if err != nil {
		return nil, err
	}
	return bytesOf(got), nil
}

// Write is bundle.Store's.
func (p ports) Write(files map[string][]byte) error {
	all := js.Global().Get("Object").New()
	for name, data := range files {
		all.Set(name, toJS(data))
	}
	if _, err := await(p.Call("write", all)); err != nil {
		return err
	}
	return nil
}

// rejection is why a promise was not kept.
type rejection struct{ name, message string }

func (r *rejection) Error() string { return r.name + ": " + r.message }

// await waits for a promise.
func await(promise js.Value) (js.Value, *rejection) {
	kept, broken := make(chan js.Value, 1), make(chan *rejection, 1)
	then := js.FuncOf(func(_ js.Value, args []js.Value) any {
		kept <- args[0]
		return nil
	})
	defer then.Release()
	otherwise := js.FuncOf(func(_ js.Value, args []js.Value) any {
		broken <- &rejection{args[0].Get("name").String(), args[0].Get("message").String()}
		return nil
	})
	defer otherwise.Release()
	promise.Call("then", then, otherwise)
	select {
	case value := <-kept:
		return value, nil
	case reason := <-broken:
		return js.Undefined(), reason
	}
}

// bytesOf copies a Uint8Array; nothing is nil.
func bytesOf(v js.Value) []byte {
	if v.IsUndefined() || v.IsNull() {
		return nil
	}
	return border.Bytes(v)
}

func toJS(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

// guarded turns a panic, such as a value of another type than engine.d.ts says, into an error.
func guarded(run func()) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the updater failed: %v", p)
		}
	}()
	run()
	return nil
}
