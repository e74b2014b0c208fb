// Package schema describes rule files and bonton.yaml for people and their editors: one table of fields, in French and
// English, from which the JSON Schemas of docs/schema and the tables of docs/rules.md are written. The readers in lint and
// rules decide what is valid; tests hold that this description knows the same fields, choices and bounds.
package schema

// node describes a value.
type node struct {
	fr, en    string // what it is for
	kind      kind
	low, high int      // of integer
	options   []string // of choice and choices
	fields    []field  // of object
	items     *node    // of list and table
	any       []node   // of either
}

type kind int

const (
	text kind = iota
	flag
	integer
	choice
	texts   // a list of different texts
	choices // a list of different options
	list
	object
	table // any names, all with the same kind of value
	either
)

// field is a named node of an object.
type field struct {
	name     string
	required bool
	node
}

func optional(name string, n node) field { return field{name: name, node: n} }
func required(name string, n node) field { return field{name: name, required: true, node: n} }

func aText(fr, en string) node { return node{fr: fr, en: en} }
func aFlag(fr, en string) node { return node{fr: fr, en: en, kind: flag} }
func aNumber(low, high int, fr, en string) node {
	return node{fr: fr, en: en, kind: integer, low: low, high: high}
}
func aChoice(options []string, fr, en string) node {
	return node{fr: fr, en: en, kind: choice, options: options}
}
func someTexts(fr, en string) node { return node{fr: fr, en: en, kind: texts} }
func someChoices(options []string, fr, en string) node {
	return node{fr: fr, en: en, kind: choices, options: options}
}
func aList(items node, fr, en string) node    { return node{fr: fr, en: en, kind: list, items: &items} }
func aTable(items node, fr, en string) node   { return node{fr: fr, en: en, kind: table, items: &items} }
func anObject(fr, en string, f ...field) node { return node{fr: fr, en: en, kind: object, fields: f} }
func oneOf(fr, en string, forms ...node) node { return node{fr: fr, en: en, kind: either, any: forms} }
func inBoth(fr, en string) node {
	return anObject(fr, en, required("fr", aText("en français", "in French")), required("en", aText("en anglais", "in English")))
}
