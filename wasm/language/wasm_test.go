//go:build !js

package main

import (
	"testing"

	"github.com/bonton/bonton/wasm/internal/undernode"
)

// TestUnderNode calls the program from JavaScript.
func TestUnderNode(t *testing.T) { undernode.Run(t, 6<<20, nil) }
