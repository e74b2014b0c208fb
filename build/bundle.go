package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/web"
	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/reasons"
)

// about is dir/bundle/about.json: what the updater must know of the package beside what is signed.
type about struct {
	Engine    int    `json:"engine"`              // what this engine can do
	Channel   string `json:"channel"`             // the channel that is followed where no policy names another
	UpdateURL string `json:"updateUrl,omitempty"` // where newer rules are, where no policy says it
}

// buildBundle puts the packaged bundle into dir/bundle, as bundle.Package names its files, its rules, reasons and lessons
// unpacked into dir/engine, where the first start reads them without a program that verifies them: they are as trusted as
// the scripts beside them.
func buildBundle(dir string) error {
	shipped, err := packagedBundle()
	if err != nil {
		return err
	}
	if err := checkRelease(shipped, os.Getenv("RELEASE") != ""); err != nil {
		return err
	}
	current, err := verified(shipped)
	if err != nil {
		return err
	}
	if err := tried(current); err != nil {
		return fmt.Errorf("the engine of this checkout does not take the packaged bundle: %w\nhint: pack one that was compiled for it, or build the version that the bundle was made for", err)
	}
	note, err := json.Marshal(about{ruleset.Engine, current.Channel, os.Getenv("UPDATE_URL")})
	if err != nil {
		return err
	}
	files := map[string][]byte{"bundle/about.json": note, "engine/rules.json": current.Rules, "engine/texts.json": current.Texts,
		"engine/lessons.json": current.Lessons}
	for name, data := range shipped {
		files["bundle/"+name] = data
	}
	return writeFiles(dir, files)
}

// rebuildBundle puts the bundle that BUNDLE names into a folder that was built already.
func rebuildBundle(args []string) error {
	if len(args) != 1 {
		return errors.New("bundle takes the folder of a build, such as dist/chrome")
	}
	return buildBundle(args[0])
}

// packagedBundle is taken from the published repository that BUNDLE names, or else made of the rules of this checkout and
// signed with the development keys.
func packagedBundle() (bundle.Package, error) {
	if from := os.Getenv("BUNDLE"); from != "" {
		return publish.Package(web.Folder(from), bundle.Channels[0])
	}
	return developmentBundle()
}

// checkRelease refuses to release what anyone could have signed.
func checkRelease(files bundle.Package, release bool) error {
	chain, err := files.Chain()
	if err != nil {
		return err
	}
	if release && chain.Development() {
		return errors.New("the packaged bundle has a development signature\nhint: BUNDLE=…/repository names one that was signed by your admins")
	}
	return nil
}

// verified reads the package as a device without any state does.
func verified(shipped bundle.Package) (*bundle.Bundle, error) {
	client, err := bundle.Open(bundle.Config{Root: shipped["root.json"], Packaged: shipped, Channel: bundle.Channels[0], Engine: ruleset.Engine, Store: bundle.Memory{}, Now: time.Now})
	if err != nil {
		return nil, fmt.Errorf("the bundle would be refused: %w", err)
	}
	return client.Current(), nil
}

// tried says why the engine would not take a bundle: what ships beside it a device does not try again (extension/background/trial.ts).
func tried(current *bundle.Bundle) error {
	return errors.Join(triedRules(current), triedTexts(current))
}

func triedRules(current *bundle.Bundle) error {
	set, err := ruleset.Decode(current.Rules)
	if err != nil {
		return err
	}
	if set.Version != current.Version {
		return fmt.Errorf("its rules are version %s, it is %s", set.Version, current.Version)
	}
	_, err = lint.New(set)
	return err
}

func triedTexts(current *bundle.Bundle) error {
	texts, err := reasons.Decode(current.Texts)
	if err != nil {
		return err
	}
	if texts.Version != current.Version {
		return fmt.Errorf("its texts are version %s, it is %s", texts.Version, current.Version)
	}
	return texts.Unsafe()
}

func writeFiles(dir string, files map[string][]byte) error {
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
