package schema

import (
	"strings"

	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
)

// lessonFile describes a lesson of the practice room.
func lessonFile() node {
	return anObject("une leçon de la salle d'exercice ; son chemin pack/lessons/nom est son nom pour toujours", "a lesson of the practice room; its path pack/lessons/name is its name for ever",
		required("title", inBoth("le titre", "the title")),
		required("cast", castNode()),
		required("opening", aList(openingNode(), "la discussion avant la réponse, du plus ancien au plus récent ; vide pour un premier contact", "the conversation before the answer, oldest first; empty for a first contact")),
		required("must", someTexts("ce qu'une bonne réponse contient : des règles qui signalent un manque, ou "+strings.Join(rules.Elements, ", "), "what a good answer contains: rules that find something missing, or "+strings.Join(rules.Elements, ", "))),
		required("mustNot", someTexts("règles que le mauvais message enfreint", "rules that the bad message breaks")),
		required("replies", aList(replyNode(), "ce que répond l'autre ; un message où une règle de mustNot trouve quelque chose reçoit la réponse de son verdict, sinon celle du plus proche qui est plus faible ; celle de clean vient quand la personne a coché tous les éléments de must ; sinon, un simple « bien reçu »", "what the other side answers; a message in which a rule of mustNot finds something gets the reply to its verdict, or else to the nearest weaker one; that to clean comes once the person has ticked every element of must; otherwise a mere acknowledgement")),
		required("hints", aList(inBoth("", ""), "aides, données une à une", "hints, given one by one")),
		required("model", inBoth("une bonne réponse, où aucune règle ne trouve rien", "a good answer, in which no rule finds anything")),
		required("bad", inBoth("une mauvaise réponse", "a bad answer")),
		required("reason", inBoth("ce qu'il faut retenir, en Markdown", "what to remember, in Markdown")),
	)
}

func castNode() node {
	return anObject("qui écrit à qui", "who writes to whom",
		required("me", inBoth("la situation de la personne qui s'exerce", "the situation of the one who practises")),
		required("them", inBoth("le nom de la discussion", "the chat's name")),
		required("audience", aChoice(ruleset.Audiences, "qui lit", "who reads")),
		required("chat", aChoice([]string{"individual", "group"}, "sorte de discussion", "kind of chat")),
		optional("readers", aNumber(0, 100_000, "combien d'autres lisent le groupe", "how many others read the group")),
		optional("role", aText("rôle de la personne, comme spokesperson", "the writer's role, such as spokesperson")),
		optional("now", aText("l'heure, RFC 3339 avec décalage ; sinon un mardi matin", "the time, RFC 3339 with offset; else a Tuesday morning")))
}

func openingNode() node {
	return anObject("", "", required("from", aChoice([]string{"me", "them"}, "de qui", "from whom")),
		optional("name", aText("le nom, dans un groupe", "the name, in a group")), required("text", inBoth("le message", "the message")))
}

func replyNode() node {
	return anObject("", "", required("verdict", aChoice(rules.Verdicts, "le verdict du message envoyé", "the verdict of the message sent")),
		required("text", inBoth("la réponse", "the reply")))
}
