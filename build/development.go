package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

// worthless is when the development root is said to be made: it never ends, since its keys protect nothing, and it is the
// same in every checkout, so that any of them can serve rules to the build of another.
var worthless = time.Date(2090, 1, 1, 0, 0, 0, 0, time.UTC)

// onlineKey is the development key that signs snapshots and timestamps; the others are the admins'.
const onlineKey = "dev-online"

// developmentBundle compiles the packs and signs them with the development keys. Packaged rules carry the version of the
// extension they came with.
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
	draft, _, err := publish.Draft(nil, bundle.Channels, version, packed, sourceDate())
	if err != nil {
		return nil, err
	}
	root, err := developmentRoot()
	if err != nil {
		return nil, err
	}
	targets, err := signedByAdmins(draft)
	if err != nil {
		return nil, err
	}
	shipped := bundle.Package{"root.json": root, "targets.json": targets}
	for name, data := range packed {
		shipped[name] = data
	}
	return shipped, nil
}

func developmentRoot() ([]byte, error) {
	trust := publish.Trust{Threshold: 2}
	for _, name := range devkeys.Names {
		public, err := publish.PublicOf(name, devkeys.Key(name))
		if err != nil {
			return nil, err
		}
		if name == onlineKey {
			trust.Online = public
		} else {
			trust.Admins = append(trust.Admins, public)
		}
	}
	draft, err := publish.NewRoot(trust, worthless)
	if err != nil {
		return nil, err
	}
	return signedByAdmins(draft)
}

// signedByAdmins adds the signatures of two of the three admins.
func signedByAdmins(draft []byte) ([]byte, error) {
	half, err := publish.ReadHalf(draft)
	if err != nil {
		return nil, err
	}
	for _, name := range devkeys.Names[:2] {
		if err := half.Sign(devkeys.Key(name)); err != nil {
			return nil, err
		}
	}
	return half.Bytes()
}

// buildRepository publishes a folder of packs in a folder that a static host can serve, signed with the development keys:
// what browser tests and the demo push. It follows what the folder holds, or else the packaged bundle.
//
//	go run ./build repository DIR VERSION [PACKS]
func buildRepository(args []string) error {
	if len(args) < 2 || len(args) > 3 {
		return errors.New("repository takes a folder, a version, and perhaps a folder of packs")
	}
	dir, version, packs := args[0], args[1], append(args[2:], filepath.Join("rules", "packs"))[0]
	workspace := func(path string) string { return filepath.Join(dir, filepath.FromSlash(path)) }
	state, err := repository.Load(func(path string) ([]byte, error) {
		data, err := os.ReadFile(workspace(path))
		if errors.Is(err, os.ErrNotExist) {
			return nil, nil
		}
		return data, err
	})
	if err != nil {
		return err
	}
	publication, err := nextPublication(state, version, packs)
	if err != nil {
		return err
	}
	has := func(path string) bool { _, err := os.Stat(workspace(path)); return err == nil }
	files, err := repository.Accept(state, publication, has, devkeys.Key(onlineKey), time.Now())
	if err != nil {
		return err
	}
	return publish.Place(dir, files)
}

func nextPublication(state repository.State, version, packs string) (p repository.Publication, err error) {
	previous := state.Targets
	if len(state.Roots) == 0 {
		shipped, err := developmentBundle()
		if err != nil {
			return p, err
		}
		p.Roots, previous = [][]byte{shipped["root.json"]}, shipped["targets.json"]
	}
	packed, err := compiled(packs, version)
	if err != nil {
		return p, fmt.Errorf("%s: %w", packs, err)
	}
	draft, files, err := publish.Draft(previous, bundle.Channels, version, packed, time.Now())
	if err != nil {
		return p, err
	}
	p.Files = files
	p.Targets, err = signedByAdmins(draft)
	return p, err
}

// compiled makes the files of a channel from a folder of packs. rules.json and texts.json beside them take the place of what
// was compiled, and are signed however broken they are: so tests see what a device refuses.
func compiled(folder, version string) (map[string][]byte, error) {
	packed, err := publish.Compile(os.DirFS(folder), version)
	if err != nil {
		return nil, err
	}
	for file, name := range map[string]string{bundle.Rules: "rules.json", bundle.Texts: "texts.json"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		var out bytes.Buffer
		zip := gzip.NewWriter(&out)
		zip.Write(data)
		zip.Close() // writing to memory does not fail
		packed[file] = out.Bytes()
	}
	return packed, nil
}
