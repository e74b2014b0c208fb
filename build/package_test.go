package main

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestReproducible builds the packages in two checkouts of different names, and holds that every zip is the same to the byte.
func TestReproducible(t *testing.T) {
	inRepository(t)
	sources, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	var first map[string][32]byte
	for _, name := range []string{"one", filepath.Join("another", "deeper", "checkout")} {
		checkout := filepath.Join(t.TempDir(), name)
		copySources(t, checkout, sources)
		t.Chdir(checkout)
		if err := buildExtension(); err != nil {
			t.Fatal(err)
		}
		sums := sumsOfPackages(t)
		checkNotices(t, os.DirFS(filepath.Join("dist", "practice")))
		if first == nil {
			first = sums
		}
		for browser, sum := range sums {
			if sum != first[browser] {
				t.Errorf("the package for %s differs between two checkouts", browser)
			}
		}
	}
}

func sumsOfPackages(t *testing.T) map[string][32]byte {
	t.Helper()
	sums := map[string][32]byte{}
	for _, browser := range []string{"chrome", "edge", "firefox"} {
		data, err := os.ReadFile(archiveOf(browser))
		if err != nil {
			t.Fatal(err)
		}
		sums[browser] = sha256.Sum256(data)
		checkPackage(t, browser)
	}
	return sums
}

// checkPackage holds what a store asks of a package: the manifest at its root, each file once, no test and no source map.
func checkPackage(t *testing.T, browser string) {
	t.Helper()
	archive, err := zip.OpenReader(archiveOf(browser))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	var names []string
	for _, file := range archive.File {
		names = append(names, file.Name)
		if matched, _ := filepath.Match("*.map", filepath.Base(file.Name)); matched || slices.Contains([]string{".ts", ".tsx", ".go"}, filepath.Ext(file.Name)) {
			t.Errorf("%s: %s does not belong into a package", browser, file.Name)
		}
	}
	slices.Sort(names)
	if len(slices.Compact(slices.Clone(names))) != len(names) || !slices.Contains(names, "manifest.json") {
		t.Errorf("%s: a file twice, or no manifest at the root: %q", browser, names)
	}
	checkManifest(t, browser, archive)
	checkNotices(t, archive)
}

func checkManifest(t *testing.T, browser string, archive *zip.ReadCloser) {
	t.Helper()
	file, err := archive.Open("manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	var manifest struct {
		Locale   string `json:"default_locale"`
		Specific struct {
			Gecko struct {
				Data struct {
					Required []string `json:"required"`
					Optional []string `json:"optional"`
				} `json:"data_collection_permissions"`
			} `json:"gecko"`
		} `json:"browser_specific_settings"`
	}
	if err := json.Unmarshal(data, &manifest); err != nil {
		t.Fatal(err)
	}
	if manifest.Locale != "fr" {
		t.Errorf("%s: default_locale %q", browser, manifest.Locale)
	}
	collected := manifest.Specific.Gecko.Data
	if browser == "firefox" && (!slices.Equal(collected.Required, []string{"none"}) || collected.Optional != nil) {
		t.Errorf("data_collection_permissions: %+v", collected)
	}
}

// bundled are the modules of others that are in the packages.
var bundled = []string{"preact", "@preact", "lexical", "@lexical"}

// copySources makes a checkout of what the build reads: everything but what was built, and of other people's modules those that
// are bundled. Copies, not links: esbuild would write where a link leads.
func copySources(t *testing.T, to, from string) {
	t.Helper()
	entries, err := os.ReadDir(from)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		source, target := filepath.Join(from, entry.Name()), filepath.Join(to, entry.Name())
		switch {
		case slices.Contains([]string{"dist", "node_modules", ".git"}, entry.Name()):
			continue
		case entry.IsDir():
			err = os.CopyFS(target, os.DirFS(source))
		default:
			err = copyFile(target, source)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range bundled {
		module := filepath.Join("node_modules", name)
		if err := os.CopyFS(filepath.Join(to, module), os.DirFS(filepath.Join(from, module))); err != nil {
			t.Fatal(err)
		}
	}
}
