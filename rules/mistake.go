package rules

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/lint/field"
)

// Mistake is something an author has to mend in a rule file.
type Mistake struct {
	File         string
	Line, Column int // from 1; 0 = the whole file
	Problem      string
	Hints        []string
}

// Error is the place and the problem on one line, then each hint on a line of its own.
func (m *Mistake) Error() string {
	var out strings.Builder
	out.WriteString(m.File)
	if m.Line > 0 {
		fmt.Fprintf(&out, ":%d:%d", m.Line, m.Column)
	}
	fmt.Fprintf(&out, ": %s", m.Problem)
	for _, hint := range m.Hints {
		fmt.Fprintf(&out, "\n  hint: %s", hint)
	}
	return out.String()
}

// Mistakes lists the mistakes of an error that Compile, Read or Test answered; anything else comes back as one.
func Mistakes(err error) []*Mistake {
	var all *multierror.Error
	if !errors.As(err, &all) {
		return []*Mistake{asMistake(err)}
	}
	var out []*Mistake
	for _, one := range all.WrappedErrors() {
		out = append(out, asMistake(one))
	}
	return out
}

func asMistake(err error) *Mistake {
	var m *Mistake
	if errors.As(err, &m) {
		return m
	}
	return &Mistake{File: ".", Problem: err.Error()} // the folder itself
}

// placed turns the mistakes of a log into mistakes of a file.
func placed(name string, where positions, log *field.Log) error {
	var found, out *multierror.Error
	if !errors.As(log.Err(), &found) {
		return nil
	}
	sorted := slices.SortedStableFunc(slices.Values(found.Errors), func(a, b error) int {
		return where.of(a).line - where.of(b).line
	})
	for _, err := range sorted {
		var m *field.Mistake
		if !errors.As(err, &m) {
			continue
		}
		at := where.of(err)
		problem := m.Problem
		if m.Path != "" && !m.Name {
			problem = m.Path + ": " + problem
		}
		out = multierror.Append(out, &Mistake{File: name, Line: at.line, Column: at.column, Problem: problem, Hints: m.Hints})
	}
	return out.ErrorOrNil()
}

// inOrder sorts mistakes of one file by place.
func inOrder(list []*Mistake) []*Mistake {
	slices.SortStableFunc(list, func(a, b *Mistake) int { return cmp.Or(a.Line-b.Line, a.Column-b.Column) })
	return list
}
