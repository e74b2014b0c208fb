// Package detect holds the closed set of detectors: the code that finds. A rule is a detector's name and its options, never
// a program. A detector sees the text alone; it must not know of chats, actions, languages or messages.
package detect

import (
	"fmt"
	"strings"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// MaxMatches is how many matches a detector reports of one draft; a report holds at most 200 findings.
const MaxMatches = 201

// Word is a literal text whose presence selects the detector, in the form it is searched in.
type Word struct {
	Text  string // as text.Fold yields it, or text.Strip when Bare
	Where Where
	// Begins says that the word counts only where no letter or digit stands before it. Most bits of words that a draft
	// holds by chance stand inside others, and are left out before any detector sees them.
	Begins bool
}

// Where says which view of the draft a word is searched in.
type Where int

const (
	InFolded Where = iota // text.Folded
	InBare                // text.Bare, for words that may be disguised
)

// Hit is one of a detector's words met in the draft: Start and End are bytes of the view it is searched in.
type Hit struct {
	Word       int // index in Words
	Start, End int
}

// Match is one problem found, in bytes of the text.
type Match struct {
	Span       text.Span
	Parts      []text.Span // what a fix drops or changes, inside Span and in order; none = the whole span
	Swaps      []string    // replacements the detector itself proposes
	Confidence int         // 1 (weak) to 5 (certain)
}

// Detector finds one kind of problem. It keeps no state between drafts.
type Detector interface {
	// Words selects the detector: Find is called only when one was met. A detector without words always runs.
	Words() []Word
	// Find answers at most MaxMatches matches. hits are those of its own words, in order of their ends.
	Find(t *text.Text, hits []Hit) []Match
}

// Always says whether a detector must see every draft: it has no words, or looks for what is absent.
func Always(d Detector) bool {
	eager, ok := d.(interface{ Always() bool })
	return len(d.Words()) == 0 || ok && eager.Always()
}

// Needs is what a draft must show at least, so that a detector can find anything in it.
func Needs(d Detector) text.Signs {
	if modest, ok := d.(interface{ Needs() text.Signs }); ok {
		return modest.Needs()
	}
	return text.Signs{}
}

// atLeast is a number as text.Signs counts it.
func atLeast(n int) uint8 { return uint8(min(max(n, 0), 255)) }

// Cold is a Detector that puts off what takes long, some milliseconds each, until the first draft that needs it. Whoever has
// time to spare may do it earlier, in any order; a second call does nothing.
type Cold interface{ Cold() []func() }

// kind is a line of the table of kinds.
type kind struct {
	name    string
	options []string // fields beside the name
	parts   bool     // its matches have parts that are too many: the fix keep-first can drop them
	read    func(field.Value) Detector
}

// kinds is the table: adding a detector is one file, its test and one line here.
var kinds = []kind{
	{name: "terms", options: []string{"except", "unless", "quoted", "endings", "accents", "disguised"}, read: readTerms},
	{name: "frame", options: []string{"words", "gap", "except", "unless", "quoted", "endings", "disguised"}, read: readFrame},
	{name: "register", options: []string{"except", "unless", "quoted", "endings", "accents"}, read: readRegister},
	{name: "swap", options: []string{"except", "unless", "names"}, read: readSwap},
	{name: "pattern", options: []string{"keywords", "digits", "near", "group", "check", "allow", "folded", "part"}, read: readPattern},
	{name: "entity", options: []string{"allow", "least", "count"}, read: readEntity},
	{name: "secret", read: readSecret},
	{name: "link", read: readLink},
	{name: "length", read: readLength},
	{name: "missing", options: []string{"given", "words", "at"}, read: readMissing},
	{name: "stretch", parts: true, read: readStretch},
	{name: "repeat", parts: true, read: readRepeat},
	{name: "emoji", parts: true, read: readEmoji},
	{name: "capitals", read: readCapitals},
	{name: "punctuation", parts: true, read: readPunctuation},
}

// Read reads the field `detect` of a rule: exactly one detector's name, and its options. Mistakes go to the value's log,
// and the answer is nil then.
func Read(v field.Value) Detector {
	if v.Plain() == nil {
		return nil // the caller asked for the field, which notes that it is missing
	}
	k, ok := kindOf(v)
	if !ok {
		return nil
	}
	v.Object(append([]string{k.name}, k.options...)...)
	return k.read(v)
}

// DropsParts says whether the detector of the field `detect` yields parts that are too many.
func DropsParts(v field.Value) bool {
	for _, k := range kinds {
		if v.Has(k.name) {
			return k.parts
		}
	}
	return false
}

func kindOf(v field.Value) (kind, bool) {
	var found []kind
	var names, all []string
	for _, k := range kinds {
		all = append(all, k.name)
		if v.Has(k.name) {
			found = append(found, k)
			names = append(names, k.name)
		}
	}
	switch len(found) {
	case 1:
		return found[0], true
	case 0:
		v.Advise(hintFor(v, all), "names no detector")
	default:
		v.Fail("must name one detector, not %s", strings.Join(names, " and "))
	}
	return kind{}, false
}

func hintFor(v field.Value, all []string) string {
	if names := v.Names(); len(names) == 1 {
		return field.Nearest(names[0], all)
	}
	return fmt.Sprintf("write one of %s", strings.Join(all, ", "))
}
