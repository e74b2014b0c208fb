package rules

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/bonton/bonton/lint/field"
)

// position is a place in a file, from 1:1; columns count characters.
type position struct{ line, column int }

// positions says where each path of a file stands: its value, and its name where it has one.
type positions struct{ values, names map[string]position }

// find is the place of a path or, when it is absent from the file, of the nearest thing around it.
func (p positions) find(path string, name bool) position {
	for path != "" {
		if at, ok := p.names[path]; ok && name {
			return at
		}
		if at, ok := p.values[path]; ok {
			return at
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return position{1, 1}
}

// of is the place of a *field.Mistake.
func (p positions) of(err error) position {
	var m *field.Mistake
	if !errors.As(err, &m) {
		return position{1, 1}
	}
	return p.find(m.Path, m.Name)
}

// parse reads YAML to a plain tree that field.Root accepts. The error is a *Mistake.
func parse(name string, data []byte) (any, positions, error) {
	where := positions{map[string]position{}, map[string]position{}}
	if len(data) > maxRuleFile {
		return nil, where, &Mistake{File: name, Problem: fmt.Sprintf("the file is longer than %d bytes", maxRuleFile)}
	}
	document, err := document(name, data)
	if err != nil {
		return nil, where, err
	}
	w := walker{file: name, where: where}
	tree, err := w.walk(document.Content[0], "")
	return tree, where, err
}

// document is the one document of a file.
func document(name string, data []byte) (*yaml.Node, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var first, second yaml.Node
	if err := loader.Load(&first); err != nil {
		return nil, syntaxMistake(name, err)
	}
	if err := loader.Load(&second); !errors.Is(err, io.EOF) {
		return nil, &Mistake{File: name, Line: max(second.Line, 1), Column: max(second.Column, 1),
			Problem: "a file holds one document", Hints: []string{"write what follows --- into a file of its own"}}
	}
	if len(first.Content) != 1 {
		return nil, &Mistake{File: name, Problem: "the file is empty"}
	}
	return &first, nil
}

func syntaxMistake(name string, err error) error {
	if errors.Is(err, io.EOF) {
		return &Mistake{File: name, Problem: "the file is empty"}
	}
	var load *yaml.LoadError
	if errors.As(err, &load) {
		return &Mistake{File: name, Line: load.Mark.Line, Column: load.Mark.Column, Problem: "not YAML: " + load.Message,
			Hints: []string{"indent with spaces, and put quotes around texts with a colon or a hash in them"}}
	}
	return &Mistake{File: name, Problem: err.Error()}
}

// walker turns nodes into a plain tree and notes where they stand.
type walker struct {
	file  string
	where positions
}

func (w *walker) fail(n *yaml.Node, problem string, hints ...string) error {
	return &Mistake{File: w.file, Line: n.Line, Column: n.Column, Problem: problem, Hints: hints}
}

func (w *walker) walk(n *yaml.Node, path string) (any, error) {
	w.where.values[path] = position{n.Line, n.Column}
	if n.Anchor != "" {
		return nil, w.fail(n, "anchors are not allowed", "write the value out where it is needed")
	}
	switch n.Kind {
	case yaml.MappingNode:
		return w.walkMapping(n, path)
	case yaml.SequenceNode:
		list := make([]any, 0, len(n.Content))
		for i, item := range n.Content {
			value, err := w.walk(item, field.Index(path, i))
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		return list, nil
	case yaml.ScalarNode:
		return w.scalar(n)
	}
	return nil, w.fail(n, "aliases are not allowed", "write the value out")
}

func (w *walker) walkMapping(n *yaml.Node, path string) (any, error) {
	object := map[string]any{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, item := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.ShortTag() == "!!merge" {
			return nil, w.fail(key, "a field's name must be plain text")
		}
		if _, twice := object[key.Value]; twice {
			return nil, w.fail(key, fmt.Sprintf("the field %s stands here twice", field.Quote(key.Value)))
		}
		inner := field.Join(path, key.Value)
		value, err := w.walk(item, inner)
		if err != nil {
			return nil, err
		}
		object[key.Value] = value
		w.where.names[inner] = position{key.Line, key.Column}
		if item.Kind != yaml.ScalarNode {
			w.where.values[inner] = position{key.Line, key.Column}
		}
	}
	return object, nil
}

func (w *walker) scalar(n *yaml.Node) (any, error) {
	switch n.ShortTag() {
	case "!!str":
		return n.Value, nil
	case "!!null":
		return "", nil // an empty text, which every reader refuses with its reason
	case "!!bool":
		return n.Value == "true" || n.Value == "True" || n.Value == "TRUE", nil
	case "!!int":
		if i, err := strconv.Atoi(n.Value); err == nil {
			return i, nil
		}
	}
	return nil, w.fail(n, fmt.Sprintf("%s is no text, whole number, true or false", field.Quote(n.Value)), "put quotes around texts")
}

// readFile reads and validates one rule file.
func readFile(fsys fs.FS, name string) (Rule, error) {
	data, err := readBounded(fsys, name, maxRuleFile)
	if err != nil {
		return Rule{}, err
	}
	return readRule(name, data)
}
