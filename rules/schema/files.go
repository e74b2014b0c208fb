package schema

import "github.com/bonton/bonton/lint/ruleset"

// ruleFile describes a rule file.
func ruleFile() node {
	return anObject("une règle ; son chemin pack/nom est son nom pour toujours", "one rule; its path pack/name is its name for ever",
		required("detect", node{fr: "exactement un détecteur et ses options", en: "exactly one detector and its options", kind: either, any: detectNodes()}),
		optional("languages", someTexts("codes ISO 639-1 ; sans eux, toutes les langues. Un texte de langue inconnue ne rencontre que les règles sans langue", "ISO 639-1 codes; without them, every language. A text of unknown language meets only rules without languages")),
		optional("when", whenNode()),
		optional("category", aChoice(ruleset.Categories, "nécessaire si le nom du pack n'en est pas une", "needed where the pack's name is none")),
		optional("entity", aChoice(ruleset.Entities, "sorte de donnée trouvée ; obligatoire pour les données confidentielles", "the kind of data found; every rule about confidential data names it")),
		required("action", actionNode()),
		optional("mutable", aFlag("sur un warn : la personne peut ignorer la règle", "on a warn: the writer may ignore the rule")),
		required("message", inBoth("le titre, court et sans point", "the title, short and without a period")),
		required("why", inBoth("la raison, en Markdown : mise en valeur, listes, code et liens https", "the reason, in Markdown: emphasis, lists, code and https links")),
		optional("fix", aList(fixNode(), "jusqu'à quatre corrections au choix", "up to four alternatives")),
		required("examples", anObject("des messages qui disent ce qui est visé", "drafts that say what is meant",
			required("flag", someTexts("à signaler, exactement à [[ces endroits]]", "to be flagged, exactly at [[these places]]")),
			required("pass", someTexts("à laisser passer : ce qui y ressemble", "to pass: near misses")))),
	)
}

func actionNode() node {
	return aChoice(ruleset.Actions, "note : montré ; warn : retenu, peut partir ; justify : demande un motif ; block : ne part pas",
		"note: shown; warn: held, may be sent anyway; justify: needs a reason; block: cannot be sent")
}

func whenNode() node {
	day := someChoices(ruleset.Days, "jours concernés ; sans eux, tous", "the days it belongs to; without them, every day")
	return anObject("où et quand la règle vaut : chaque condition donnée doit être remplie ; ce qu'un message ne dit pas (discussion illisible, heure absente) n'en remplit aucune", "where and when the rule applies: each condition that is given must be met; what a draft does not tell (no readable conversation, no time) meets none about it",
		optional("audience", someChoices(ruleset.Audiences, "qui lit ; un inconnu compte comme audienceDefault", "who reads; an unknown reader counts as audienceDefault")),
		optional("chat", someChoices(ruleset.ChatKinds, "sorte de discussion", "kind of chat")),
		optional("surface", someChoices(ruleset.Surfaces, "d'où le texte part", "where the text leaves from")),
		optional("hours", oneOf("l'heure de la personne ; `\"22:00-06:00\"` passe minuit et appartient au jour où il commence", "the writer's clock; `\"22:00-06:00\"` goes over midnight and belongs to the day it begins on",
			anObject("dans ces heures", "within these hours", required("within", aText("comme `\"08:00-19:00\"`", "such as `\"08:00-19:00\"`")), optional("days", day)),
			anObject("hors de ces heures", "outside these hours", required("outside", aText("comme `\"08:00-19:00\"`", "such as `\"08:00-19:00\"`")), optional("days", day)))),
		optional("firstContact", aFlag("la discussion est visible en entier et la personne n'y a rien écrit ; `false` : elle y a écrit", "the whole conversation is in sight and the writer has sent nothing in it; `false`: they have")),
		optional("crisis", aFlag("les réglages ont crisis: true ; `false` : ils ne l'ont pas", "the settings have crisis: true; `false`: they have not")),
		optional("role", oneOf("rôle de la personne", "the writer's role", someTexts("l'un d'eux", "one of these"),
			anObject("aucun d'eux, ou aucun rôle", "none of these, or no role at all", required("not", someTexts("rôles", "roles"))))),
		optional("readersOver", aNumber(1, 100_000, "plus de lecteurs que cela", "more readers than this")),
		optional("threadHas", anObject("ce qui se lit dans la discussion", "what stands in the conversation",
			required("from", aChoice([]string{"me", "them"}, "de qui", "from whom")),
			required("terms", someTexts("l'une de ces expressions, en mots entiers", "one of these phrases, as whole words")),
			optional("whole", someTexts("ou l'une de celles-ci, seule dans son message", "or one of these, alone in its message")),
			optional("none", someTexts("et aucune de celles-ci", "and none of these")),
			optional("last", aNumber(1, 20, "seulement dans ses derniers messages", "only in its newest messages")))))
}

func fixNode() node {
	return oneOf("une correction", "a fix",
		aChoice([]string{ruleset.Redact, ruleset.Remove, ruleset.LowerCase, ruleset.KeepFirst}, "masquer, retirer, mettre en minuscules, garder les premiers", "hide, remove, write in lower case, keep the first ones"),
		anObject("remplacer", "replace", required(ruleset.Replace, aText("le texte mis à la place", "the text put in the place"))),
		anObject("écrire avant", "write before", required(ruleset.Before, aText("le texte ajouté", "the text added"))),
		anObject("écrire après", "write after", required(ruleset.After, aText("le texte ajouté", "the text added"))),
		anObject("masquer", "hide", required(ruleset.Redact, aNumber(0, 8, "signes qui restent lisibles à la fin", "signs left readable at the end"))))
}

func detectNodes() []node {
	var out []node
	for _, d := range detectors {
		out = append(out, anObject(d.fr, d.en, append([]field{d.value}, d.options...)...))
	}
	return out
}

// folderFile describes bonton.yaml.
func folderFile() node {
	return anObject("le dossier d'un administrateur", "an admin's folder",
		required("format", aNumber(1, 1, "toujours 1", "always 1")),
		optional("use", someTexts("packs livrés à employer ; sans la ligne, tous", "shipped packs to use; without the line, all of them")),
		optional("override", aTable(oneOf("le changement", "the change", aChoice([]string{"off"}, "éteinte", "switched off"),
			anObject("autre action", "another action", required("action", actionNode()))), "règles livrées à changer, par leur nom", "shipped rules to change, by id")),
		optional("allow", anObject("valeurs de l'entreprise, jamais signalées", "values of the company's own, never flagged", allowFields()...)),
		optional("audienceDefault", aChoice(ruleset.Audiences, "qui lit, quand on ne le sait pas (customer)", "who reads where it is not known (customer)")),
		optional("reasons", aList(phraseNode(), "motifs au choix quand une règle en demande un, neuf au plus", "reasons to choose from where a rule needs one, nine at most")),
		optional("texts", anObject("pages, en Markdown", "pages, in Markdown",
			optional("policy", inBoth("la charte", "the policy")), optional("notice", inBoth("l'information des personnes", "the notice to the people concerned")),
			optional("guides", aTable(inBoth("un guide", "a guide"), "des guides, par leur nom", "guides, by name")))),
		optional("wording", aList(phraseNode(), "réponses approuvées, qu'aucune règle ne doit retenir", "approved answers, which no rule may hold")),
		optional("settings", settingsNode()),
	)
}

func allowFields() []field {
	out := []field{optional("domain", someTexts("domaines : adresses et liens", "domains: addresses and links"))}
	for _, entity := range ruleset.Entities {
		out = append(out, optional(entity, someTexts("", "")))
	}
	return out
}

func phraseNode() node {
	return anObject("", "", required("id", aText("nom qui reste", "a name that stays")), required("fr", aText("en français", "in French")), required("en", aText("en anglais", "in English")))
}

func settingsNode() node {
	return anObject("réglages ; une stratégie du parc passe avant", "settings; a managed policy stands above them",
		optional("onEngineFailure", aChoice(ruleset.EngineFailures, "si le moteur tombe : laisser partir ou retenir", "if the engine fails: let pass or hold")),
		optional("staleDays", aNumber(1, 365, "jours sans nouvelles après lesquels les règles sont vieilles", "days without news after which rules count as old")),
		optional("supportUrl", aText("adresse https de l'aide", "https address of support")),
		optional("noticeUrl", aText("adresse https de l'information", "https address of the notice")),
		optional("reporting", aFlag("les faux positifs peuvent être signalés", "false positives may be reported")),
		optional("crisis", aFlag("mode crise : ses règles sont en marche", "crisis mode: its rules are on")))
}
