package text

import "testing"

// TestSigns holds what a glance tells, above all where a reader could be led to tell too little.
func TestSigns(t *testing.T) {
	for s, want := range map[string]Signs{
		"":                       {Words: 1},
		"Bonjour Paul":           {Same: 1, Capitals: 1, Dense: 7, Words: 2},
		"06 12 34 56 78":         {Digits: 10, Same: 1, Dense: 2, Words: 5},
		"12 h 30, puis 4521":     {Digits: 4, Same: 1, Dense: 4, Words: 6},
		"12 le 4521 du 3":        {Digits: 7, Same: 1, Dense: 4, Words: 5},                        // words of four letters may be a bank's
		"4\u200b1\u200b1\u200b1": {Digits: 4, Same: 1, Capitals: 1, Dense: 13, High: 3, Words: 4}, // hidden signs part no row
		"４１１１":                   {Digits: 4, Same: 3, Capitals: 4, Dense: 12, High: 4, Words: 5},
		"merciiii !!! ?":         {Same: 4, Dense: 8, Marks: 4, Words: 5},
		"ＯＵＩ！":                   {Digits: 4, Same: 1, Capitals: 4, Dense: 12, Marks: 1, High: 4, Words: 5},
		"ÉTÉ à ne pas ÉCRIRE":    {Same: 1, Capitals: 6, Dense: 7, Words: 5},
		"Un. Deux trois\nquatre": {Same: 1, Capitals: 1, Dense: 6, Words: 2},
		"ééééé":                  {Same: 5, Dense: 10, Words: 1},
		"C’est l'été":            {Same: 1, Capitals: 2, Dense: 7, High: 1, Words: 4},
		"😀😀👍🏽":                   {Same: 2, Capitals: 4, Dense: 16, High: 4, Words: 5},
	} {
		if got := New(s).Signs(); got != want {
			t.Errorf("%q shows %+v, want %+v", s, got, want)
		}
	}
	if got := New(string(make([]byte, 300))).Signs(); got.Same != 255 {
		t.Errorf("numbers end at 255, got %+v", got)
	}
}
