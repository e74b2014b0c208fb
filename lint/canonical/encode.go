// Package canonical reads and writes the one form of JSON in which the files of a bundle are kept: fields sorted and each once,
// no spaces. Equal contents so have equal bytes, and no field can stand twice and be read in two ways. It must not know what
// the files hold.
package canonical

import (
	"bytes"
	"encoding/json"
)

// Encode goes through a plain tree, because maps are written with sorted fields and structs are not.
func Encode(v any) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var tree any
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		return nil, err
	}
	return encode(tree)
}

// encode writes a tree without spaces, and with <, > and & as they are.
func encode(tree any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(tree); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}
