package canonical

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// maxDepth bounds objects and lists inside each other; a rule needs eight.
const maxDepth = 16

// Decode reads what Encode writes, and nothing else, of at most limit bytes: the tree that package field reads.
func Decode(data []byte, limit int) (any, error) {
	if len(data) > limit {
		return nil, fmt.Errorf("is %d bytes long, at most %d are allowed", len(data), limit)
	}
	if !shallow(data) {
		return nil, fmt.Errorf("is nested more than %d deep", maxDepth)
	}
	var tree any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		return nil, fmt.Errorf("is not JSON: %w", err)
	}
	canonical, err := encode(tree)
	if err != nil || !bytes.Equal(canonical, data) {
		return nil, fmt.Errorf("is not canonical JSON (sorted fields, each once, no spaces)")
	}
	return tree, nil
}

// shallow guards the decoder, which recurses: a browser's stack ends after some thousand levels, and with it the engine.
func shallow(data []byte) bool {
	depth, quoted := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == '{' || c == '['):
			if depth++; depth > maxDepth {
				return false
			}
		case !quoted && (c == '}' || c == ']'):
			depth--
		}
	}
	return true
}
