package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestNotices holds that a package names the work of others in it, each with its terms and the place of its sources.
func TestNotices(t *testing.T) {
	inRepository(t)
	dir := t.TempDir()
	if err := writeNotices(dir); err != nil {
		t.Fatal(err)
	}
	checkNotices(t, os.DirFS(dir))
}

// checkNotices looks for one component of each kind and licence, for the compiler's version (the bytes of a package are that
// version's), and for the notices of data that was taken from others.
func checkNotices(t *testing.T, files fs.FS) {
	t.Helper()
	data, err := fs.ReadFile(files, noticesFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"Copyright (c) 2019 Zachary Rice", // data in lint/detect
		"\nGo " + runtime.Version() + "\nSource: https://go.dev/dl/", "Copyright 2009 The Go Authors",
		"\ngolang.org/x/text v", "\ngithub.com/microcosm-cc/bluemonday v", "\ngithub.com/clipperhouse/uax29/v2 v",
		"\ngithub.com/theupdateframework/go-tuf/v2 v", "The Update Framework Authors", // its NOTICE
		"\ngithub.com/sigstore/protobuf-specs v", // of which the build makes a smaller one
		"Source: https://proxy.golang.org/github.com/hashicorp/go-multierror/@v/v1", "Mozilla Public License",
		"\npreact ", "\nlexical ", "\n@lexical/plain-text ", "Source: https://registry.npmjs.org/@lexical/history/-/history-",
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%s does not have %q", noticesFile, want)
		}
	}
}

func TestNoticesNeedTerms(t *testing.T) {
	dir := t.TempDir()
	_, err := notices([]component{{name: "one", dir: dir}, {name: "two", dir: dir}})
	if err == nil || !strings.Contains(err.Error(), "one has no licence file") || !strings.Contains(err.Error(), "two has no licence file") {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "COPYING"), []byte("as you like\r\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := notices([]component{{name: "one", version: "1", source: "there", dir: dir}})
	if err != nil || !strings.HasSuffix(string(text), "\none 1\nSource: there\n\nas you like\n\n") {
		t.Fatalf("%v: %q", err, text)
	}
}

func TestModuleDir(t *testing.T) {
	for file, want := range map[string]string{
		"extension/ui/chip.tsx":                                  "",
		"node_modules/preact/dist/preact.mjs":                    "node_modules/preact",
		"node_modules/@lexical/utils/dist/x.mjs":                 "node_modules/@lexical/utils",
		"node_modules/@lexical/utils/node_modules/lexical/x.mjs": "node_modules/@lexical/utils/node_modules/lexical",
	} {
		if got := moduleDir(file); got != want {
			t.Errorf("%s: %q", file, got)
		}
	}
}
