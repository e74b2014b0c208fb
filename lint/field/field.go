// Package field reads a tree of plain values (decoded JSON or YAML) field by field and collects every mistake with its
// path, so that an author sees all of them at once. It must not know what a rule is, nor where the tree came from.
package field

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/go-multierror"
)

// MaxMistakes is how many mistakes a Log keeps; hostile input could otherwise ask for millions of messages.
const MaxMistakes = 100

// Mistake is one thing wrong with the input, in words its author understands.
type Mistake struct {
	Path    string   // such as "detect.terms[2]"; empty = the whole input
	Name    bool     // the field's name is wrong, not its value
	Problem string   // lower case, no final period
	Hints   []string // how to mend it, each shown on a line of its own
}

func (m *Mistake) Error() string {
	text := m.Problem
	if m.Path != "" {
		text = m.Path + ": " + text
	}
	for _, hint := range m.Hints {
		text += "\n  hint: " + hint
	}
	return text
}

// Log collects the mistakes of one input.
type Log struct{ found *multierror.Error }

// Add notes a mistake; after MaxMistakes it only remembers that there were some.
func (l *Log) Add(m *Mistake) {
	if l.found == nil || l.found.Len() < MaxMistakes {
		l.found = multierror.Append(l.found, m)
	}
}

// Err is nil without mistakes, otherwise a *multierror.Error of *Mistake.
func (l *Log) Err() error { return l.found.ErrorOrNil() }

// Len is the number of mistakes kept so far.
func (l *Log) Len() int {
	if l.found == nil {
		return 0
	}
	return l.found.Len()
}

// Value is one place of the tree. Its readers answer the zero value after noting what is wrong there.
type Value struct {
	v          any
	base, name string // the path of the object and the name in it, joined when somebody wants to know
	log        *Log
}

// Root is the tree itself: nil, bool, string, a number (see Int), []any, []string and map[string]any.
func Root(tree any, log *Log) Value { return Value{v: tree, log: log} }

// Path is where the value stands, such as "rules[3].id".
func (v Value) Path() string {
	if v.name == "" {
		return v.base
	}
	return Join(v.base, v.name)
}

// Plain is the tree under the value, as it was given to Root.
func (v Value) Plain() any { return v.v }

// Fail notes a mistake at this value.
func (v Value) Fail(format string, args ...any) {
	v.log.Add(&Mistake{Path: v.Path(), Problem: fmt.Sprintf(format, args...)})
}

// Advise notes a mistake at this value, with a hint.
func (v Value) Advise(hint, format string, args ...any) {
	v.log.Add(&Mistake{Path: v.Path(), Problem: fmt.Sprintf(format, args...), Hints: []string{hint}})
}

// Has says whether the value is an object that holds the field.
func (v Value) Has(name string) bool {
	object, _ := v.v.(map[string]any)
	_, ok := object[name]
	return ok
}

// IsObject and the following say what shape a field that allows several has been given.
func (v Value) IsObject() bool { _, ok := v.v.(map[string]any); return ok }

// IsText says whether the value is a string.
func (v Value) IsText() bool { _, ok := v.v.(string); return ok }

// Object checks that the value is an object with only the known fields, and names each unknown one.
func (v Value) Object(known ...string) bool {
	object, ok := v.v.(map[string]any)
	if !ok {
		v.Fail("must be an object with the fields %s, not %s", strings.Join(known, ", "), kind(v.v))
		return false
	}
	for name, field := range object {
		if field == nil || !slices.Contains(known, name) {
			v.blame(object, known)
			return true
		}
	}
	return true
}

// blame names each field that is null or not known, in order.
func (v Value) blame(object map[string]any, known []string) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if object[name] == nil {
			v.Get(name).Fail("must not be null")
		}
		if !slices.Contains(known, name) {
			v.log.Add(&Mistake{Path: Join(v.Path(), name), Name: true, Hints: []string{Nearest(name, known)},
				Problem: "unknown field " + Quote(name)})
		}
	}
}

// Get is the field of an object; a missing one holds nil.
func (v Value) Get(name string) Value {
	object, _ := v.v.(map[string]any)
	return Value{v: object[name], base: v.Path(), name: name, log: v.log}
}

// Need is Get, and a mistake at the object when the field is missing.
func (v Value) Need(name string) Value {
	if v.IsObject() && !v.Has(name) {
		v.Fail("the field %q is missing", name)
	}
	return v.Get(name)
}

// Names lists the fields of an object, sorted.
func (v Value) Names() []string {
	object, _ := v.v.(map[string]any)
	return slices.Sorted(maps.Keys(object))
}

// Join is the path of an object's field; long names are cut, since they may be hostile.
func Join(path, name string) string {
	if len(name) > 40 {
		name = name[:40] + "…"
	}
	if path == "" {
		return name
	}
	return path + "." + name
}

// Index is the path of a list's item.
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }
