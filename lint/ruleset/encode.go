package ruleset

import (
	"bytes"
	"encoding/json"
)

// Encode writes rules.json: canonical JSON, so that equal rules have equal bytes.
func Encode(set *Ruleset) ([]byte, error) { return canonical(set) }

// EncodeTexts writes texts.json.
func EncodeTexts(texts *Texts) ([]byte, error) { return canonical(texts) }

// canonical goes through a plain tree, because maps are written with sorted fields and structs are not.
func canonical(v any) ([]byte, error) {
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
