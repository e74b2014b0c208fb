package main

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// tooStrict are what a schema says of a value besides its type.
var tooStrict = []string{"enum", "minimum", "maximum", "pattern"}

// loosenSchema takes out of dir's managed-policy schema all but the types. Chromium withholds a value that breaks its schema, and
// tells nobody but chrome://policy; what reaches the extension is checked there, and named on the options page.
func loosenSchema(dir string) error {
	path := filepath.Join(dir, "store", "policy.json")
	schema, err := readObject(path)
	if err != nil {
		return err
	}
	properties, _ := schema["properties"].(map[string]any)
	for _, property := range properties {
		for _, rule := range tooStrict {
			if shape, ok := property.(map[string]any); ok {
				delete(shape, rule)
			}
		}
	}
	data, err := json.MarshalIndent(schema, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(data, '\n'), 0o644)
}
