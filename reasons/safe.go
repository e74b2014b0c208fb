package reasons

import (
	"maps"
	"slices"

	"github.com/bonton/bonton/lint/field"
)

// Unsafe names every text that says more than Sanitise lets through. The compiler writes none, so one that comes signed was
// made by something else; it would be shown sanitised, but who signs markup that is not allowed is not to be followed.
func (t *Texts) Unsafe() error {
	var log field.Log
	for _, id := range slices.Sorted(maps.Keys(t.Why)) {
		checkSafe(&log, field.Join("why", id), t.Why[id])
	}
	checkSafe(&log, "texts.policy", t.Pages.Policy)
	checkSafe(&log, "texts.notice", t.Pages.Notice)
	for _, name := range slices.Sorted(maps.Keys(t.Pages.Guides)) {
		checkSafe(&log, field.Join("texts.guides", name), t.Pages.Guides[name])
	}
	return log.Err()
}

func checkSafe(log *field.Log, path string, html map[string]string) {
	for _, locale := range slices.Sorted(maps.Keys(html)) {
		if Sanitise(html[locale]) != html[locale] {
			log.Add(&field.Mistake{Path: field.Join(path, locale), Problem: "has HTML that is not allowed"})
		}
	}
}
