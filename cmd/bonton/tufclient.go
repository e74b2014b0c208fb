package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/web"
)

// tufFlags are the names that the conformance suite gives its arguments.
type tufFlags struct{ metadataDir, metadataURL, targetName, targetURL, targetDir string }

func tufClient(args []string, _ io.Writer) (int, error) {
	set := newFlags("tuf-client")
	var f tufFlags
	for name, into := range map[string]*string{"metadata-dir": &f.metadataDir, "metadata-url": &f.metadataURL,
		"target-name": &f.targetName, "target-base-url": &f.targetURL, "target-dir": &f.targetDir} {
		set.StringVar(into, name, "", "")
	}
	args, err := set.parse(args, 1, 2)
	if err != nil {
		return exitUsage, err
	}
	switch {
	case args[0] == "init" && len(args) == 2:
		err = f.begin(args[1])
	case args[0] == "refresh" && len(args) == 1:
		err = f.walk("")
	case args[0] == "download" && len(args) == 1:
		err = f.walk(f.targetName)
	default:
		return exitUsage, usage{"init ROOT, refresh or download?", "bonton tuf-client --help shows them"}
	}
	if err != nil {
		return exitFound, err
	}
	return exitClean, nil
}

func (f tufFlags) begin(root string) error {
	data, err := os.ReadFile(root)
	if err != nil {
		return err
	}
	if _, err := bundle.NewChain(data); err != nil {
		return err
	}
	return tufStore(f.metadataDir).Write(map[string][]byte{"root.json": data})
}

// walk refreshes the metadata, and downloads a target when there is a name. The newest verified root is where the next walk
// starts, as TUF has it, since the suite's folder holds no older ones; TUF's floor applies, ours above it does not.
func (f tufFlags) walk(target string) error {
	store := tufStore(f.metadataDir)
	root, err := store.Read("root.json")
	if err != nil {
		return err
	}
	chain, err := bundle.NewChain(root)
	if err != nil {
		return err
	}
	targetURL := f.targetURL
	if targetURL == "" {
		targetURL = f.metadataURL
	}
	site, err := web.Split(f.metadataURL, targetURL)
	if err != nil {
		return err
	}
	walk := &bundle.Walk{Chain: chain, Fetch: site, Store: store, Now: time.Now()}
	ctx, stop := interruptible()
	defer stop()
	targets, _, err := walk.Targets(ctx)
	if err != nil || target == "" {
		return err
	}
	want := targets.Signed.Targets[target]
	if want == nil {
		return fmt.Errorf("%s: %w", target, bundle.ErrIncomplete)
	}
	held, err := os.ReadFile(filepath.Join(f.targetDir, tufName(target)))
	if err == nil && want.VerifyLengthHashes(held) == nil {
		return nil
	}
	data, err := bundle.DownloadTarget(ctx, site, target, want, chain.Last().Signed.ConsistentSnapshot)
	if err != nil {
		return err
	}
	return publish.Place(f.targetDir, map[string][]byte{tufName(target): data})
}

// tufName is a target's name as that of one file, which leads nowhere else.
func tufName(target string) string {
	name := url.PathEscape(target)
	if strings.Trim(name, ".") == "" {
		name = strings.ReplaceAll(name, ".", "%2E")
	}
	return name
}

// tufStore is a folder whose files are named as the suite wants them: a root without its version.
type tufStore string

func (s tufStore) path(name string) string {
	if strings.HasSuffix(name, ".root.json") {
		name = "root.json"
	}
	return filepath.Join(string(s), name)
}

// Read is bundle.Store's.
func (s tufStore) Read(name string) ([]byte, error) {
	data, err := os.ReadFile(s.path(name))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// Write is bundle.Store's.
func (s tufStore) Write(files map[string][]byte) error {
	named := map[string][]byte{}
	for name, data := range files {
		named[filepath.Base(s.path(name))] = data
	}
	return publish.Place(string(s), named)
}
