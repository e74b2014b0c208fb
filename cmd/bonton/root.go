package main

import (
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
func signedAt() time.Time {
	if s, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(s, 0).UTC()
	}
	return time.Now()
}

func newRoot(args []string, out io.Writer) (int, error) {
	set := newFlags("root new")
	dir := set.String("dir", ".", "")
	threshold := set.Int("threshold", 0, "")
	online := set.String("online", "", "")
	args, err := set.parse(args, 1, 64)
	if err != nil {
		return exitUsage, err
	}
	trust := publish.Trust{Threshold: *threshold}
	if err := fill(&trust, *online, args); err != nil {
		return exitUsage, err
	}
	state, err := publish.Workspace(*dir).State()
	if err != nil {
		return exitUsage, err
	}
	if len(state.Roots) > 0 {
		return exitUsage, usage{"there is a root already", "bonton root rotate makes the next one"}
	}
	draft, err := publish.NewRoot(trust, signedAt())
	if err != nil {
		return exitUsage, err
	}
	return stage(publish.Workspace(*dir), draft, false, out)
}

// fill reads the public keys.
func fill(trust *publish.Trust, online string, admins []string) (err error) {
	if online == "" {
		return usage{"--online is missing", "the public half of the key that signs snapshot and timestamp: bonton keys new online"}
	}
	if trust.Online, err = readPublic(online); err != nil {
		return err
	}
	for _, name := range admins {
		admin, err := readPublic(name)
		if err != nil {
			return err
		}
		trust.Admins = append(trust.Admins, admin)
	}
	return nil
}

// stage puts a draft up and says what it asks for.
func stage(w publish.Workspace, draft []byte, replace bool, out io.Writer) (int, error) {
	name, err := w.Stage(draft, replace)
	if err != nil {
		return exitUsage, usage{err.Error(), "bundle build --replace writes over it, or remove the file"}
	}
	fmt.Fprintln(out, filepath.ToSlash(name))
	half, err := publish.ReadHalf(draft)
	if err != nil {
		return exitUsage, err
	}
	for _, line := range half.Summary() {
		fmt.Fprintln(out, "  "+line)
	}
	return exitClean, nil
}

func rotateRoot(args []string, out io.Writer) (int, error) {
	set := newFlags("root rotate")
	dir := set.String("dir", ".", "")
	threshold := set.Int("threshold", 0, "")
	online := set.String("online", "", "")
	var add, remove several
	set.Var(&add, "add", "")
	set.Var(&remove, "remove", "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	w := publish.Workspace(*dir)
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
	draft, err := publish.Rotate(chain, trust, signedAt())
	if err != nil {
		return exitUsage, err
	}
	if code, err := stage(w, draft, false, out); err != nil {
		return code, err
	}
	return restage(w, state, draft, out)
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

// restage stages the same targets again when the new root would not take them as they are signed.
func restage(w publish.Workspace, state repository.State, root []byte, out io.Writer) (int, error) {
	if state.Targets == nil {
		return exitClean, nil
	}
	next, err := publish.ReadHalf(root)
	if err != nil {
		return exitUsage, err
	}
	targets, err := publish.ReadHalf(state.Targets)
	if err != nil || targets.EnoughFor(next) {
		return exitClean, err
	}
	again, err := publish.Again(state.Targets, signedAt())
	if err != nil {
		return exitUsage, err
	}
	return stage(w, again, false, out)
}

// opened is a workspace that has a root.
func opened(w publish.Workspace) (repository.State, *bundle.Chain, error) {
	state, err := w.State()
	if err != nil {
		return state, nil, err
	}
	if len(state.Roots) == 0 {
		return state, nil, usage{fmt.Sprintf("%s has no published root", w), "bonton root new, bundle sign and bundle publish make one; --dir names the folder"}
	}
	chain, err := state.Chain()
	return state, chain, err
}
