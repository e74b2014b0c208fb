package detect

import (
	"maps"
	"slices"
)

// Kind is a detector as rules name it, for what describes them.
type Kind struct {
	Name    string
	Options []string // fields beside the name
}

// Kinds lists the detectors in the order of their table.
func Kinds() []Kind {
	out := make([]Kind, len(kinds))
	for i, k := range kinds {
		out[i] = Kind{k.name, k.options}
	}
	return out
}

// EntityNames lists what the detector entity may name.
func EntityNames() []string { return slices.Sorted(maps.Keys(entityKinds)) }

// CheckNames lists what a pattern's check may name.
func CheckNames() []string { return slices.Sorted(maps.Keys(checks)) }
