package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
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
	{"updater", 8 << 20},
	{"language", 6 << 20}, // of which its models, language/models.bin, are 2.5 million
}

// buildWasm compiles the programs that run in the browser into dir/engine.
func buildWasm(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "engine"), 0o755); err != nil {
		return err
	}
	slim, err := slimFlags()
	if err != nil {
		return err
	}
	for _, program := range programs {
		if err := compile(filepath.Join(dir, "engine", program.name+".wasm"), "./wasm/"+program.name, slim); err != nil {
			return err
		}
	}
	return nil
}

// compile makes a program for a browser, or for a server at the edge, from a folder, with these flags besides those of all.
func compile(file, folder string, flags []string) error {
	args := slices.Concat([]string{"build"}, wasmFlags, flags, []string{"-o", file, folder})
	if err := run([]string{"GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"}, "go", args...); err != nil {
		return fmt.Errorf("compile %s: %w", file, err)
	}
	return nil
}

// wasmExec is the path of wasm_exec.js of the toolchain that runs: any other version of it does not fit the wasm.
func wasmExec() (string, error) {
	root, err := output("go", "env", "GOROOT")
	return filepath.Join(root, "lib", "wasm", "wasm_exec.js"), err
}
