package canonical

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxDepth bounds objects and lists inside each other; a rule needs eight. A browser's stack ends after some thousand levels,
// and with it the engine.
const maxDepth = 16

var (
	errDepth = fmt.Errorf("is nested more than %d deep", maxDepth)
	errForm  = errors.New("is not canonical JSON (sorted fields, each once, no spaces)")
)

// Decode reads what Encode writes, and nothing else, of at most limit bytes: the tree that package field reads, its numbers
// as json.Number. A list of texts alone is a []string, any other a []any. It reads the bytes once, since a browser runs each
// byte of a bundle before the first draft is checked.
func Decode(data []byte, limit int) (any, error) {
	if len(data) > limit {
		return nil, fmt.Errorf("is %d bytes long, at most %d are allowed", len(data), limit)
	}
	r := &reader{s: string(data)}
	tree, err := r.value()
	if err == nil && r.at != len(r.s) {
		err = errForm
	}
	if err == errForm {
		err = explain(data)
	}
	return tree, err
}

// explain tells JSON in another form from what is no JSON.
func explain(data []byte) error {
	var whole json.RawMessage // the check for syntax does not recurse
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&whole); err != nil {
		return fmt.Errorf("is not JSON: %w", err)
	}
	return errForm
}

// reader reads s from at on. Its methods answer errForm at the first byte that Encode would not have written there.
type reader struct {
	s         string
	at, depth int
	line      []string // the texts of the list being read, used again for the next one
}

func (r *reader) value() (any, error) {
	switch c := r.peek(); {
	case c == '"':
		return r.text()
	case c == '{' || c == '[':
		if r.depth++; r.depth > maxDepth {
			return nil, errDepth
		}
		defer func() { r.depth-- }()
		r.at++
		if c == '{' {
			return r.object()
		}
		return r.list()
	case c == '-' || '0' <= c && c <= '9':
		return r.number()
	case r.take("true"):
		return true, nil
	case r.take("false"):
		return false, nil
	case r.take("null"):
		return nil, nil
	}
	return nil, errForm
}

// peek is the next byte, 0 at the end.
func (r *reader) peek() byte {
	if r.at < len(r.s) {
		return r.s[r.at]
	}
	return 0
}

func (r *reader) take(word string) bool {
	if !strings.HasPrefix(r.s[r.at:], word) {
		return false
	}
	r.at += len(word)
	return true
}

func (r *reader) object() (any, error) {
	out := map[string]any{}
	last := ""
	for !r.take("}") {
		if len(out) > 0 && !r.take(",") {
			return nil, errForm
		}
		name, err := r.text()
		if err != nil || len(out) > 0 && name <= last || !r.take(":") {
			return nil, errForm
		}
		if out[name], err = r.value(); err != nil {
			return nil, err
		}
		last = name
	}
	return out, nil
}

func (r *reader) list() (any, error) {
	if r.peek() == '"' {
		return r.texts()
	}
	return r.items([]any{})
}

// texts reads a list of texts, which most lists are: without a box for each of them.
func (r *reader) texts() (any, error) {
	r.line = r.line[:0]
	for r.peek() == '"' {
		text, err := r.text()
		if err != nil {
			return nil, err
		}
		r.line = append(r.line, text)
		if r.take("]") {
			return slices.Clone(r.line), nil
		}
		if !r.take(",") {
			return nil, errForm
		}
	}
	mixed := make([]any, len(r.line))
	for i, text := range r.line {
		mixed[i] = text
	}
	r.at-- // items begins at the comma
	return r.items(mixed)
}

// items reads the rest of a list.
func (r *reader) items(out []any) (any, error) {
	for !r.take("]") {
		if len(out) > 0 && !r.take(",") {
			return nil, errForm
		}
		item, err := r.value()
		if err != nil {
			return nil, err
		}
		out = append(out, item)
	}
	return out, nil
}

// text reads a string. Without an escape in it, it is a piece of the input and costs nothing more.
func (r *reader) text() (string, error) {
	if !r.take(`"`) {
		return "", errForm
	}
	start := r.at
	for r.at < len(r.s) {
		switch c := r.s[r.at]; {
		case c == '"':
			r.at++
			return r.s[start : r.at-1], nil
		case c == '\\':
			return r.escaped(start)
		case c < ' ':
			return "", errForm
		case c < utf8.RuneSelf:
			r.at++
		default:
			if !r.character() {
				return "", errForm
			}
		}
	}
	return "", errForm
}

// character passes one that is not ASCII. U+2028 and U+2029 are written as escapes.
func (r *reader) character() bool {
	c, size := utf8.DecodeRuneInString(r.s[r.at:])
	r.at += size
	return (c != utf8.RuneError || size > 1) && c != '\u2028' && c != '\u2029'
}

// escaped reads the rest of a string from its first escape on.
func (r *reader) escaped(start int) (string, error) {
	var out strings.Builder
	for r.at < len(r.s) {
		switch c := r.s[r.at]; {
		case c == '"':
			out.WriteString(r.s[start:r.at])
			r.at++
			return out.String(), nil
		case c == '\\':
			out.WriteString(r.s[start:r.at])
			if !r.escape(&out) {
				return "", errForm
			}
			start = r.at
		case c < ' ':
			return "", errForm
		case c < utf8.RuneSelf:
			r.at++
		default:
			if !r.character() {
				return "", errForm
			}
		}
	}
	return "", errForm
}

// short are the escapes of two signs, and long the only others: control characters and the two separators of lines.
const (
	short = `""\\b` + "\b" + `f` + "\f" + `n` + "\n" + `r` + "\r" + `t` + "\t"
	hex   = "0123456789abcdef"
)

func (r *reader) escape(out *strings.Builder) bool {
	r.at++
	c := r.peek()
	for i := 0; i < len(short); i += 2 {
		if c == short[i] {
			out.WriteByte(short[i+1])
			r.at++
			return true
		}
	}
	if !r.take("u") || len(r.s) < r.at+4 {
		return false
	}
	code := rune(0)
	for _, digit := range []byte(r.s[r.at : r.at+4]) {
		value := strings.IndexByte(hex, digit)
		if value < 0 {
			return false
		}
		code = code<<4 | rune(value)
	}
	r.at += 4
	out.WriteRune(code)
	return code == '\u2028' || code == '\u2029' || code < ' ' && !strings.ContainsRune("\b\f\n\r\t", code)
}

// number reads what JSON calls a number, as it is written.
func (r *reader) number() (any, error) {
	start := r.at
	r.take("-")
	if whole := r.digits(); whole == 0 || whole > 1 && r.s[r.at-whole] == '0' {
		return nil, errForm
	}
	if r.take(".") && r.digits() == 0 {
		return nil, errForm
	}
	if r.take("e") || r.take("E") {
		if !r.take("+") {
			r.take("-")
		}
		if r.digits() == 0 {
			return nil, errForm
		}
	}
	return json.Number(r.s[start:r.at]), nil
}

func (r *reader) digits() int {
	start := r.at
	for c := r.peek(); '0' <= c && c <= '9'; c = r.peek() {
		r.at++
	}
	return r.at - start
}
