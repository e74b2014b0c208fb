package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

// interruptible lets Ctrl-C stop what waits for a network.
func interruptible() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt)
}

func publishBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle publish")
	dir := set.String("dir", ".", "")
	name := set.String("key", "", "")
	server := set.String("server", "", "")
	all := set.Bool("all", false, "")
	var to several
	set.Var(&to, "to", "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	if (*name == "") == (*server == "") {
		return exitUsage, usage{"either --key or --server is needed", "--key names the online key for a static host; a server holds its own"}
	}
	if *all && *server == "" {
		return exitUsage, usage{"--all is for an empty server", "name it with --server; --to copies to static hosts"}
	}
	w := publish.Workspace(*dir)
	state, err := w.State()
	if err != nil {
		return exitUsage, err
	}
	publication, taken, err := w.Publication(state)
	if *all {
		publication, taken, err = w.Everything(state)
		state = repository.State{} // the new server holds nothing
	}
	if err != nil {
		return exitUsage, hinted(err)
	}
	var files map[string][]byte
	if *server != "" {
		files, err = upload(*server, state, publication)
	} else {
		files, err = accept(w, state, publication, *name)
	}
	if err != nil {
		return exitUsage, err
	}
	if err := putFiles(w, files, to); err != nil {
		return exitUsage, err
	}
	for _, file := range taken {
		err = errors.Join(err, os.Remove(file))
	}
	fmt.Fprintf(out, "published %s\n", strings.Join(named(publication, state), ", "))
	return exitClean, err
}

func hinted(err error) error {
	return usage{err.Error(), "bonton bundle sign adds a signature, bonton bundle status says whose is missing"}
}

func named(p repository.Publication, state repository.State) (parts []string) {
	if len(p.Roots) > 0 {
		parts = append(parts, fmt.Sprintf("root %d", len(state.Roots)+len(p.Roots)))
	}
	if p.Targets != nil {
		state.Targets = p.Targets
		parts = append(parts, fmt.Sprintf("targets %d", state.TargetsVersion()))
	}
	if parts == nil {
		parts = []string{"what was signed before, once more"}
	}
	return parts
}

// accept is the keeper's part when there is no server: sign with the online key that this is the newest.
func accept(w publish.Workspace, state repository.State, p repository.Publication, key string) (map[string][]byte, error) {
	online, err := openKey(key)
	if err != nil {
		return nil, err
	}
	return repository.Accept(state, p, w.Has, online, time.Now())
}

// upload hands a publication to a server. What was published is noted here too, without what the server signs.
func upload(server string, state repository.State, p repository.Publication) (map[string][]byte, error) {
	token, err := secret("BONTON_TOKEN")
	if err != nil {
		return nil, err
	}
	if token == "" {
		return nil, usage{"the server wants an admin token", "set BONTON_TOKEN, or BONTON_TOKEN_FILE to a file that holds it"}
	}
	ctx, stop := interruptible()
	defer stop()
	if err := publish.Upload(ctx, server, token, state.TargetsVersion(), p); err != nil {
		return nil, err
	}
	return p.Noted(state), nil
}

// putFiles writes to the workspace and to copies of its repository.
func putFiles(w publish.Workspace, files map[string][]byte, copies []string) error {
	if err := publish.Place(w.Path(""), files); err != nil {
		return err
	}
	for _, folder := range copies {
		if err := publish.Copy(w, folder); err != nil {
			return err
		}
	}
	return nil
}

func refreshBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle refresh")
	dir := set.String("dir", ".", "")
	name := set.String("key", "", "")
	var to several
	set.Var(&to, "to", "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	w := publish.Workspace(*dir)
	state, _, err := opened(w)
	if err != nil {
		return exitUsage, err
	}
	online, err := openKey(*name)
	if err != nil {
		return exitUsage, err
	}
	files, err := repository.Refresh(state, online, time.Now())
	if err != nil {
		return exitUsage, err
	}
	if err := putFiles(w, files, to); err != nil {
		return exitUsage, err
	}
	fmt.Fprintf(out, "fresh until %s\n", time.Now().Add(repository.TimestampLife).UTC().Format(time.RFC3339))
	return exitClean, nil
}
