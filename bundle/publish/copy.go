package publish

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/bundle/web"
)

// Meet compares a static host's folder with what is about to be published there, before anything is signed or written. A
// folder that was brought further from elsewhere, by whom the admins signed for, is refused: ErrBehind. The answer is the state to sign from: above what the folder
// shows of the online key, which another workspace may have used meanwhile.
func (w Workspace) Meet(state repository.State, p repository.Publication, folder string) (repository.State, error) {
	if err := sameRoots(slices.Concat(state.Roots, p.Roots), folder); err != nil {
		return state, err
	}
	if err := w.sameTargets(state, p, folder); err != nil {
		return state, err
	}
	root, err := newestOf(state, p.Roots)
	if err != nil {
		return state, err
	}
	theirs, err := repository.Load(served(folder))
	if err != nil || root == nil {
		return state, nil // damaged, and about to be written again
	}
	return state.Ahead(theirs, root), nil
}

// served reads a folder that is served.
func served(folder string) repository.Read {
	return func(path string) ([]byte, error) { return readOrNil(filepath.Join(folder, filepath.FromSlash(path))) }
}

// sameRoots compares root by root. One that follows ours and is signed as it must be tells that others are ahead; any other
// is the host's own doing, and written over.
func sameRoots(ours [][]byte, folder string) error {
	for version := int64(1); ; version++ {
		path := repository.RootPath(version)
		theirs, err := served(folder)(path)
		if err != nil || theirs == nil {
			return err
		}
		if version <= int64(len(ours)) && bytes.Equal(ours[version-1], theirs) {
			continue
		}
		before := ours[:min(version-1, int64(len(ours)))]
		_, unsigned := repository.State{Roots: append(slices.Clone(before), theirs)}.Chain()
		switch {
		case version <= int64(len(ours)) && bytes.Equal(unix(ours[version-1]), unix(theirs)):
			return fmt.Errorf("%s has other line endings than %s here: git changed them in one of the two\n  hint: with \"* -text\" in .gitattributes, remove the files and check them out again", filepath.ToSlash(filepath.Join(folder, path)), path)
		case unsigned == nil && version == 1 && len(ours) > 0:
			return fmt.Errorf("%s serves another first root: name an empty folder", filepath.ToSlash(folder))
		case unsigned == nil:
			return behind(folder, metadata.ROOT, version, min(version, int64(len(ours))))
		case version > int64(len(ours)):
			return fmt.Errorf("%s serves %s, which no admins signed: remove it there", filepath.ToSlash(folder), path)
		}
	}
}

// unix is a text with the line endings that we write.
func unix(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }

// sameTargets compares the newest targets of a folder that admins signed, and that have the version they are called by.
func (w Workspace) sameTargets(state repository.State, p repository.Publication, folder string) error {
	chain, err := repository.State{Roots: slices.Concat(state.Roots, p.Roots)}.Chain()
	if err != nil {
		return err
	}
	for _, version := range versionsIn(filepath.Join(folder, "metadata"), metadata.TARGETS) {
		path := repository.TargetsPath(version)
		theirs, err := served(folder)(path)
		if err != nil {
			return err
		}
		file, _, err := chain.Targets(theirs)
		if err != nil || file.Signed.Version != version {
			continue
		}
		ours, err := w.Read(path)
		if next := p.Noted(state)[path]; next != nil {
			ours = next
		}
		if err == nil && !bytes.Equal(ours, theirs) {
			err = behind(folder, metadata.TARGETS, version, state.TargetsVersion())
		}
		return err
	}
	return nil
}

// ErrBehind says that a copy was brought further from elsewhere: nothing should be signed here before that is here too.
var ErrBehind = errors.New("published from another copy of this workspace")

func behind(folder, role string, theirs, ours int64) error {
	problem := fmt.Sprintf("serves %s %d, the newest here is %d", role, theirs, ours)
	if theirs <= ours {
		problem = fmt.Sprintf("serves another %s %d than the one here", role, theirs)
	}
	return fmt.Errorf("%s %s\n  hint: it was %w: get that one (git pull), then again; what is staged here has to be made again", filepath.ToSlash(folder), problem, ErrBehind)
}

// Copy brings a static host's folder up to what was published: the files that the newest timestamp leads to, and nothing
// else that lies in the workspace. Meet was asked before.
func Copy(w Workspace, folder string) error {
	state, err := repository.Load(w.Read)
	if err != nil {
		return w.broken(err)
	}
	targets, err := bundle.ReadTargets(state.Targets)
	if err != nil {
		return err
	}
	files, err := w.files(targets)
	if err != nil {
		return err
	}
	for path, data := range state.Files() {
		files[path] = data
	}
	for path, data := range files {
		if there, err := served(folder)(path); err == nil && bytes.Equal(there, data) {
			delete(files, path)
		}
	}
	return Place(folder, files)
}

// Try reads a folder as devices would that start from its first root, whatever their engine: all channels that it holds.
func Try(ctx context.Context, w Workspace, folder string, now time.Time) error {
	state, err := w.State()
	if err != nil {
		return err
	}
	targets, err := bundle.ReadTargets(state.Targets)
	if err != nil {
		return err
	}
	for _, channel := range held(targets) {
		device, err := bundle.Open(bundle.Config{Root: state.Roots[0], Channel: channel, Engine: math.MaxInt32,
			Store: bundle.Memory{}, Fetch: web.Folder(folder), Now: func() time.Time { return now }})
		if err != nil && !errors.Is(err, bundle.ErrNone) {
			return err
		}
		if _, err := device.Update(ctx); err != nil {
			return fmt.Errorf("%s cannot be used by devices: %s: %w", filepath.ToSlash(folder), channel, err)
		}
		if got := device.Current().Targets; got != targets.Signed.Version {
			return fmt.Errorf("%s: devices get targets %d, published are %d", filepath.ToSlash(folder), got, targets.Signed.Version)
		}
	}
	return nil
}
