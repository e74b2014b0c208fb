package publish

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// Workspace is the folder in which an admin prepares publications, made to be kept in git: staged/ holds what is being
// signed and the target files it names, repository/ what was published and can be served as it is. It holds no key.
type Workspace string

func (w Workspace) staged(name string) string { return filepath.Join(string(w), "staged", name) }

// Path is where a file of the repository lies.
func (w Workspace) Path(path string) string {
	return filepath.Join(string(w), "repository", filepath.FromSlash(path))
}

// Read is repository.Read over what was published.
func (w Workspace) Read(path string) ([]byte, error) { return readOrNil(w.Path(path)) }

// Has says whether a file is in the repository.
func (w Workspace) Has(path string) bool {
	_, err := os.Stat(w.Path(path))
	return err == nil
}

func readOrNil(name string) ([]byte, error) {
	data, err := ReadFile(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// maxFile bounds what is read of a file of others, in bytes: no file of a workspace is larger.
const maxFile = 8 << 20

// ReadFile reads a file that somebody else may have put there: a pipe or a device, which might never end, is refused.
func ReadFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no file", filepath.ToSlash(name))
	case info.Size() > maxFile:
		return nil, fmt.Errorf("%s: %w: %d bytes, at most %d", filepath.ToSlash(name), bundle.ErrTooLarge, info.Size(), maxFile)
	}
	return os.ReadFile(name)
}

// State is what was published last. Since a server signs its own timestamps, the one here may lead to older targets, or be
// missing: the newest targets count, and without a timestamp the newest snapshot. A file of the repository that cannot be
// read is an error that names it.
func (w Workspace) State() (repository.State, error) {
	state, err := repository.Load(w.Read)
	if err != nil {
		return state, w.broken(err)
	}
	if version := w.newest(metadata.SNAPSHOT); state.Timestamp == nil && version > 0 {
		if state.Snapshot, err = w.Read(repository.SnapshotPath(version)); err != nil {
			return state, err
		}
	}
	version := w.newest(metadata.TARGETS)
	if version == 0 {
		return state, nil
	}
	path := repository.TargetsPath(version)
	if state.Targets, err = w.Read(path); err != nil {
		return state, err
	}
	if _, err := bundle.ReadTargets(state.Targets); err != nil {
		return state, fmt.Errorf("%s: %w", filepath.ToSlash(w.Path(path)), err)
	}
	return state, nil
}

// broken says what to do about metadata that cannot be read. What the online key signed can be signed again.
func (w Workspace) broken(err error) error {
	hint := "take it from git, or from a copy of the repository"
	if !strings.Contains(err.Error(), "targets.json") {
		hint += "; or remove metadata/timestamp.json there, and bonton bundle refresh writes the next"
	}
	return fmt.Errorf("%s: %w\n  hint: %s", filepath.ToSlash(w.Path("")), err, hint)
}

// newest is the highest version of a role's files, whether or not a timestamp leads there; 0 when there is none.
func (w Workspace) newest(role string) int64 {
	for _, version := range versionsIn(w.Path("metadata"), role) {
		return version
	}
	return 0
}

// versionsIn are the versions of a role's files in a folder, the highest first.
func versionsIn(folder, role string) (versions []int64) {
	entries, _ := os.ReadDir(folder) // no folder, no file
	for _, entry := range entries {
		number, ok := strings.CutSuffix(entry.Name(), "."+role+".json")
		if n, err := strconv.ParseInt(number, 10, 64); ok && err == nil && n > 0 {
			versions = append(versions, n)
		}
	}
	slices.Sort(versions)
	slices.Reverse(versions)
	return versions
}

// Stage puts files up for signing, all or none, and answers their names. One that waits already is replaced only when told
// so, because it may hold signatures.
func (w Workspace) Stage(replace bool, drafts ...[]byte) (names []string, err error) {
	for _, data := range drafts {
		half, err := ReadHalf(data)
		if err != nil {
			return nil, err
		}
		name := w.staged(half.FileName())
		if _, err := os.Stat(name); err == nil && !replace {
			return nil, fmt.Errorf("%s is waiting for signatures already", filepath.ToSlash(name))
		}
		names = append(names, name)
	}
	if err := w.keepBytes(); err != nil {
		return nil, err
	}
	for i, name := range names {
		if err := WriteFile(name, drafts[i]); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// keepBytes tells git to leave line endings alone: with others no signature fits.
func (w Workspace) keepBytes() error {
	name := filepath.Join(string(w), ".gitattributes")
	if _, err := os.Stat(name); err == nil {
		return nil
	}
	return WriteFile(name, []byte("* -text\n"))
}

// Keep puts the target files of a draft beside it: nothing is public before enough have signed.
func (w Workspace) Keep(files map[string][]byte) error { return Place(w.staged(""), files) }

// Sweep removes the target files that no staged file names any more, and published ones too, which lie in the repository.
func (w Workspace) Sweep() error {
	wanted, err := w.wanted()
	if err != nil {
		return err
	}
	var all error
	for _, channel := range bundle.Channels {
		kept, err := Files(w.staged(filepath.Join("targets", channel)), "")
		all = errors.Join(all, err)
		for _, name := range kept {
			if !wanted[name] {
				all = errors.Join(all, os.Remove(name))
			}
		}
	}
	return all
}

// wanted are the target files that staged targets name, as they are called in staged/.
func (w Workspace) wanted() (map[string]bool, error) {
	wanted := map[string]bool{}
	names, err := w.Staged()
	for _, name := range names {
		data, err := ReadFile(name)
		if err != nil {
			return nil, err
		}
		half, err := ReadHalf(data)
		if err != nil || half.targets == nil {
			continue // whoever signs it will be told
		}
		for target, file := range half.targets.Signed.Targets {
			wanted[w.staged(filepath.FromSlash(repository.FilePath(target, file)))] = true
		}
	}
	return wanted, err
}

// Staged are the files that wait, by name.
func (w Workspace) Staged() ([]string, error) { return Files(w.staged(""), ".json") }

// files are the target files that metadata names, published or staged.
func (w Workspace) files(targets *metadata.Metadata[metadata.TargetsType]) (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, target := range targets.Signed.Targets {
		path := repository.FilePath(name, target)
		data, err := w.Read(path)
		if err == nil && data == nil {
			data, err = readOrNil(w.staged(filepath.FromSlash(path)))
		}
		if err != nil {
			return nil, err
		}
		if data != nil {
			files[path] = data
		}
	}
	return files, nil
}

// Place writes files of a repository below a folder, in the order in which a reader may meet them.
func Place(folder string, files map[string][]byte) error {
	paths := slices.SortedStableFunc(maps.Keys(files), repository.Order)
	for _, path := range paths {
		if err := WriteFile(filepath.Join(folder, filepath.FromSlash(path)), files[path]); err != nil {
			return err
		}
	}
	return nil
}
