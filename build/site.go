package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// siteParts are what the practice room takes from the extension, as patterns below its folder.
var siteParts = []string{"engine/*", "bundle/*", "icons/48.png", "content/*.css", "practice/*.html", "practice/*.css", "LICENSE", noticesFile}

// siteScripts are the scripts that only the site has.
var siteScripts = []string{"extension/practice/early.ts", "extension/practice/site.tsx", "extension/practice/verify-worker.ts"}

// buildSite makes dir, the practice room as a site for any host, from the common parts of the extension. The root that its
// rules are verified by is built into its script.
func buildSite(dir, common string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	for _, pattern := range siteParts {
		names, err := filepath.Glob(filepath.Join(common, filepath.FromSlash(pattern)))
		if err != nil {
			return err
		}
		for _, name := range names {
			if err := copyFile(filepath.Join(dir, name[len(common)+1:]), name); err != nil {
				return err
			}
		}
	}
	root, err := os.ReadFile(filepath.Join(common, "bundle", "root.json"))
	if err != nil {
		return err
	}
	if err := bundleSite(dir, siteScripts, map[string]string{"SITE_ROOT": quoted(string(root))}); err != nil {
		return err
	}
	practice := filepath.Join(dir, "practice")
	if err := os.Rename(filepath.Join(practice, "site.js"), filepath.Join(practice, "main.js")); err != nil {
		return err
	}
	start := map[string][]byte{"index.html": []byte("<!doctype html>\n<meta charset=\"utf-8\">\n<title>Bonton</title>\n<meta http-equiv=\"refresh\" content=\"0; url=practice/\">\n")}
	if err := writeFiles(dir, start); err != nil {
		return err
	}
	return buildOffline(dir)
}

// buildOffline makes the site's service worker, which knows the site's files and their hash.
func buildOffline(dir string) error {
	files, version, err := contents(dir)
	if err != nil {
		return err
	}
	err = bundleSite(dir, []string{"extension/practice/offline.ts"}, map[string]string{"SITE_FILES": quoted(files), "SITE_VERSION": quoted(version)})
	if err != nil {
		return err
	}
	return os.Rename(filepath.Join(dir, "practice", "offline.js"), filepath.Join(dir, "offline.js"))
}

// contents lists the files below dir with slashes, and the hash of all of them.
func contents(dir string) (files []string, version string, err error) {
	sum := sha256.New()
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		files = append(files, name)
		sum.Write([]byte(name + "\x00"))
		sum.Write(data)
		return err
	})
	return files, hex.EncodeToString(sum.Sum(nil))[:16], err
}

func bundleSite(dir string, entries []string, values map[string]string) error {
	options, err := scriptOptions(dir)
	if err != nil {
		return err
	}
	// The host that serves it may not compress, and half of what a slow computer does first is to read this.
	options.MinifyWhitespace, options.MinifyIdentifiers = true, true
	options.EntryPoints = entries
	options.Define = maps.Clone(options.Define)
	maps.Copy(options.Define, values)
	return report(api.Build(options))
}

// quoted is a value as JavaScript.
func quoted(v any) string {
	data, _ := json.Marshal(v) // texts and lists of texts always work
	return string(data)
}
