package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLoosenSchema(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "store", "policy.json")
	strict := `{"type": "object", "properties": {
		"days": {"title": "Days", "type": "integer", "minimum": 1, "maximum": 9},
		"names": {"type": "array", "items": {"type": "string"}},
		"url": {"type": "string", "pattern": "^https:", "enum": ["a"]}}}`
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strict), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := loosenSchema(dir); err != nil {
		t.Fatal(err)
	}
	got, err := readObject(path)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]any
	loose := `{"type": "object", "properties": {
		"days": {"title": "Days", "type": "integer"},
		"names": {"type": "array", "items": {"type": "string"}},
		"url": {"type": "string"}}}`
	if err := json.Unmarshal([]byte(loose), &want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("loosenSchema (-want +got):\n%s", diff)
	}
}
