package main

import (
	"os"
	"path/filepath"

	"github.com/bonton/bonton/rules"
)

// buildRules compiles the packs into dir/engine/rules.json and texts.json. Packaged rules carry the version of the
// extension they came with.
func buildRules(dir string) error {
	manifest, err := readObject("manifest.json")
	if err != nil {
		return err
	}
	version, _ := manifest["version"].(string)
	compiled, texts, err := rules.Compile(os.DirFS(filepath.Join("rules", "packs")), version)
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{"rules.json": compiled, "texts.json": texts} {
		if err := os.WriteFile(filepath.Join(dir, "engine", name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
