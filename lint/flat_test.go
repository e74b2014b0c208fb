package lint_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/bonton/bonton/lint"
)

// A tab keeps one engine for days, and memory that a browser gave to WebAssembly is never given back: after its first drafts
// an engine keeps nothing more.
func TestKeepsNothing(t *testing.T) {
	e := engine(t)
	for _, each := range e.Cold() {
		each()
	}
	write := func(from, to int) {
		for i := from; i < to; i++ {
			text := fmt.Sprintf("Bonjour connard n° %d, mon IBAN est FR76 3000 6000 0112 3456 7890 189 et voilà %d 🎉🎉🎉 !!!", i, i*7919)
			if _, err := e.Lint(lint.Draft{Text: text, Locale: "fr", Surface: "composer", Now: "2026-11-27T10:00:00+01:00"}); err != nil {
				t.Fatal(err)
			}
		}
	}
	write(0, 200)
	before := kept()
	write(200, 3_000)
	if more := kept() - before; more > 16<<10 {
		t.Errorf("2,800 drafts left %d bytes behind", more)
	}
}

// kept is what is still in use after collecting, in bytes.
func kept() int64 {
	runtime.GC()
	runtime.GC() // pools let go with the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
