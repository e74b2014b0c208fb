package main

import (
	"bytes"
	"os"
	"testing"
)

// TestFresh holds that the committed table is what the module in go.mod yields.
func TestFresh(t *testing.T) {
	want, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../secret_table.go")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("lint/detect/secret_table.go is not fresh: run go generate ./lint/detect (%v)", err)
	}
}
