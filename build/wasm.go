package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// wasmFlags make the same bytes from the same sources on every machine: no paths, no version control stamp, no build id.
var wasmFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="}

// programs are the folders of wasm/ that become dir/engine/<name>.wasm, with their limits in bytes: what a browser must fetch,
// keep and compile.
var programs = []struct {
	name  string
	limit int64
}{
	{"linter", 8 << 20},
	{"reasons", 8 << 20},
	{"updater", 15 << 20}, // mostly types that the TUF library imports; it runs for an update only
	{"language", 6 << 20}, // of which its models, language/models.bin, are 2.5 million
}

// buildWasm compiles the programs that run in the browser into dir/engine.
func buildWasm(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "engine"), 0o755); err != nil {
		return err
	}
	for _, program := range programs {
		args := append([]string{"build"}, wasmFlags...)
		cmd := exec.Command("go", append(args, "-o", filepath.Join(dir, "engine", program.name+".wasm"), "./wasm/"+program.name)...)
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("compile %s.wasm: %w", program.name, err)
		}
	}
	return nil
}

// wasmExec is the path of wasm_exec.js of the toolchain that runs: any other version of it does not fit the wasm.
func wasmExec() (string, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("find the Go toolchain: %w", err)
	}
	return filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"), nil
}
