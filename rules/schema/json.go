package schema

import (
	"bytes"
	"encoding/json"

	"github.com/bonton/bonton/rules"
)

// Rule is the JSON Schema of rule files, Folder that of bonton.yaml, Lesson that of lessons.
func Rule() []byte   { return document("Bonton: a rule file", ruleFile()) }
func Folder() []byte { return document("Bonton: bonton.yaml", folderFile()) }
func Lesson() []byte { return document("Bonton: a lesson", lessonFile()) }

// document is written for draft 7, the one that editors' YAML support knows in full.
func document(title string, root node) []byte {
	schema := root.json()
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = title
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(schema); err != nil {
		panic(err) // maps, lists and texts only
	}
	return out.Bytes()
}

type m = map[string]any

func (n *node) json() m {
	out := n.shape()
	if n.en != "" {
		out["description"] = rules.Typeset("en", n.en) + "\n\n" + rules.Typeset("fr", n.fr)
	}
	return out
}

func (n *node) shape() m {
	switch n.kind {
	case flag:
		return m{"type": "boolean"}
	case integer:
		return m{"type": "integer", "minimum": n.low, "maximum": n.high}
	case choice:
		return m{"enum": n.options}
	case texts:
		return m{"type": "array", "uniqueItems": true, "items": m{"type": "string", "minLength": 1}}
	case choices:
		return m{"type": "array", "uniqueItems": true, "items": m{"enum": n.options}}
	case list:
		return m{"type": "array", "items": n.items.json()}
	case object:
		return n.object()
	case table:
		return m{"type": "object", "additionalProperties": n.items.json()}
	case either:
		var forms []m
		for i := range n.any {
			forms = append(forms, n.any[i].json())
		}
		return m{"oneOf": forms}
	}
	return m{"type": "string", "minLength": 1}
}

func (n *node) object() m {
	properties := m{}
	var needed []string
	for _, f := range n.fields {
		properties[f.name] = f.json()
		if f.required {
			needed = append(needed, f.name)
		}
	}
	out := m{"type": "object", "properties": properties, "additionalProperties": false}
	if len(needed) > 0 {
		out["required"] = needed
	}
	return out
}
