package main

import (
	"context"
	"errors"
	"time"

	"github.com/bonton/bonton/bundle/publish"
	"github.com/bonton/bonton/bundle/repository"
)

// copies are the folders of static hosts. One that is dead, or whose host meddles with it, keeps no other from being fresh.
type copies struct {
	folders []string
	failed  []error // of folders that are left alone
}

// meet asks all copies whether they may be written, before anything is signed, and numbers what is signed by the clock. It
// fails when none may, or when one shows that this workspace is not the newest.
func (c *copies) meet(w publish.Workspace, state repository.State, p repository.Publication) (repository.State, error) {
	state.Least = time.Now().Unix()
	var left []string
	for _, folder := range c.folders {
		next, err := w.Meet(state, p, folder)
		switch {
		case errors.Is(err, publish.ErrBehind):
			return state, err
		case err != nil:
			c.failed = append(c.failed, err)
		default:
			state, left = next, append(left, folder)
		}
	}
	if len(c.failed) > 0 && left == nil {
		return state, errors.Join(c.failed...)
	}
	c.folders = left
	return state, nil
}

// put brings the copies up to the workspace, and reads each as a device would; first of all the workspace itself, before any
// copy is touched. The error names all that failed.
func (c *copies) put(w publish.Workspace) error {
	if len(c.folders) > 0 {
		if err := publish.Try(context.Background(), w, w.Path(""), time.Now()); err != nil {
			return errors.Join(append(c.failed, err)...)
		}
	}
	for _, folder := range c.folders {
		err := publish.Copy(w, folder)
		if err == nil {
			err = publish.Try(context.Background(), w, folder, time.Now())
		}
		if err != nil {
			c.failed = append(c.failed, err)
		}
	}
	return errors.Join(c.failed...)
}
