package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// writeManifest merges the root manifest.json with the browser's differences and writes it into dir.
func writeManifest(dir, browser string) error {
	manifest, err := readObject("manifest.json")
	if err != nil {
		return err
	}
	overlay, err := readObject(filepath.Join("build", "browsers", browser+".json"))
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(merge(manifest, overlay), "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "manifest.json"), append(data, '\n'), 0o644)
}

func readObject(path string) (map[string]any, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var object map[string]any
	if err := json.Unmarshal(data, &object); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return object, nil
}

// merge applies a JSON merge patch (RFC 7386): objects merge, null removes, all else replaces.
func merge(target, patch map[string]any) map[string]any {
	for key, value := range patch {
		inner, isObject := value.(map[string]any)
		old, wasObject := target[key].(map[string]any)
		switch {
		case value == nil:
			delete(target, key)
		case isObject && wasObject:
			target[key] = merge(old, inner)
		default:
			target[key] = value
		}
	}
	return target
}
