package main

import (
	"os"
	"testing"
)

// TestFresh holds that the committed models are what the module in go.mod yields.
func TestFresh(t *testing.T) {
	if testing.Short() {
		t.Skip("reads every model of the module, for seconds")
	}
	want, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../models.bin")
	if err != nil || string(got) != string(want) {
		t.Errorf("language/models.bin is not fresh: run go generate ./language (%v)", err)
	}
}
