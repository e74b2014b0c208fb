package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
	"golang.org/x/mod/module"
)

// goItself is Go's runtime and library, in the version that compiles: the bytes of a package are that version's.
func goItself() (component, error) {
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return component{}, err
	}
	version, err := output("go", "env", "GOVERSION")
	return component{"Go", version, "https://go.dev/dl/" + version + ".src.tar.gz", root}, err
}

// goModules lists the modules that the programs for a browser are made of, by path.
func goModules() ([]component, error) {
	flags, err := slimFlags()
	if err != nil {
		return nil, err
	}
	args := slices.Concat([]string{"GOOS=js", "GOARCH=wasm", "go", "list"}, flags, []string{"-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}"})
	for _, program := range programs {
		args = append(args, "./wasm/"+program.name)
	}
	list, err := output("env", args...)
	if err != nil {
		return nil, err
	}
	paths := strings.Fields(list)
	slices.Sort(paths)
	return described(slices.Compact(paths))
}

// described tells version and place of modules. It asks without the flags of slimFlags: a module that was cut down lies without
// its licence.
func described(paths []string) (components []component, err error) {
	list, err := output("go", append([]string{"list", "-m", "-f", "{{.Path}}\t{{.Version}}\t{{.Dir}}"}, paths...)...)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(list) {
		field := strings.Split(strings.TrimSpace(line), "\t")
		if len(field) != 3 {
			return nil, fmt.Errorf("go list says of a module: %q", line)
		}
		escaped, err := module.EscapePath(field[0])
		if err != nil {
			return nil, err
		}
		source := "https://proxy.golang.org/" + escaped + "/@v/" + field[1] + ".zip"
		components = append(components, component{field[0], field[1], source, field[2]})
	}
	return components, nil
}

// npmModules lists the modules of which anything is bundled from these scripts, by name.
func npmModules(scripts []string) ([]component, error) {
	options, err := scriptOptions("dist")
	if err != nil {
		return nil, err
	}
	options.EntryPoints, options.Metafile, options.Write = scripts, true, false
	result := api.Build(options)
	if err := report(result); err != nil {
		return nil, err
	}
	var meta struct {
		Inputs map[string]struct{} `json:"inputs"`
	}
	if err := json.Unmarshal([]byte(result.Metafile), &meta); err != nil {
		return nil, err
	}
	dirs := map[string]bool{}
	for input := range meta.Inputs {
		if dir := moduleDir(input); dir != "" {
			dirs[dir] = true
		}
	}
	var components []component
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		c, err := npmModule(dir)
		if err != nil {
			return nil, err
		}
		components = append(components, c)
	}
	return components, nil
}

// moduleDir is the folder of the npm module that a file belongs to; empty for a file of ours.
func moduleDir(file string) string {
	const folder = "node_modules/"
	at := strings.LastIndex(file, folder)
	if at < 0 {
		return ""
	}
	parts, names := strings.Split(file[at+len(folder):], "/"), 1
	if strings.HasPrefix(parts[0], "@") {
		names = 2
	}
	return file[:at+len(folder)] + strings.Join(parts[:min(names, len(parts))], "/")
}

func npmModule(dir string) (component, error) {
	data, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return component{}, err
	}
	var about struct{ Name, Version string }
	err = json.Unmarshal(data, &about)
	base := about.Name[strings.LastIndex(about.Name, "/")+1:]
	source := fmt.Sprintf("https://registry.npmjs.org/%s/-/%s-%s.tgz", about.Name, base, about.Version)
	return component{about.Name, about.Version, source, dir}, err
}
