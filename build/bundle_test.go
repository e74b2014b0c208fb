package main

import (
	"testing"
	"time"

	"github.com/bonton/bonton/bundle"
)

// TestDevelopmentBundle: what the build packages is what a device starts with, and no release goes out with it.
func TestDevelopmentBundle(t *testing.T) {
	t.Chdir("..")
	files, err := developmentBundle()
	if err != nil {
		t.Fatal(err)
	}
	client, err := bundle.Open(bundle.Config{Root: files["root.json"], Packaged: files, Channel: "pilot", Engine: 1 << 20, Store: bundle.Memory{}, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if now := client.Current(); !now.Dev || now.Source != bundle.Packaged || now.Revoked {
		t.Errorf("in force: dev %v, %s", now.Dev, now.Source)
	}
	if checkRelease(files, true) == nil || checkRelease(files, false) != nil {
		t.Error("a release must refuse development signatures, and nothing else may")
	}
}
