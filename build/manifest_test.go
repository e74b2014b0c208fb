package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMerge(t *testing.T) {
	cases := map[string]struct{ target, patch, want map[string]any }{
		"adds":             {map[string]any{"a": 1}, map[string]any{"b": 2}, map[string]any{"a": 1, "b": 2}},
		"replaces a list":  {map[string]any{"a": []any{1}}, map[string]any{"a": []any{2}}, map[string]any{"a": []any{2}}},
		"null removes":     {map[string]any{"a": 1, "b": 2}, map[string]any{"a": nil}, map[string]any{"b": 2}},
		"objects merge":    {map[string]any{"a": map[string]any{"x": 1}}, map[string]any{"a": map[string]any{"y": 2}}, map[string]any{"a": map[string]any{"x": 1, "y": 2}}},
		"object on scalar": {map[string]any{"a": 1}, map[string]any{"a": map[string]any{"y": 2}}, map[string]any{"a": map[string]any{"y": 2}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, merge(c.target, c.patch)); diff != "" {
				t.Errorf("merge (-want +got):\n%s", diff)
			}
		})
	}
}
