package publish

import (
	"context"
	"errors"
	"fmt"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// Package takes from a published repository what a program ships of one channel. It needs no fresh timestamp: a release
// may be built long after a publication.
func Package(from bundle.Fetcher, channel string) (bundle.Package, error) {
	ctx := context.Background()
	state, err := repository.Load(func(path string) ([]byte, error) { return fetchOrNil(ctx, from, path, bundle.MaxTargets) })
	if err != nil {
		return nil, err
	}
	chain, err := state.Chain()
	if err != nil {
		return nil, err
	}
	targets, last, err := chain.Targets(state.Targets)
	if err != nil {
		return nil, err
	}
	if _, err := bundle.Announced(targets, channel); err != nil || !last {
		return nil, errors.Join(fmt.Errorf("the newest root does not vouch for a whole channel %s", channel), err)
	}
	shipped := bundle.Package{"root.json": state.Roots[0], "targets.json": state.Targets}
	for i, root := range state.Roots[1:] {
		shipped[fmt.Sprintf("%d.root.json", i+2)] = root
	}
	for _, file := range bundle.Files {
		name := bundle.TargetPath(channel, file)
		if shipped[file], err = bundle.DownloadTarget(ctx, from, name, targets.Signed.Targets[name], true); err != nil {
			return nil, err
		}
	}
	return shipped, nil
}

// fetchOrNil answers nil for what does not exist, as repository.Read wants it.
func fetchOrNil(ctx context.Context, from bundle.Fetcher, path string, max int64) ([]byte, error) {
	data, err := from.Fetch(ctx, path, max)
	if errors.Is(err, bundle.ErrNotFound) {
		return nil, nil
	}
	return data, err
}
