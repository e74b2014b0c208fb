//go:build !js

// The program is built for Cloudflare only: go run ./build edge
package main

func main() { println("this program runs at Cloudflare: go run ./build edge") }
