// Package cloudflare is a server's store at Cloudflare's edge: files in R2, and the head in D1. It compiles for WebAssembly
// only. front.ts beside it answers whoever reads, so that Go is started only to publish and to sign anew.
//
// It must hold nothing between two requests: each may run in a program of its own.
package cloudflare
