package text

import "testing"

func TestPlaces(t *testing.T) {
	text := New("Un deux. Trois 3.5 : « quatre » fin\n\"a\" \"b « c")
	for at, want := range map[int][2]int{0: {0, 0}, 3: {1, 0}, 8: {2, 1}, 9: {2, 1}, len(text.String()): {10, 2}} {
		if got := [2]int{text.WordsBefore(at), text.Sentence(at)}; got != want {
			t.Errorf("at %d: %v words and sentences before, want %v", at, got, want)
		}
	}
	var quoted []string
	for _, quote := range text.Quotes() {
		quoted = append(quoted, text.Slice(quote))
	}
	if len(quoted) != 2 || quoted[0] != "« quatre »" || quoted[1] != "\"a\"" {
		t.Errorf("quotations are %q", quoted)
	}
}
