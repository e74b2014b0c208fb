//go:build !js

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/bonton/bonton/rules"
)

// TestUnderNode builds the program as the build does and calls it from JavaScript: testdata/border.mjs asserts, line by
// line, and prints what the calls answered.
func TestUnderNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is needed to run WebAssembly: ", err)
	}
	dir := t.TempDir()
	writeRules(t, dir)
	wasm := filepath.Join(dir, "linter.wasm")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid=", "-o", wasm, ".")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	glue := filepath.Join(goroot(t), "lib", "wasm", "wasm_exec.js")
	out, err := exec.Command(node, filepath.Join("testdata", "border.mjs"), glue, wasm, dir).CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(wasm); err != nil || info.Size() > 8_000_000 {
		t.Errorf("linter.wasm has %d bytes, at most 8,000,000 are allowed (%v)", info.Size(), err)
	}
}

func writeRules(t *testing.T, dir string) {
	t.Helper()
	rulesJSON, textsJSON, err := rules.Compile(rules.Packs(), "1.0.0")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"rules.json": rulesJSON, "texts.json": textsJSON} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "-json", "GOROOT").Output()
	var env struct{ GOROOT string }
	if err != nil || json.Unmarshal(out, &env) != nil {
		t.Fatalf("go env: %v (%s, %s)", err, strings.TrimSpace(string(out)), runtime.Version())
	}
	return env.GOROOT
}
