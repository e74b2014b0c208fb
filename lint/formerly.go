package lint

import (
	"maps"
	"slices"
)

// formerly turns a table of old ids and today's around.
func formerly(renamed map[string]string) map[string][]string {
	out := map[string][]string{}
	for _, old := range slices.Sorted(maps.Keys(renamed)) {
		out[renamed[old]] = append(out[renamed[old]], old)
	}
	return out
}
