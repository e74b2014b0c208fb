package rules_test

import (
	"slices"
	"testing"

	"github.com/bonton/bonton/lint"
)

// TestAnswers holds what a draft is told because of the message that it answers.
func TestAnswers(t *testing.T) {
	const (
		cold  = "Votre dossier est transmis au service concerné ce matin."
		brisk = "Your file went to the right department this morning."
	)
	engine := packaged(t)
	for _, c := range []struct {
		language, asked, draft, rule string
		found                        bool
	}{
		{"fr", "Je suis très déçue de votre service.", cold, "complaint/no-empathy-fr", true},
		{"fr", "Je ne suis pas déçue du tout, merci !", cold, "complaint/no-empathy-fr", false},
		{"fr", "Jamais déçu chez vous !", cold, "complaint/no-empathy-fr", false},
		{"fr", "J'ai déposé plainte au commissariat contre mon ancien bailleur.", cold, "complaint/no-empathy-fr", false},
		{"en", "I am disappointed with the delivery.", brisk, "complaint/no-empathy-en", true},
		{"en", "I was never disappointed with you, thanks!", brisk, "complaint/no-empathy-en", false},
		{"fr", "Je demande l'effacement de toutes mes données personnelles.", "Bonjour Madame Costa, votre demande est refusée définitivement.", "privacy/refusal-fr", true},
		{"fr", "Je demande un crédit de 2 000 euros.", "Bonjour Madame Costa, votre demande est refusée définitivement.", "privacy/refusal-fr", false},
		{"en", "I ask you to erase all my personal data.", "Hello Ms Costa, your request is refused.", "privacy/refusal-en", true},
		{"fr", "Je peux vous envoyer une photo de ma carte ici.", "Oui, envoyez-moi la photo de votre carte ici, merci.", "privacy/ask-id-fr", true},
	} {
		if got := slices.Contains(answering(t, engine, c.language, c.asked, c.draft), c.rule); got != c.found {
			t.Errorf("%q after %q: %s found is %v, want %v", c.draft, c.asked, c.rule, got, c.found)
		}
	}
}

// answering names the rules that flag a draft to a customer, behind one message of theirs.
func answering(t *testing.T, engine *lint.Engine, language, asked, draft string) []string {
	t.Helper()
	return flagging(t, engine, lint.Draft{
		Text: draft, Language: &lint.Language{Code: language, Confidence: 1},
		Chat:   &lint.Chat{Kind: "individual", Audience: "customer"},
		Thread: &lint.Thread{Complete: true, Messages: []lint.Message{{From: "them", Text: asked}}},
	})
}
