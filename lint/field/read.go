package field

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Text reads a string of 1..limit bytes of valid UTF-8.
func (v Value) Text(limit int) string {
	text, ok := v.v.(string)
	switch {
	case v.v == nil:
		return ""
	case !ok:
		v.Advise("put quotes around it", "must be text, not %s", kind(v.v))
	case text == "":
		v.Fail("must not be empty")
	case len(text) > limit:
		v.Fail("is %d bytes long, at most %d are allowed", len(text), limit)
	case !utf8.ValidString(text):
		v.Fail("is not valid UTF-8")
	default:
		return text
	}
	return ""
}

// Int reads a whole number from low to high; a missing field answers low.
func (v Value) Int(low, high int) int {
	n, ok := whole(v.v)
	switch {
	case v.v == nil:
		return low
	case !ok:
		v.Fail("must be a whole number, not %s", kind(v.v))
	case n < low || n > high:
		v.Fail("must be from %d to %d, not %d", low, high, n)
	default:
		return n
	}
	return low
}

// Flag reads true or false; a missing field is false.
func (v Value) Flag() bool {
	flag, ok := v.v.(bool)
	if !ok && v.v != nil {
		v.Fail("must be true or false, not %s", kind(v.v))
	}
	return flag
}

// Choice reads one of the options; a missing field answers "".
func (v Value) Choice(options ...string) string {
	if v.v == nil {
		return ""
	}
	text, ok := v.v.(string)
	if ok && slices.Contains(options, text) {
		return text
	}
	if !ok {
		text = kind(v.v)
	} else {
		text = Quote(text)
	}
	v.Fail("must be one of %s, not %s", strings.Join(options, ", "), text)
	return ""
}

// List reads a list of at most limit items; a missing field is empty.
func (v Value) List(limit int) []Value {
	size, ok := v.size()
	switch {
	case v.v == nil:
		return nil
	case !ok:
		v.Advise("write it between [ and ], or one item a line after a dash", "must be a list, not %s", kind(v.v))
		return nil
	case size > limit:
		v.Fail("has %d items, at most %d are allowed", size, limit)
		return nil
	}
	out := make([]Value, size)
	for i := range out {
		if out[i] = v.item(i); out[i].v == nil {
			v.Fail("item %d must not be null", i+1)
			return nil
		}
	}
	return out
}

// Size is the number of items of a list, 0 for anything else.
func (v Value) Size() int {
	n, _ := v.size()
	return n
}

func (v Value) size() (int, bool) {
	switch list := v.v.(type) {
	case []any:
		return len(list), true
	case []string:
		return len(list), true
	}
	return 0, false
}

func (v Value) item(i int) Value {
	out := Value{base: Index(v.Path(), i), log: v.log}
	switch list := v.v.(type) {
	case []any:
		out.v = list[i]
	case []string:
		out.v = list[i]
	}
	return out
}

// Texts reads a list of at most limit different strings, each of at most size bytes.
func (v Value) Texts(limit, size int) []string {
	if list, ok := v.v.([]string); ok && len(list) <= limit {
		return v.plainTexts(list, size)
	}
	return v.each(limit, func(item Value) string { return item.Text(size) })
}

// plainTexts is Texts for what the files of a bundle hold thousands of: nothing is made of a text that is right.
func (v Value) plainTexts(list []string, size int) []string {
	seen := newSet(len(list))
	for i, text := range list {
		if text == "" || len(text) > size || !utf8.ValidString(text) || !seen.add(list, i) {
			return v.each(len(list), func(item Value) string { return item.Text(size) })
		}
	}
	return list
}

// Choices reads a list of different options.
func (v Value) Choices(options ...string) []string {
	return v.each(len(options), func(item Value) string { return item.Choice(options...) })
}

func (v Value) each(limit int, read func(Value) string) []string {
	list := v.List(limit)
	seen := make(map[string]bool, len(list))
	out := make([]string, 0, len(list))
	for _, item := range list {
		text := read(item)
		if text == "" {
			continue
		}
		if seen[text] {
			item.Fail("%s stands in the list twice", Quote(text))
			continue
		}
		seen[text] = true
		out = append(out, text)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// whole accepts the number types that JSON (json.Number, float64) and YAML (int) decoding yield.
func whole(v any) (int, bool) {
	switch n := v.(type) {
	case int:
		return n, true
	case json.Number:
		i, err := n.Int64()
		return int(i), err == nil && i >= math.MinInt32 && i <= math.MaxInt32
	}
	return 0, false
}

func kind(v any) string {
	switch v := v.(type) {
	case nil:
		return "nothing"
	case string:
		return "text"
	case bool:
		return fmt.Sprint(v)
	case []any, []string:
		return "a list"
	case map[string]any:
		return "an object"
	default:
		return "a number"
	}
}
