package devkeys_test

import (
	"slices"
	"testing"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// TestKnown holds that the reader knows every development key.
func TestKnown(t *testing.T) {
	for _, name := range devkeys.Names {
		id, err := repository.KeyID(devkeys.Key(name).Public())
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(bundle.DevelopmentKeys, id) {
			t.Errorf("%s: bundle.DevelopmentKeys lacks %q", name, id)
		}
	}
}
