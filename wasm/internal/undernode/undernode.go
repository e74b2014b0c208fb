// Package undernode runs a program of wasm/ under Node in its tests: it builds it as the build does and calls a script that
// asserts, line by line, from JavaScript.
package undernode

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Run builds the package in the working folder and runs testdata/border.mjs with wasm_exec.js, the program, and a folder that
// holds files. The program may have at most limit bytes.
func Run(t *testing.T, limit int64, files map[string][]byte) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("node is needed to run WebAssembly: ", err)
	}
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wasm := filepath.Join(dir, "program.wasm")
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
	if info, err := os.Stat(wasm); err != nil || info.Size() > limit {
		t.Errorf("the program has %d bytes, at most %d are allowed (%v)", info.Size(), limit, err)
	}
}

func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "-json", "GOROOT").Output()
	var env struct{ GOROOT string }
	if err != nil || json.Unmarshal(out, &env) != nil {
		t.Fatalf("go env: %v (%s)", err, out)
	}
	return env.GOROOT
}
