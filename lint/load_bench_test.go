package lint_test

import (
	"os"
	"testing"

	"github.com/bonton/bonton/lint"
)

// BenchmarkLoad measures building an engine from the test's rules.
func BenchmarkLoad(b *testing.B) {
	rules, err := os.ReadFile("testdata/rules.json")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := lint.Load(rules); err != nil {
			b.Fatal(err)
		}
	}
}
