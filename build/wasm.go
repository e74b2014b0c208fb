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

// buildWasm compiles the programs that run in the browser into dir/engine.
func buildWasm(dir string) error {
	out := filepath.Join(dir, "engine", "linter.wasm")
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return err
	}
	args := append([]string{"build"}, wasmFlags...)
	cmd := exec.Command("go", append(args, "-o", out, "./wasm/linter")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("compile linter.wasm: %w", err)
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
