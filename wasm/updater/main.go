//go:build !js

// The program is built for the browser only: GOOS=js GOARCH=wasm go build ./wasm/updater
package main

func main() { println("this program runs in a browser: build it with GOOS=js GOARCH=wasm") }
