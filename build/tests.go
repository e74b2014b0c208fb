package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// buildTests bundles the TypeScript tests for Node (packages stay in node_modules) and the pages they open, and
// removes what earlier sources left. Files are written over, so that a test run going on beside it is not disturbed.
//
//	extension/**/*.test.ts[x]           dist/test/unit/**.mjs
//	e2e/**/*.{test,suite,bench,soak,run}.ts   dist/test/e2e/**.mjs
//	e2e/**/*.page.ts[x]                 dist/test/pages/**.js
func buildTests() error {
	jobs := []struct {
		out   string
		build func(out string) ([]api.OutputFile, error)
	}{
		{"dist/test/unit", unitTests},
		{"dist/test/e2e", browserTests},
		{"dist/test/pages", testPages},
	}
	for _, job := range jobs {
		made, err := job.build(job.out)
		if err != nil {
			return err
		}
		if err := removeStale(job.out, made); err != nil {
			return err
		}
	}
	return nil
}

func unitTests(out string) ([]api.OutputFile, error) {
	return bundleForNode("extension", out, ".test.ts", ".test.tsx")
}

func browserTests(out string) ([]api.OutputFile, error) {
	return bundleForNode("e2e", out, ".test.ts", ".suite.ts", ".bench.ts", ".soak.ts", ".run.ts")
}

func bundleForNode(base, out string, endings ...string) ([]api.OutputFile, error) {
	return bundleAll(base, endings, api.BuildOptions{
		Outdir: out, Platform: api.PlatformNode, Format: api.FormatESModule, Packages: api.PackagesExternal,
		Splitting: true, ChunkNames: "shared/[name]-[hash]", // test files in one process share what they import, so their browsers
		OutExtension: map[string]string{".js": ".mjs"}, Sourcemap: api.SourceMapInline, Engines: []api.Engine{{Name: api.EngineNode, Version: "20"}},
	})
}

func testPages(out string) ([]api.OutputFile, error) {
	return bundleAll("e2e", []string{".page.ts", ".page.tsx"}, api.BuildOptions{
		Outdir: out, Platform: api.PlatformBrowser, Format: api.FormatIIFE, Engines: targets,
		Define: production, MinifyWhitespace: true, MinifySyntax: true, // a debugger carries them into the page at each load
	})
}

// bundleAll builds every file below base with one of the endings, adding what all builds share.
func bundleAll(base string, endings []string, options api.BuildOptions) ([]api.OutputFile, error) {
	entries, err := find(base, endings)
	if err != nil || len(entries) == 0 {
		return nil, err
	}
	options.EntryPoints, options.Outbase = entries, base
	options.Bundle, options.Write = true, true
	options.JSX, options.JSXImportSource = api.JSXAutomatic, "preact"
	options.Charset = api.CharsetUTF8
	options.Loader = map[string]api.Loader{".css": api.LoaderText}
	options.Alias, err = aliases()
	if err != nil {
		return nil, err
	}
	result := api.Build(options)
	return result.OutputFiles, report(result)
}

// removeStale deletes the files below out that are not among those just made.
func removeStale(out string, made []api.OutputFile) error {
	keep := map[string]bool{}
	for _, file := range made {
		keep[file.Path] = true
	}
	root, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	old, err := find(root, []string{""})
	if os.IsNotExist(err) {
		return nil
	}
	for _, path := range old {
		if !keep[path] {
			err = errors.Join(err, os.Remove(path))
		}
	}
	return err
}

// find lists the files below base that have one of the endings.
func find(base string, endings []string) (found []string, err error) {
	err = filepath.WalkDir(base, func(path string, d fs.DirEntry, err error) error {
		for _, ending := range endings {
			if err == nil && !d.IsDir() && strings.HasSuffix(path, ending) {
				found = append(found, path)
			}
		}
		return err
	})
	return found, err
}
