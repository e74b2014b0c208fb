package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// buildTests bundles the TypeScript tests for Node (packages stay in node_modules) and the pages they open.
//
//	extension/**/*.test.ts[x]   dist/test/unit/**.mjs
//	e2e/**/*.{test,bench,soak,run}.ts   dist/test/e2e/**.mjs
//	e2e/**/*.page.ts[x]         dist/test/pages/**.js
func buildTests() error {
	if err := os.RemoveAll(filepath.Join("dist", "test")); err != nil {
		return err
	}
	if err := bundleForNode("extension", "dist/test/unit", ".test.ts", ".test.tsx"); err != nil {
		return err
	}
	if err := bundleForNode("e2e", "dist/test/e2e", ".test.ts", ".bench.ts", ".soak.ts", ".run.ts"); err != nil {
		return err
	}
	return bundlePages("e2e", "dist/test/pages")
}

func bundleForNode(base, out string, endings ...string) error {
	return bundle(base, endings, api.BuildOptions{
		Outdir: out, Platform: api.PlatformNode, Format: api.FormatESModule, Packages: api.PackagesExternal,
		OutExtension: map[string]string{".js": ".mjs"}, Engines: []api.Engine{{Name: api.EngineNode, Version: "20"}},
	})
}

func bundlePages(base, out string) error {
	return bundle(base, []string{".page.ts", ".page.tsx"}, api.BuildOptions{
		Outdir: out, Platform: api.PlatformBrowser, Format: api.FormatIIFE, Engines: targets,
		Define: map[string]string{"process.env.NODE_ENV": `"production"`},
	})
}

// bundle builds every file below base with one of the endings, adding what all builds share.
func bundle(base string, endings []string, options api.BuildOptions) error {
	entries, err := find(base, endings)
	if err != nil || len(entries) == 0 {
		return err
	}
	options.EntryPoints, options.Outbase = entries, base
	options.Bundle, options.Write = true, true
	options.JSX, options.JSXImportSource = api.JSXAutomatic, "preact"
	options.Charset, options.Sourcemap = api.CharsetUTF8, api.SourceMapInline
	options.Loader = map[string]api.Loader{".css": api.LoaderText}
	options.Alias, err = aliases()
	if err != nil {
		return err
	}
	return report(api.Build(options))
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
