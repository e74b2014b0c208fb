package lint

import (
	"testing"

	"github.com/bonton/bonton/lint/text"
)

// TestLowered: a sentence, English I, a day and a month keep their capital.
func TestLowered(t *testing.T) {
	draft := text.New("PLEASE CALL ON MONDAY 3 APRIL")
	got := ""
	for _, edit := range lowered(draft, draft.Words()) {
		got += edit.Text + " "
	}
	if want := "Please call on Monday April "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
