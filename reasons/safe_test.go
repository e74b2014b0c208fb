package reasons_test

import (
	"strings"
	"testing"

	"github.com/bonton/bonton/reasons"
	"github.com/bonton/bonton/rules"
)

// TestUnsafe holds that all that we write ourselves is safe, and that every other text is named.
func TestUnsafe(t *testing.T) {
	_, shipped, err := rules.Compile(rules.Packs(), "1")
	if err != nil {
		t.Fatal(err)
	}
	texts, err := reasons.Decode(shipped)
	if err != nil || texts.Unsafe() != nil {
		t.Fatalf("shipped: %v, %v", err, texts.Unsafe())
	}
	texts.Why["a/b"] = map[string]string{"fr": "<p>bon</p>", "en": "<script>x</script>"}
	texts.Why["a/c"] = map[string]string{"fr": `<a href="javascript:x">y</a>`}
	texts.Pages.Guides = map[string]map[string]string{"start": {"en": "<p onclick=x>y</p>"}}
	err = texts.Unsafe()
	for _, want := range []string{"why.a/b.en", "why.a/c.fr", "texts.guides.start.en"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not named: %v", want, err)
		}
	}
	if strings.Contains(err.Error(), "why.a/b.fr") {
		t.Errorf("a safe text is named: %v", err)
	}
}
