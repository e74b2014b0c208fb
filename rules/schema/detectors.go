package schema

import "github.com/bonton/bonton/lint/detect"

// detector describes one line of the table of kinds.
type detector struct {
	fr, en  string
	value   field // the field that names it
	options []field
	example string // of the field detect, in YAML
}

var (
	except    = optional("except", someTexts("expressions où le mot est permis", "phrases in which the term is fine"))
	unless    = optional("unless", someTexts("expressions qui rendent toute la phrase permise", "phrases that make its whole sentence fine"))
	quoted    = optional("quoted", someTexts("mots près desquels des guillemets le permettent", "words near which quotation marks make it fine"))
	endings   = optional("endings", someTexts("lettres qui peuvent suivre, comme [s, es]", "letters that may follow, such as [s, es]"))
	accents   = optional("accents", aFlag("les accents comptent", "accents count"))
	disguised = optional("disguised", aFlag("aussi avec des chiffres pour lettres, étiré, espacé ou masqué (c*n)", "also with look-alike digits, drawn out, spaced out or masked (f**k)"))
	allow     = optional("allow", someTexts("valeurs jamais signalées", "values never reported"))
)

// detectors are in the order of the table of kinds.
var detectors = []detector{
	{
		fr:      "des mots entiers et des expressions, quels que soient casse, accents, signes invisibles et mise en forme ; `détest*` tout mot qui commence ainsi, `*ard` qui finit ainsi",
		en:      "whole words and phrases, whatever their case, accents, invisible characters and formatting marks; `détest*` any word that begins so, `*ard` one that ends so",
		value:   required("terms", someTexts("les mots", "the words")),
		options: []field{except, unless, quoted, endings, accents, disguised},
		example: "{terms: [crétin*], except: [alpes crétines], endings: [s]}",
	},
	{
		fr:    "des mots de plusieurs listes, dans cet ordre et dans une phrase : `group are vile`. Un nombre change l'écart à partir de là : `hate 1 group`",
		en:    "words of several lists, in that order in one sentence: `group are vile`. A number changes the gap from there on: `hate 1 group`",
		value: required("frame", someTexts("les suites de listes", "the rows of lists")),
		options: []field{
			required("words", aTable(someTexts("les mots de la liste", "the list's words"), "les listes, étoiles permises", "the lists, stars allowed")),
			optional("gap", aNumber(0, 20, "autres mots permis entre deux (3)", "other words between two of them (3)")), except, unless, quoted, endings, disguised,
		},
		example: "{frame: [you are vile], words: {you: [vous, tu], are: [êtes, es], vile: [nul*, incapable*]}}",
	},
	{
		fr: "les formes d'une façon de s'adresser à quelqu'un",
		en: "forms of a way of address",
		value: required("register", anObject("les formes", "the forms",
			optional("forms", someTexts("formes signalées partout", "forms found anywhere")),
			optional("opening", someTexts("formes signalées en tête de phrase (« Regarde … »)", "forms found as a sentence's first word (“Regarde …”)")),
			optional("beside", someTexts("seulement dans un texte qui a aussi l'une d'elles (tu près de vous)", "only in a text that holds one of these too (tu next to vous)")))),
		options: []field{except, unless, quoted, endings, accents},
		example: "{register: {forms: [tu, toi], opening: [regarde], beside: [vous]}}",
	},
	{
		fr:      "des formes courtes isolées, et ce qu'il faut écrire : un texte, une liste de choix, ou `[]` pour retirer. Un premier mot d'une ou deux lettres ne compte qu'en minuscules",
		en:      "short forms that stand alone, with what to write instead: a text, a list of alternatives, or `[]` to take it out. A first word of one or two letters counts in lower case only",
		value:   required("swap", aTable(oneOf("ce qu'il faut écrire", "what to write instead", aText("", ""), someTexts("", "")), "forme courte : forme longue", "short form: long form")),
		options: []field{except, unless, optional("names", someTexts("formes qui, avec une capitale après des minuscules, sont un nom et passent (MTN)", "forms that are a name and pass where they have a capital after small letters (MTN)"))},
		example: "{swap: {bjr: bonjour, svp: [\"s'il vous plaît\", \"s'il te plaît\"]}}",
	},
	{
		fr:    "une expression RE2 près de ses `keywords`, ou près de groupes d'au moins `digits` chiffres",
		en:    "an RE2 expression near its `keywords`, or near groups of at least `digits` digits",
		value: required("pattern", aText("l'expression : ni renvoi ni regard en avant, imbriquée au plus 200 fois (`{0,200}` compte 400)", "the expression: no back reference or look-ahead, nested at most 200 deep (`{0,200}` nests 400 deep)")),
		options: []field{
			optional("keywords", someTexts("mots près desquels elle est essayée", "words near which it is tried")),
			optional("digits", aNumber(0, 40, "ou chiffres d'un groupe près duquel elle est essayée", "or digits of a group near which it is tried")),
			optional("near", aNumber(1, 500, "octets lus de chaque côté (60)", "bytes read on each side (60)")),
			optional("group", aNumber(0, 40, "le groupe capturé dont il s'agit, ou le premier ensuite qui capture", "the captured group that is meant, or the first after it that captures")),
			optional("check", aChoice(detect.CheckNames(), "calcul à réussir", "arithmetic it must pass")),
			allow,
			optional("folded", aFlag("lire en minuscules sans accents", "read lower case without accents")),
			optional("part", aFlag("peut être un morceau d'un mot", "may be a piece of a longer word")),
		},
		example: "{pattern: 'CL-\\d{6}', keywords: [cl-]}",
	},
	{
		fr:    "une sorte de donnée, par sa forme, son vrai calcul de contrôle et les mots autour",
		en:    "one kind of data by its shape, its real check digits and the words around it",
		value: required("entity", aChoice(detect.EntityNames(), "la sorte", "the kind")),
		options: []field{
			allow, optional("least", aNumber(1, 5, "vraisemblance à partir de laquelle signaler (3)", "likelihood that is reported (3)")),
			optional("count", aNumber(0, 201, "nombre d'endroits qu'il faut au moins", "places there must be at least")),
		},
		example: "{entity: iban}",
	},
	{
		fr:      "des clés de programmes : `keys` par les règles de gitleaks près de leurs mots, `shapes` par leur seule forme, `assignments` comme dans `db_pass = \"…\"`",
		en:      "keys of programs: `keys` by the rules of gitleaks near their keywords, `shapes` known by their form alone, `assignments` as in `db_pass = \"…\"`",
		value:   required("secret", aChoice([]string{"keys", "shapes", "assignments"}, "la façon", "the way")),
		example: "{secret: keys}",
	},
	{
		fr: "des adresses du web par leur hôte ; un domaine vaut pour ses sous-domaines",
		en: "addresses of the web by their host; a domain stands for its subdomains",
		value: required("link", anObject("une des trois", "one of the three",
			optional("deny", someTexts("ces hôtes", "these hosts")),
			optional("alike", someTexts("ceux qui se lisent comme l'un d'eux et sont un autre", "those that read like one of these and are another")),
			optional("only", someTexts("tous sauf ceux-ci", "all but these")),
			optional("except", someTexts("hôtes permis de `deny`", "hosts of `deny` that are fine")))),
		example: "{link: {deny: [bit.ly]}}",
	},
	{
		fr: "ce qui est trop long",
		en: "what is too long",
		value: required("length", anObject("l'une des deux", "one of the two",
			optional("draft", aNumber(1, 100_000, "caractères du message", "characters of the draft")),
			optional("sentence", aNumber(1, 1000, "mots d'une phrase", "words of a sentence")))),
		example: "{length: {sentence: 40}}",
	},
	{
		fr:    "un texte qui a l'une des expressions `given`, ou au moins `words` mots, et aucune de celles-ci",
		en:    "a text with one of the `given` phrases, or of at least `words` words, and none of these",
		value: required("missing", someTexts("ce qui manque", "what is missing")),
		options: []field{
			optional("given", someTexts("ce qui l'exige", "what asks for it")),
			optional("words", aNumber(0, 1000, "mots à partir desquels il le faut", "words from which on it is needed")),
			optional("at", aChoice([]string{"start", "end"}, "marque le premier mot, ou le dernier", "marks the first word, or the last")),
		},
		example: "{missing: [stop au], given: [offre, promo*]}",
	},
	{
		fr: "des mots dont une lettre est étirée",
		en: "words with a letter drawn out",
		value: required("stretch", anObject("l'étirement", "the stretching",
			required("max", aNumber(2, 20, "fois de suite permises", "times in a row that are fine")),
			optional("exempt", someTexts("mots permis", "words that are fine")))),
		example: "{stretch: {max: 3}}",
	},
	{
		fr: "un mot écrit plusieurs fois de suite (« le le colis »)",
		en: "a word written several times in a row (“the the parcel”)",
		value: required("repeat", anObject("la répétition", "the repetition",
			required("max", aNumber(1, 20, "fois de suite permises", "times in a row that are fine")),
			optional("exempt", someTexts("mots permis (nous nous)", "words that are fine (had had)")))),
		example: "{repeat: {max: 1, exempt: [nous, vous]}}",
	},
	{
		fr: "trop d'émojis",
		en: "too many emojis",
		value: required("emoji", anObject("l'un ou les deux", "one or both",
			optional("max", aNumber(0, 100, "émojis permis dans un message", "emojis that are fine in a draft")),
			optional("run", aNumber(1, 100, "émojis permis de suite", "emojis that are fine in a row")))),
		example: "{emoji: {max: 2, run: 3}}",
	},
	{
		fr: "des mots en capitales",
		en: "words in capitals",
		value: required("capitals", anObject("la mesure", "the measure",
			required("letters", aNumber(2, 1000, "lettres en tout à partir desquelles signaler", "letters in all that are reported")),
			required("words", aNumber(1, 100, "mots de suite à partir desquels signaler", "words in a row that are reported")),
			optional("amid", aNumber(1, 100, "mots de suite à partir desquels signaler parmi des minuscules, hors exclamations et questions", "words in a row that are reported among lower case, but before an exclamation or question mark")),
			optional("ratio", aNumber(50, 100, "part de capitales, en pour cent (80)", "share of capitals in per cent (80)")),
			optional("exempt", someTexts("sigles permis", "acronyms that are fine")))),
		example: "{capitals: {letters: 14, words: 2}}",
	},
	{
		fr: "des `!` et `?` répétés",
		en: "repeated `!` and `?`",
		value: required("punctuation", anObject("la mesure", "the measure",
			required("max", aNumber(1, 100, "signes permis de suite", "marks that are fine in a row")))),
		example: "{punctuation: {max: 2}}",
	},
}
