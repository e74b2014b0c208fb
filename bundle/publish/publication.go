package publish

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// What of a workspace goes out, and by which root it is judged.

// Publication gathers what is staged and signed by enough. It answers the files it took too, to be unstaged afterwards. A
// root that waits for signatures holds up no targets that it would take as they are signed; it stays.
func (w Workspace) Publication(state repository.State) (p repository.Publication, taken []string, err error) {
	names, err := w.Staged()
	if err != nil {
		return p, nil, err
	}
	if len(names) == 0 {
		return p, nil, errors.New("nothing is staged: build a bundle, or make a root, first")
	}
	var waits error
	for _, role := range []string{metadata.ROOT, metadata.TARGETS} { // roots first, they say who signs targets
		for _, name := range names {
			if !strings.HasSuffix(name, "."+role+".json") {
				continue
			}
			err := w.take(&p, state, name)
			switch {
			case err == nil:
				taken = append(taken, name)
			case role == metadata.ROOT && waits == nil && errors.Is(err, bundle.ErrSignatures):
				waits = inFile(name, err)
			default:
				return p, nil, errors.Join(waits, inFile(name, err))
			}
		}
	}
	if waits != nil && p.Targets == nil {
		return p, nil, waits
	}
	return p, taken, nil
}

func inFile(name string, err error) error { return fmt.Errorf("%s: %w", filepath.ToSlash(name), err) }

func (w Workspace) take(p *repository.Publication, state repository.State, name string) error {
	data, err := ReadFile(name)
	if err != nil {
		return err
	}
	half, err := ReadHalf(data)
	if err != nil {
		return err
	}
	if half.root != nil && slices.ContainsFunc(state.Roots, func(root []byte) bool { return bytes.Equal(root, data) }) {
		return nil // a publication that broke off had written it
	}
	last, err := newestOf(state, p.Roots)
	if err != nil {
		return err
	}
	if !half.Ready(last) {
		return fmt.Errorf("%w: %s", bundle.ErrSignatures, half.Said(last))
	}
	if half.root != nil {
		p.Roots = append(p.Roots, data)
		return nil
	}
	if waiting, err := Judge(state, half, filepath.Dir(name)); len(p.Roots) == 0 && (err != nil || !half.Ready(waiting)) {
		return cmp.Or(err, fmt.Errorf("%w: the root that waits beside them says %s", bundle.ErrSignatures, half.Said(waiting)))
	}
	p.Targets = data
	p.Files, err = w.files(half.targets)
	return err
}

// Everything gathers what was published, for a server that holds nothing yet; what is staged stays so. While nothing was
// published it is what is staged, as Publication gathers it.
func (w Workspace) Everything(state repository.State) (p repository.Publication, taken []string, err error) {
	if state.Targets == nil {
		return w.Publication(state)
	}
	targets, err := bundle.ReadTargets(state.Targets)
	if err != nil {
		return p, nil, err
	}
	files, err := w.files(targets)
	return repository.Publication{Roots: state.Roots, Targets: state.Targets, Files: files}, nil, err
}

// newestOf is the last root, counting those that are about to be published; nil before the first.
func newestOf(state repository.State, roots [][]byte) (Root, error) {
	state.Roots = slices.Concat(state.Roots, roots)
	if len(state.Roots) == 0 {
		return nil, nil
	}
	chain, err := state.Chain()
	if err != nil {
		return nil, err
	}
	return chain.Last(), nil
}

// Judge is the root by which a file that is being signed is measured: the newest one, and for targets a root that waits in
// the same folder, even half signed, since both will be published together.
func Judge(state repository.State, half Half, folder string) (Root, error) {
	last, err := newestOf(state, nil)
	if err != nil || half.root != nil {
		return last, err
	}
	data, err := readOrNil(filepath.Join(folder, fmt.Sprintf("%d.root.json", len(state.Roots)+1)))
	if err != nil || data == nil {
		return last, err
	}
	waiting, err := ReadHalf(data)
	if err != nil || waiting.root == nil {
		return last, err
	}
	return waiting.root, nil
}
