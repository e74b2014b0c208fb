package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

var rootVerbs = map[string]func(args []string, out io.Writer) (int, error){"new": newRoot, "rotate": rotateRoot}

// several is a flag that may stand more than once.
type several []string

func (s *several) String() string         { return strings.Join(*s, ",") }
func (s *several) Set(value string) error { *s = append(*s, value); return nil }

// signedAt is the date that goes into what admins sign: SOURCE_DATE_EPOCH, so that a build can be repeated, or now.
func signedAt() (time.Time, error) {
	given := os.Getenv("SOURCE_DATE_EPOCH")
	if given == "" {
		return time.Now(), nil
	}
	s, err := strconv.ParseInt(given, 10, 64)
	if err != nil {
		return time.Time{}, usage{fmt.Sprintf("SOURCE_DATE_EPOCH is %q", given), "it takes seconds since 1970, as date +%s prints them; unset it for now"}
	}
	return time.Unix(s, 0).UTC(), nil
}

func newRoot(args []string, out io.Writer) (int, error) {
	set := newFlags("root new")
	dir := set.String("dir", ".", "")
	threshold := set.Int("threshold", 0, "")
	online := set.String("online", "", "")
	replace := set.Bool("replace", false, "")
	args, err := set.parse(args, 1, 64)
	if err != nil {
		return exitUsage, err
	}
	trust := publish.Trust{Threshold: *threshold}
	if err := fill(&trust, *online, args); err != nil {
		return exitUsage, err
	}
	w, state, unlock, err := entered(*dir)
	if err != nil {
		return exitUsage, err
	}
	defer unlock()
	if len(state.Roots) > 0 {
		return exitUsage, usage{"there is a root already", "bonton root rotate makes the next one"}
	}
	now, err := signedAt()
	if err != nil {
		return exitUsage, err
	}
	draft, err := publish.NewRoot(trust, now)
	if err != nil {
		return exitUsage, err
	}
	return stage(w, state, *replace, out, draft)
}

// fill reads the public keys.
func fill(trust *publish.Trust, online string, admins []string) (err error) {
	if trust.Threshold == 0 {
		return usage{"--threshold is missing", "how many of the admins must sign, such as --threshold 2"}
	}
	if online == "" {
		return usage{"--online is missing", "the public half of the key that signs snapshot and timestamp: bonton keys new online"}
	}
	trust.Online, err = readPublic(online)
	bad := []error{err}
	for _, name := range admins {
		admin, err := readPublic(name)
		bad = append(bad, err)
		trust.Admins = append(trust.Admins, admin)
	}
	return errors.Join(bad...)
}

// stage puts drafts up, all or none, and says what each asks for.
func stage(w publish.Workspace, state repository.State, replace bool, out io.Writer, drafts ...[]byte) (int, error) {
	names, err := w.Stage(replace, drafts...)
	if err != nil {
		return exitUsage, usage{err.Error(), "--replace writes over it; its signatures are lost"}
	}
	for i, name := range names {
		half, err := publish.ReadHalf(drafts[i])
		if err != nil {
			return exitUsage, err
		}
		fmt.Fprintln(out, filepath.ToSlash(name))
		for _, line := range half.Show(state) {
			fmt.Fprintln(out, "  "+line)
		}
	}
	return exitClean, nil
}

func rotateRoot(args []string, out io.Writer) (int, error) {
	set := newFlags("root rotate")
	dir := set.String("dir", ".", "")
	threshold := set.Int("threshold", 0, "")
	online := set.String("online", "", "")
	replace := set.Bool("replace", false, "")
	var add, remove several
	set.Var(&add, "add", "")
	set.Var(&remove, "remove", "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	w := publish.Workspace(*dir)
	unlock, err := lockOpened(w)
	if err != nil {
		return exitUsage, err
	}
	defer unlock()
	state, chain, err := opened(w)
	if err != nil {
		return exitUsage, err
	}
	trust, err := without(publish.TrustOf(chain.Last()), remove)
	if err != nil {
		return exitUsage, err
	}
	if *threshold > 0 {
		trust.Threshold = *threshold
	}
	if err := fill(&trust, *online, add); err != nil {
		return exitUsage, err
	}
	drafts, err := rotated(state, chain, trust)
	if err != nil {
		return exitUsage, err
	}
	return stage(w, state, *replace, out, drafts...)
}

// rotated are the next root and, where it would not take the targets as they are signed, the same targets again.
func rotated(state repository.State, chain *bundle.Chain, trust publish.Trust) ([][]byte, error) {
	now, err := signedAt()
	if err != nil {
		return nil, err
	}
	root, err := publish.Rotate(chain, trust, now)
	if err != nil || state.Targets == nil {
		return [][]byte{root}, err
	}
	next, err := publish.ReadHalf(root)
	if err != nil {
		return nil, err
	}
	targets, err := publish.ReadHalf(state.Targets)
	if err != nil || targets.EnoughFor(next) {
		return [][]byte{root}, err
	}
	again, err := publish.Again(state.Targets, now)
	return [][]byte{root, again}, err
}

// without takes admins away by name.
func without(trust publish.Trust, remove []string) (publish.Trust, error) {
	for _, name := range remove {
		before := len(trust.Admins)
		trust.Admins = slices.DeleteFunc(trust.Admins, func(p publish.Public) bool { return p.Name == name })
		if len(trust.Admins) == before {
			return trust, usage{fmt.Sprintf("no admin is called %s", name), "bonton bundle status names them"}
		}
	}
	return trust, nil
}

// opened is a workspace that has a root.
func opened(w publish.Workspace) (repository.State, *bundle.Chain, error) {
	state, err := w.State()
	if err != nil {
		return state, nil, err
	}
	if len(state.Roots) == 0 {
		return state, nil, noRoot(w)
	}
	chain, err := state.Chain()
	return state, chain, err
}

// entered is the workspace of a folder, alone in it until unlock, and what it holds, with or without a root.
func entered(dir string) (w publish.Workspace, state repository.State, unlock func(), err error) {
	w = publish.Workspace(dir)
	if unlock, err = w.Lock(); err != nil {
		return w, state, nil, err
	}
	if state, err = w.State(); err != nil {
		unlock()
		return w, state, nil, err
	}
	return w, state, unlock, nil
}

func noRoot(w publish.Workspace) error {
	return usage{fmt.Sprintf("%s has no published root", w), "bonton root new, bundle sign and bundle publish make one; --dir names the folder"}
}

// lockOpened locks a workspace that has a root, and makes no folder where there is none.
func lockOpened(w publish.Workspace) (unlock func(), err error) {
	if _, _, err := opened(w); err != nil {
		return nil, err
	}
	return w.Lock()
}
