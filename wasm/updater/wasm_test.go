//go:build !js

package main

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/wasm/internal/undernode"
)

var packs = fstest.MapFS{"house/first.yaml": {Data: []byte(`detect: {terms: [sot]}
languages: [fr]
category: tone
action: warn
message: {fr: Mot, en: Word}
why: {fr: Parce que., en: Because.}
examples: {flag: ["un [[sot]]"], pass: ["un saut"]}
`)}}

// TestUnderNode calls the program from JavaScript over a repository that holds version 2, while version 1 is packaged.
func TestUnderNode(t *testing.T) {
	now := time.Now()
	packed := compiled(t, "1")
	first, _, err := publish.Draft(nil, bundle.Channels, "1", packed, now)
	must(t, err)
	first = signed(t, first)
	next, targets, err := publish.Draft(first, bundle.Channels, "2", compiled(t, "2"), now)
	must(t, err)
	root := signed(t, newRoot(t, now))
	files, err := repository.Accept(repository.State{}, repository.Publication{Roots: [][]byte{root}, Targets: signed(t, next), Files: targets},
		func(string) bool { return false }, devkeys.Key("dev-online"), now)
	must(t, err)
	all := map[string][]byte{"packaged!root.json": root, "packaged!targets.json": first}
	for name, data := range packed {
		all["packaged!"+name] = data
	}
	for path, data := range files {
		all[strings.ReplaceAll(path, "/", "!")] = data
	}
	undernode.Run(t, 15<<20, all)
}

func compiled(t *testing.T, version string) map[string][]byte {
	packed, err := publish.Compile(packs, version)
	must(t, err)
	return packed
}

func newRoot(t *testing.T, now time.Time) []byte {
	trust := publish.Trust{Threshold: 2}
	for _, name := range devkeys.Names {
		public, err := publish.PublicOf(name, devkeys.Key(name))
		must(t, err)
		if name == "dev-online" {
			trust.Online = public
			continue
		}
		trust.Admins = append(trust.Admins, public)
	}
	root, err := publish.NewRoot(trust, now)
	must(t, err)
	return root
}

func signed(t *testing.T, draft []byte) []byte {
	half, err := publish.ReadHalf(draft)
	must(t, err)
	for _, name := range devkeys.Names[:2] {
		must(t, half.Sign(devkeys.Key(name)))
	}
	data, err := half.Bytes()
	must(t, err)
	return data
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
