package rules

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"sync"

	"github.com/bonton/bonton/lint/ruleset"
)

// guideFiles are the guides that ship: guides/<name>/<locale>.md. The first bold words are the title; each names its sources.
//
//go:embed guides
var guideFiles embed.FS

// shippedGuides are the guides as HTML, by name and locale.
var shippedGuides = sync.OnceValues(readGuides)

func readGuides() (map[string]map[string]string, error) {
	folders, err := fs.ReadDir(guideFiles, "guides")
	if err != nil {
		return nil, err
	}
	out := map[string]map[string]string{}
	for _, folder := range folders {
		guide := map[string]string{}
		for _, locale := range ruleset.Locales {
			name := path.Join("guides", folder.Name(), locale+".md")
			markdown, err := guideFiles.ReadFile(name)
			if err != nil {
				return nil, err
			}
			if guide[locale], err = render(Typeset(locale, string(markdown))); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		out[folder.Name()] = guide
	}
	return out, nil
}

// withShippedGuides adds the guides that ship to a company's own; one of the same name is the company's.
func withShippedGuides(own map[string]map[string]string) (map[string]map[string]string, error) {
	shipped, err := shippedGuides()
	if err != nil {
		return nil, err
	}
	out := maps.Clone(shipped)
	maps.Copy(out, own)
	return out, nil
}
