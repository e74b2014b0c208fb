package main

import "testing"

// TestOf holds what an answer looks like; the extension reads it as a Language.
func TestOf(t *testing.T) {
	for text, want := range map[string]string{
		"Votre commande part demain matin.": `{"code":"fr","confidence":1}`,
		"👍🏽":                                `{"code":"","confidence":0}`,
		"Bonjour Madame, votre commande part demain matin. Let me check with the team and get back to you.": `{"code":"en","confidence":0.9,"also":["fr"]}`,
	} {
		if got := of(text); got != want {
			t.Errorf("%s for %q, want %s", got, text, want)
		}
	}
}
