package rules_test

import (
	"bytes"
	"testing"

	"github.com/bonton/bonton/rules"
)

// TestPacks compiles the packs that ship: every rule is valid and passes its own examples.
func TestPacks(t *testing.T) {
	first, texts, err := rules.Compile(rules.Packs(), "1")
	if err != nil {
		for _, m := range rules.Mistakes(err) {
			t.Error(m)
		}
		t.FailNow()
	}
	again, textsAgain, err := rules.Compile(rules.Packs(), "1")
	if err != nil || !bytes.Equal(first, again) || !bytes.Equal(texts, textsAgain) {
		t.Errorf("compiling the same packs twice gave different bytes (error %v)", err)
	}
}
