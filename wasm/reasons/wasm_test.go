//go:build !js

package main

import (
	"testing"

	"github.com/bonton/bonton/rules"
	"github.com/bonton/bonton/wasm/internal/undernode"
)

// TestUnderNode calls the program from JavaScript.
func TestUnderNode(t *testing.T) {
	_, textsJSON, err := rules.Compile(rules.Packs(), "1.0.0")
	if err != nil {
		t.Fatal(err)
	}
	undernode.Run(t, 8_000_000, map[string][]byte{"texts.json": textsJSON})
}
