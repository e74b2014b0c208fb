// Package bonton holds the whole house's rules; the code is in the folders.
package bonton

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/bonton/bonton/"

// deps lists what a package is made of; platform is GOOS/GOARCH or empty.
func deps(t *testing.T, pkg, platform string) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", pkg)
	if goos, goarch, ok := strings.Cut(platform, "/"); ok {
		cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch)
	}
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list -deps %s: %v", pkg, err)
	}
	return strings.Fields(string(out))
}

// TestImportsGoOneWay holds what architecture.md says of the Go folders. A name that ends in a slash stands for all under it.
func TestImportsGoOneWay(t *testing.T) {
	yaml := []string{"go.yaml.in/", "gopkg.in/yaml", "github.com/goccy/go-yaml"}
	html := []string{"github.com/microcosm-cc/bluemonday", "golang.org/x/net/html"}
	outside := []string{module + "reasons", module + "language", "github.com/pemistahl/lingua-go", module + "rules", module + "wasm/", module + "cmd/", module + "build"}
	for _, c := range []struct {
		pkg, platform string
		never         []string
	}{
		{"./lint/field", "", append([]string{module + "lint/text", module + "lint/detect", "syscall/js", "net/http"}, outside...)},
		{"./lint/text", "", append([]string{module + "lint/detect", module + "lint/ruleset", "net/http"}, outside...)},
		{"./lint/detect", "", append([]string{module + "lint/ruleset", "net/http"}, outside...)},
		{"./lint/ruleset", "", append(slices.Concat([]string{"net/http"}, yaml), outside...)},
		{"./lint", "js/wasm", append(slices.Concat([]string{"net/http"}, yaml, html), outside...)},
		{"./lint/canonical", "", append([]string{module + "lint/field", module + "lint/text", module + "lint/detect", module + "lint/ruleset", "syscall/js", "net/http"}, outside...)},
		{"./reasons", "js/wasm", append(slices.Concat([]string{"net/http", "github.com/yuin/goldmark"}, yaml), outside[1:]...)},
		{"./language", "js/wasm", append(slices.Concat([]string{"net/http", "encoding/json", module + "lint", "google.golang.org/protobuf"}, yaml), slices.Delete(slices.Clone(outside), 1, 2)...)},
		{"./rules", "", []string{module + "wasm/", module + "cmd/", module + "build"}},
		{"./bundle", "js/wasm", append([]string{"net/http", module + "lint", module + "rules", module + "bundle/"}, outside...)},
		{"./bundle/publish", "", []string{module + "server", module + "wasm/", module + "cmd/", module + "build"}},
		{"./bundle/repository", "js/wasm", append(slices.Concat([]string{"net/http", module + "lint", module + "bundle/publish"}, yaml), outside...)},
		{"./server", "js/wasm", append(slices.Concat([]string{module + "lint", module + "bundle/publish", module + "bundle/web", module + "server/", "database/sql"}, yaml), outside...)},
		{"./server/disk", "", append(slices.Concat([]string{module + "lint", module + "bundle/publish", "github.com/syumai"}, yaml), outside...)},
		{"./wasm/edge", "js/wasm", append(slices.Concat([]string{module + "lint", module + "rules", module + "reasons", module + "language", module + "bundle/publish", module + "bundle/devkeys", "github.com/pemistahl/lingua-go", "github.com/nyaruka", "github.com/yuin/goldmark", "modernc.org"}, yaml, html), module+"cmd/", module+"build")},
		{"./wasm/linter", "js/wasm", append(slices.Concat([]string{"net/http", "github.com/yuin/goldmark", module + "rules", module + "reasons", module + "language", "github.com/pemistahl/lingua-go"}, yaml, html), module+"cmd/", module+"build")},
		{"./wasm/language", "js/wasm", append(slices.Concat([]string{"net/http", module + "lint", module + "rules", module + "reasons", "github.com/pemistahl/lingua-go"}, yaml, html), module+"cmd/", module+"build")},
		{"./wasm/updater", "js/wasm", append(slices.Concat([]string{"net/http", "github.com/nyaruka/phonenumbers", "github.com/pemistahl/lingua-go", module + "lint", module + "rules", module + "reasons", module + "language", module + "bundle/"}, yaml, html), module+"cmd/", module+"build")},
		{"./cmd/bonton", "", []string{"github.com/pemistahl/lingua-go", module + "wasm/", module + "build"}},
		{"./wasm/reasons", "js/wasm", append(slices.Concat([]string{"net/http", "github.com/yuin/goldmark", module + "rules"}, yaml), module+"cmd/", module+"build")},
	} {
		for _, dep := range deps(t, c.pkg, c.platform) {
			for _, never := range c.never {
				if strings.HasPrefix(dep, never) {
					t.Errorf("%s reaches %s", c.pkg, dep)
				}
			}
		}
	}
}

// TestLeaves holds that nothing imports the programs.
func TestLeaves(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}: {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		pkg, imports, _ := strings.Cut(line, ": ")
		for _, leaf := range []string{"cmd", "wasm", "build"} {
			for _, imported := range strings.Fields(imports) {
				if strings.HasPrefix(imported, module+leaf) && !strings.HasPrefix(pkg, module+leaf) {
					t.Errorf("%s imports the program %s", pkg, imported)
				}
			}
		}
	}
}

// TestEngineIsPure holds that the engine's own code reads no clock, file, network or JavaScript.
func TestEngineIsPure(t *testing.T) {
	for _, pkg := range []string{"./language", "./lint", "./lint/field", "./lint/canonical", "./lint/text", "./lint/detect", "./lint/ruleset", "./reasons"} {
		out, err := exec.Command("go", "list", "-f", "{{join .Imports \" \"}}", pkg).Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, impure := range []string{"os", "net", "time", "syscall/js", "math/rand", "io/fs"} {
			if slices.Contains(strings.Fields(string(out)), impure) {
				t.Errorf("%s imports %s", pkg, impure)
			}
		}
	}
}

// TestNothingIsCompiledAtStart holds that the engine's packages compile no expression when the program starts: that would be
// paid before the first draft of every tab. Names are told by hand; what a rule brings is compiled when a draft needs it.
func TestNothingIsCompiledAtStart(t *testing.T) {
	atStart := regexp.MustCompile(`(?m)^(var\s+|\t)\w+\s*=\s*regexp\.MustCompile`)
	for _, folder := range []string{"lint", "lint/field", "lint/canonical", "lint/text", "lint/detect", "lint/ruleset", "reasons"} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, name := range files {
			if code, err := os.ReadFile(name); err != nil || !strings.HasSuffix(name, "_test.go") && atStart.Match(code) {
				t.Errorf("%s compiles an expression at start (%v)", name, err)
			}
		}
	}
}
