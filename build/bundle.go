package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/web"
)

// buildBundle puts the packaged bundle into dir/bundle, as bundle.Package names its files: from the published repository
// that BUNDLE names, or else the rules of this checkout, signed with the development keys.
func buildBundle(dir string) error {
	pack := developmentBundle
	if from := os.Getenv("BUNDLE"); from != "" {
		pack = func() (bundle.Package, error) { return publish.Package(web.Folder(from), bundle.Channels[0]) }
	}
	files, err := pack()
	if err != nil {
		return err
	}
	if err := checkRelease(files, os.Getenv("RELEASE") != ""); err != nil {
		return err
	}
	folder := filepath.Join(dir, "bundle")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
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

// developmentBundle is signed with keys that everyone has, and dated so that equal sources give equal bytes.
func developmentBundle() (bundle.Package, error) {
	manifest, err := readObject("manifest.json")
	if err != nil {
		return nil, err
	}
	version, _ := manifest["version"].(string)
	packed, err := publish.Compile(os.DirFS(filepath.Join("rules", "packs")), version)
	if err != nil {
		return nil, err
	}
	trust := publish.Trust{Threshold: 2}
	for _, name := range devkeys.Names[:3] {
		public, err := publish.PublicOf(name, devkeys.Key(name))
		if err != nil {
			return nil, err
		}
		trust.Admins = append(trust.Admins, public)
	}
	if trust.Online, err = publish.PublicOf(devkeys.Names[3], devkeys.Key(devkeys.Names[3])); err != nil {
		return nil, err
	}
	return developmentSigned(trust, version, packed)
}

func developmentSigned(trust publish.Trust, version string, packed map[string][]byte) (bundle.Package, error) {
	root, err := publish.NewRoot(trust, sourceDate())
	if err != nil {
		return nil, err
	}
	targets, _, err := publish.Draft(nil, bundle.Channels, version, packed, sourceDate())
	if err != nil {
		return nil, err
	}
	files := bundle.Package(packed)
	for name, draft := range map[string][]byte{"root.json": root, "targets.json": targets} {
		half, err := publish.ReadHalf(draft)
		if err != nil {
			return nil, err
		}
		for _, admin := range trust.Admins[:trust.Threshold] {
			if err := half.Sign(devkeys.Key(admin.Name)); err != nil {
				return nil, err
			}
		}
		if files[name], err = half.Bytes(); err != nil {
			return nil, err
		}
	}
	return files, nil
}
