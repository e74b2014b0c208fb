package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// entryPoints are the scripts of the extension; each becomes one file without imports.
// Content scripts cannot be modules, so everything is a plain function.
var entryPoints = []string{
	"extension/background/main.ts",
	"extension/background/updater-worker.ts",
	"extension/content/main.ts",
	"extension/engine/frame.ts",
	"extension/engine/linter-worker.ts",
	"extension/engine/reasons-worker.ts",
	"extension/engine/language-worker.ts",
	"extension/pages/options.tsx",
	"extension/pages/popup.tsx",
	"extension/practice/early.ts",
	"extension/practice/main.tsx",
	"extension/pages/welcome.tsx",
}

// targets are the oldest browsers the manifests admit.
var targets = []api.Engine{{Name: api.EngineChrome, Version: "123"}, {Name: api.EngineFirefox, Version: "142"}}

// buildScripts bundles the entry points into dir, under the paths they have below extension/.
func buildScripts(dir string) error {
	options, err := scriptOptions(dir)
	if err != nil {
		return err
	}
	options.EntryPoints = entryPoints
	return report(api.Build(options))
}

// scriptOptions are those of every script that is shipped.
func scriptOptions(dir string) (api.BuildOptions, error) {
	alias, err := aliases()
	return api.BuildOptions{
		Outdir:          dir,
		Outbase:         "extension",
		Bundle:          true,
		Write:           true,
		Format:          api.FormatIIFE,
		Engines:         targets,
		Charset:         api.CharsetUTF8,
		LegalComments:   api.LegalCommentsEndOfFile,
		MinifySyntax:    true,
		JSX:             api.JSXAutomatic,
		JSXImportSource: "preact",
		Alias:           alias,
		Define:          production,
		Loader:          map[string]api.Loader{".css": api.LoaderText},
	}, err
}

// production is what libraries ask for before they check themselves.
var production = map[string]string{"process.env.NODE_ENV": `"production"`}

// aliases name the files that live outside the repository. They are copied first: esbuild writes paths into its output, and
// where the toolchain lives must not be in a package.
func aliases() (map[string]string, error) {
	path, err := wasmExec()
	if err != nil {
		return nil, err
	}
	inside, err := filepath.Abs(filepath.Join("dist", "toolchain", "wasm_exec.js"))
	if err != nil {
		return nil, err
	}
	return map[string]string{"wasm-exec": inside}, copyFile(inside, path)
}

// report prints esbuild's messages and says whether the build failed.
func report(result api.BuildResult) error {
	messages := append(
		api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage}),
		api.FormatMessages(result.Warnings, api.FormatMessagesOptions{Kind: api.WarningMessage})...)
	for _, m := range messages {
		fmt.Fprint(os.Stderr, m)
	}
	if len(result.Errors) > 0 {
		return errors.New("scripts do not build; the places are above")
	}
	return nil
}

// copied are the files taken as they are, as patterns below extension/.
var copied = []string{"_locales/*/messages.json", "icons/*.png", "engine/*.html", "pages/*.html", "pages/*.css", "practice/*.html", "practice/*.css", "content/*.css", "store/*.json"}

// copyAssets copies pages, styles, icons and locales into dir.
func copyAssets(dir string) error {
	for _, pattern := range copied {
		names, err := filepath.Glob(filepath.Join("extension", pattern))
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := copyFile(filepath.Join(dir, name[len("extension/"):]), name); err != nil {
				return err
			}
		}
	}
	if err := writeNotices(dir); err != nil {
		return err
	}
	return copyFile(filepath.Join(dir, "LICENSE"), "LICENSE")
}

func copyFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}
