package main

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

// interruptible lets Ctrl-C stop what waits for a network.
func interruptible() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt)
}

// publishing is what bonton bundle publish was told.
type publishing struct {
	dir, key, server string
	all              bool
	to               several
}

// prepared is a publication and what it follows.
type prepared struct {
	repository.Publication
	state  repository.State
	taken  []string // staged files, to be removed afterwards
	copies *copies
}

func publishBundle(args []string, out io.Writer) (int, error) {
	set := newFlags("bundle publish")
	var p publishing
	set.StringVar(&p.dir, "dir", ".", "")
	set.StringVar(&p.key, "key", "", "")
	set.StringVar(&p.server, "server", "", "")
	set.BoolVar(&p.all, "all", false, "")
	set.Var(&p.to, "to", "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	if (p.key == "") == (p.server == "") {
		return exitUsage, usage{"either --key or --server is needed", "--key names the online key for a static host; a server holds its own"}
	}
	if p.all && p.server == "" {
		return exitUsage, usage{"--all is for an empty server", "name it with --server; --to copies to static hosts"}
	}
	if _, err := p.prepare(); err != nil {
		return exitUsage, err // before anybody is asked for a passphrase
	}
	send, err := p.sender()
	if err != nil {
		return exitUsage, err
	}
	if err := p.publish(send, out); err != nil {
		return exitUsage, err
	}
	return exitClean, nil
}

func (p publishing) workspace() publish.Workspace { return publish.Workspace(p.dir) }

// prepare reads what is to be published.
func (p publishing) prepare() (ready prepared, err error) {
	w := p.workspace()
	ready.copies = &copies{folders: p.to}
	if ready.state, err = w.State(); err != nil {
		return ready, err
	}
	if p.all {
		ready.Publication, ready.taken, err = w.Everything(ready.state)
		ready.state = repository.State{} // the new server holds nothing
	} else {
		ready.Publication, ready.taken, err = w.Publication(ready.state)
	}
	if err != nil {
		return ready, hinted(err)
	}
	return ready, nil
}

// sender opens what publishing needs, the online key or the server's token, and answers how it is done.
func (p publishing) sender() (func(prepared) (map[string][]byte, error), error) {
	if p.server != "" {
		token, err := adminToken()
		return func(ready prepared) (map[string][]byte, error) { return p.upload(token, ready) }, err
	}
	online, err := openKey(p.key)
	return func(ready prepared) (map[string][]byte, error) { return p.accept(online, ready) }, err
}

// publish does it, alone in the workspace and with what is there by now.
func (p publishing) publish(send func(prepared) (map[string][]byte, error), out io.Writer) error {
	unlock, err := p.workspace().Lock()
	if err != nil {
		return err
	}
	defer unlock()
	ready, err := p.prepare()
	if err != nil {
		return err
	}
	files, err := send(ready)
	if err != nil {
		return err
	}
	if err := publish.Place(p.workspace().Path(""), files); err != nil {
		return err
	}
	if err := p.workspace().NoteServer(p.server); err != nil {
		return err
	}
	if err := ready.copies.put(p.workspace()); err != nil {
		return err // what is staged stays: publishing again is no error
	}
	for _, file := range ready.taken {
		if err := os.Remove(file); err != nil {
			return err
		}
	}
	if err := p.workspace().Sweep(); err != nil {
		return err
	}
	if _, err = fmt.Fprintf(out, "published %s\n", strings.Join(named(ready.Publication, ready.state), ", ")); err != nil {
		return err
	}
	return p.left(out)
}

// left names what stays staged.
func (p publishing) left(out io.Writer) error {
	state, err := p.workspace().State()
	if err != nil {
		return err
	}
	names, err := p.workspace().Staged()
	for _, name := range names {
		if _, failed := waiting(name, state, out); failed != nil {
			err = errors.Join(err, failed)
		}
	}
	return err
}

func hinted(err error) error {
	if !errors.Is(err, bundle.ErrSignatures) {
		return err
	}
	return usage{err.Error(), "bonton bundle sign adds a signature, bonton bundle status says whose is missing; a file taken out of staged/ is given up"}
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
func (p publishing) accept(online ed25519.PrivateKey, ready prepared) (map[string][]byte, error) {
	state, err := ready.copies.meet(p.workspace(), ready.state, ready.Publication)
	if err != nil {
		return nil, err
	}
	return repository.Accept(state, ready.Publication, p.workspace().Has, online, time.Now())
}

func adminToken() (string, error) {
	token, err := secret("BONTON_TOKEN")
	if err == nil && token == "" {
		err = usage{"the server wants an admin token", "set BONTON_TOKEN, or BONTON_TOKEN_FILE to a file that holds it"}
	}
	return token, err
}

// upload hands a publication to a server. What was published is noted here too, without what the server signs.
func (p publishing) upload(token string, ready prepared) (map[string][]byte, error) {
	ctx, stop := interruptible()
	defer stop()
	if err := publish.Upload(ctx, p.server, token, ready.state.TargetsVersion(), ready.Publication); err != nil {
		return nil, err
	}
	return ready.Noted(ready.state), nil
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
	if _, _, err := opened(w); err != nil {
		return exitUsage, err // before anybody is asked for a passphrase
	}
	online, err := openKey(*name)
	if err != nil {
		return exitUsage, err
	}
	if err := refresh(w, online, to); err != nil {
		return exitUsage, err
	}
	_, err = fmt.Fprintf(out, "fresh until %s\n", time.Now().Add(repository.TimestampLife).UTC().Format(time.RFC3339))
	return exitClean, err
}

// refresh signs anew what is published by now, alone in the workspace.
func refresh(w publish.Workspace, online ed25519.PrivateKey, to []string) error {
	unlock, err := w.Lock()
	if err != nil {
		return err
	}
	defer unlock()
	state, _, err := opened(w)
	if err != nil {
		return err
	}
	sites := copies{folders: to}
	if state, err = sites.meet(w, state, repository.Publication{}); err != nil {
		return err
	}
	files, err := repository.Refresh(state, online, time.Now())
	if err != nil {
		return err
	}
	if err := publish.Place(w.Path(""), files); err != nil {
		return err
	}
	return errors.Join(w.NoteServer(""), sites.put(w))
}
