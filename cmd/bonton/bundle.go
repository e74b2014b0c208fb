package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/bundle/web"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
)

var bundleVerbs = map[string]func(args []string, out io.Writer) (int, error){
	"build": buildBundle, "show": showBundle, "sign": signBundle, "verify": verifyBundle, "publish": publishBundle,
	"refresh": refreshBundle, "rollback": rollbackBundle, "status": bundleStatus,
}

func buildBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle build")
	dir := set.String("dir", ".", "")
	version := set.String("version", "", "")
	replace := set.Bool("replace", false, "")
	var channels several
	set.Var(&channels, "channel", "")
	args, err := set.parse(args, 1, 1)
	if err != nil {
		return exitUsage, err
	}
	if len(channels) == 0 {
		channels = bundle.Channels
	}
	if err := publish.CheckChannels(channels); err != nil {
		return exitUsage, err
	}
	now, err := signedAt()
	if err != nil {
		return exitUsage, err
	}
	book, err := readBook(args[0])
	if err != nil {
		return codeOf(err), err
	}
	*version = cmp.Or(*version, now.UTC().Format("2006.1.2"))
	packed, err := publish.CompileBook(book, *version)
	if err != nil {
		return exitFound, mistakes{args[0], err}
	}
	if err := warnLeftOut(book, args[0], out); err != nil {
		return exitUsage, err
	}
	w, state, unlock, err := entered(*dir)
	if err != nil {
		return exitUsage, err
	}
	defer unlock()
	draft, files, err := publish.Draft(state.Targets, channels, *version, packed, now)
	if err != nil {
		return exitUsage, err
	}
	if err := w.Keep(files); err != nil {
		return exitUsage, err
	}
	code, err := stage(w, state, *replace, out, draft)
	if swept := w.Sweep(); err == nil && swept != nil {
		return exitUsage, swept
	}
	return code, err
}

// warnLeftOut says which shipped rules the computers will lose, because a folder without bonton.yaml replaces them all.
func warnLeftOut(book *rules.Book, dir string, out io.Writer) error {
	missing, err := book.LeftOut()
	if err != nil || len(missing) == 0 {
		return err
	}
	why := "bonton.yaml does not use them, or switches them off"
	if book.Folder == nil {
		why = fmt.Sprintf("%s is missing; with the line \"format: 1\" in it they stay", inDir(dir, rules.FolderFile))
	}
	_, err = fmt.Fprintf(out, "warning: without %s that bonton ships: %s\n", count(len(missing), "rule"), why)
	return err
}

func rollbackBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle rollback")
	dir := set.String("dir", ".", "")
	var channels several
	set.Var(&channels, "channel", "")
	to := set.Int64("to", 0, "")
	replace := set.Bool("replace", false, "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	if err := publish.CheckChannels(channels); err != nil {
		return exitUsage, err
	}
	w := publish.Workspace(*dir)
	unlock, err := lockOpened(w)
	if err != nil {
		return exitUsage, err
	}
	defer unlock()
	state, _, err := opened(w)
	if err != nil {
		return exitUsage, err
	}
	old, err := w.Read(repository.TargetsPath(*to))
	if err != nil || old == nil {
		return exitUsage, usage{fmt.Sprintf("there is no version %d of the targets in %s", *to, w.Path("metadata")), "--to takes the number of targets that bundle publish said"}
	}
	now, err := signedAt()
	if err != nil {
		return exitUsage, err
	}
	draft, err := publish.Rollback(state.Targets, old, channels, now)
	if err != nil {
		return exitUsage, err
	}
	return stage(w, state, *replace, out, draft)
}

func bundleStatus(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle status")
	dir := set.String("dir", ".", "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	w := publish.Workspace(*dir)
	state, err := w.State()
	if err != nil {
		return exitUsage, err
	}
	due := false
	if len(state.Roots) > 0 {
		if due, err = printStatus(w, state, out); err != nil {
			return exitUsage, err
		}
	}
	names, err := w.Staged()
	if err == nil && len(state.Roots) == 0 && len(names) == 0 {
		err = noRoot(w)
	}
	if err != nil {
		return exitUsage, err
	}
	for _, name := range names {
		ended, err := waiting(name, state, out)
		if err != nil {
			return exitUsage, err
		}
		due = due || ended
	}
	if due {
		return exitFound, nil
	}
	return exitClean, nil
}

// printStatus says of what was published what ends when. What the online key signed here is nobody's matter any more once a
// server signs.
func printStatus(w publish.Workspace, state repository.State, out io.Writer) (due bool, err error) {
	server, err := w.Server()
	if err != nil {
		return false, err
	}
	if server != "" {
		state.Snapshot, state.Timestamp = nil, nil
	}
	lines, due, err := publish.Status(state, time.Now())
	if server != "" {
		lines = append(lines, fmt.Sprintf("snapshot and timestamp are signed by the server %q", server))
	}
	fmt.Fprintln(out, strings.Join(lines, "\n"))
	return due, err
}

// waiting says what a staged file still needs, and answers whether it has ended while it waited.
func waiting(name string, state repository.State, out io.Writer) (ended bool, err error) {
	half, err := readHalf(name)
	if err != nil {
		return false, err
	}
	last, err := publish.Judge(state, half, filepath.Dir(name))
	if err != nil {
		return false, err
	}
	needs := half.Said(last)
	if ended = half.Ends().Before(time.Now()); ended {
		needs = fmt.Sprintf("ended %s DUE; make it again, with --replace", half.Ends().Format(time.RFC3339))
	}
	fmt.Fprintf(out, "staged    %s: %s\n", filepath.Base(name), needs)
	return ended, nil
}

// readAs reads a file and what is in it; the error names the file.
func readAs[T any](name string, read func([]byte) (T, error)) (T, error) {
	data, err := publish.ReadFile(name)
	if err != nil {
		var none T
		return none, err
	}
	out, err := read(data)
	if err != nil {
		return out, fmt.Errorf("%s: %w", name, err)
	}
	return out, nil
}

func readHalf(name string) (publish.Half, error) { return readAs(name, publish.ReadHalf) }

// repositoryAt reads a repository in a folder or at an address. The second answer says, once it was read, what of it a
// browser could not have read.
func repositoryAt(place string) (bundle.Fetcher, func() error, error) {
	if !strings.Contains(place, "://") {
		return web.Folder(place), func() error { return nil }, nil
	}
	site, err := web.New(place)
	if err != nil {
		return nil, nil, err
	}
	site = site.AsBrowser()
	return site, site.Closed, nil
}

func verifyBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle verify")
	rootFile := set.String("root", "", "")
	channel := set.String("channel", bundle.Channels[0], "")
	args, err := set.parse(args, 1, 1)
	if err != nil {
		return exitUsage, err
	}
	root, err := os.ReadFile(*rootFile)
	if err != nil {
		return exitUsage, usage{"--root must name a root.json that you trust: " + err.Error(), "the first one is repository/metadata/1.root.json"}
	}
	from, closed, err := repositoryAt(args[0])
	if err != nil {
		return exitUsage, err
	}
	client, err := bundle.Open(bundle.Config{Root: root, Channel: *channel, Engine: ruleset.Engine, Store: bundle.Memory{}, Fetch: from, Now: time.Now})
	if err != nil && !errors.Is(err, bundle.ErrNone) {
		return exitFound, err
	}
	ctx, stop := interruptible()
	defer stop()
	if _, err := client.Update(ctx); err != nil {
		return exitFound, err
	}
	if err := closed(); err != nil {
		return exitFound, err
	}
	now := client.Current()
	fmt.Fprintf(out, "%s: version %s of %s, targets %d; fresh until %s\n", now.Channel, now.Version, now.Created.Format(time.DateOnly), now.Targets, now.Fresh.Format(time.RFC3339))
	return exitClean, nil
}
