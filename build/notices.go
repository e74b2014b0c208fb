package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"
)

// noticesFile is what a package says of the work of others in it. Their licences ask for it in every copy.
const noticesFile = "THIRD-PARTY-NOTICES.txt"

// component is the work of somebody else that a package holds.
type component struct {
	name, version string
	source        string // where anybody can get its sources
	dir           string // where it lies on this machine
}

// licenceFiles are the files that hold a component's terms and notices, as patterns.
var licenceFiles = []string{"LICEN[CS]E*", "COPYING*", "NOTICE*", "PATENTS"}

// writeNotices writes into dir what the licences of others ask a package to carry.
func writeNotices(dir string) error {
	own, err := os.ReadFile("NOTICE")
	if err != nil {
		return err
	}
	components, err := componentsOf()
	if err != nil {
		return err
	}
	text, err := notices(components)
	if err != nil {
		return err
	}
	return writeFiles(dir, map[string][]byte{noticesFile: append(own, text...)})
}

// componentsOf lists what is in the packages, by name: Go's runtime and library, Go modules, npm modules.
func componentsOf() ([]component, error) {
	toolchain, err := goItself()
	if err != nil {
		return nil, err
	}
	modules, err := goModules()
	if err != nil {
		return nil, err
	}
	packages, err := npmModules(slices.Concat(entryPoints, siteScripts))
	return slices.Concat([]component{toolchain}, modules, packages), err
}

// notices is the text of all components' terms. One without terms is a mistake: nobody may pass it on.
func notices(components []component) ([]byte, error) {
	var out bytes.Buffer
	var mistakes error
	for _, c := range components {
		terms, err := termsOf(c)
		if err != nil {
			mistakes = multierror.Append(mistakes, err)
		}
		fmt.Fprintf(&out, "\n%s\n%s %s\nSource: %s\n\n%s", strings.Repeat("-", 80), c.name, c.version, c.source, terms)
	}
	return out.Bytes(), mistakes
}

func termsOf(c component) ([]byte, error) {
	var terms []byte
	for _, pattern := range licenceFiles {
		names, err := filepath.Glob(filepath.Join(c.dir, pattern))
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			terms = append(append(terms, bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))...), "\n\n"...)
		}
	}
	if len(terms) == 0 {
		return nil, errors.New(c.name + " has no licence file: it cannot be in a package")
	}
	return terms, nil
}
