package server

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// view is the repository at one head.
type view struct {
	head  Head
	state repository.State
}

// view reads the newest set. Files that came after its head are not in it.
func (s *Server) view(ctx context.Context) (v view, err error) {
	if v.head, err = s.Store.Head(ctx); err != nil || v.head.Revision == 0 {
		return v, err
	}
	newer := repository.RootPath(v.head.Roots + 1)
	v.state, err = repository.Load(func(path string) ([]byte, error) {
		switch path {
		case timestampPath:
			return v.head.Timestamp, nil
		case newer:
			return nil, nil
		}
		data, err := s.inHead(ctx, v.head, path)
		if errors.Is(err, ErrNotFound) {
			return nil, nil
		}
		return data, err
	})
	return v, err
}

// next is the head after these files were written, and what must be kept before it may be.
func (v view) next(files map[string][]byte) (Head, map[string][]byte, error) {
	next := Head{Revision: v.head.Revision + 1, Roots: v.head.Roots, Targets: v.head.Targets, TargetsEnd: v.head.TargetsEnd, Files: map[string][]byte{}}
	keep := map[string][]byte{}
	for path, data := range v.head.Files {
		keep[path] = data
	}
	size := 0
	for path, data := range files {
		switch {
		case path == timestampPath:
			next.Timestamp = data
		case strings.HasPrefix(path, "targets/"):
			keep[path] = data
		case bytes.Equal(data, v.state.Snapshot) || bytes.Equal(data, v.state.Targets):
		default:
			next.Files[path] = data
			size += len(data)
		}
	}
	if size > MaxHead {
		return next, nil, &bundle.Error{File: "publication", Class: bundle.ErrTooLarge, Detail: fmt.Sprintf("more than %d bytes of metadata at once: publish one root after the other", MaxHead)}
	}
	return next, keep, next.describe()
}

// describe fills in what a head says of its files.
func (h *Head) describe() error {
	for path, data := range h.Files {
		if strings.HasSuffix(path, ".root.json") {
			h.Roots++
		}
		if !strings.HasSuffix(path, ".targets.json") {
			continue
		}
		targets, err := metadata.Targets().FromBytes(data)
		if err != nil {
			return err
		}
		h.Targets, h.TargetsEnd = targets.Signed.Version, targets.Signed.Expires
	}
	stamp, err := metadata.Timestamp().FromBytes(h.Timestamp)
	if err == nil {
		h.TimestampEnds = stamp.Signed.Expires
	}
	return err
}

// commit writes files so that a reader sees all of them or none.
func (s *Server) commit(ctx context.Context, v view, files map[string][]byte) (Head, error) {
	next, keep, err := v.next(files)
	if err != nil {
		return next, err
	}
	for path, data := range keep {
		if err := s.Store.Keep(ctx, path, data); err != nil {
			return next, err
		}
	}
	return next, s.Store.Swap(ctx, next)
}

// key is the online key that the newest root names.
func (s *Server) key(state repository.State) (ed25519.PrivateKey, error) {
	chain, err := state.Chain()
	if err != nil {
		return nil, err
	}
	named := chain.Last().Signed.Roles[metadata.TIMESTAMP].KeyIDs
	for _, key := range s.Keys {
		if id, err := repository.KeyID(key.Public()); err == nil && slices.Contains(named, id) {
			return key, nil
		}
	}
	return nil, fmt.Errorf("%w: the newest root names %.8q", errKey, named)
}
