package contract

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// reader reads the newest set whenever it is woken, and compares what belongs together by hash. It checks no signature,
// which would cost more than all else here; devices in the other tests do.
type reader struct {
	host    *Host
	wake    chan struct{}
	stamp   int64 // the newest version it saw
	targets int64
	reads   int
}

// run reads until wake is closed, and once more.
func (r *reader) run(t *testing.T) {
	for more := true; more; r.reads++ {
		_, more = <-r.wake
		if err := r.read(t.Context()); err != nil {
			t.Error(err)
			return
		}
	}
}

func (r *reader) read(ctx context.Context) error {
	raw, err := r.host.Fetch(ctx, "metadata/timestamp.json", bundle.MaxTimestamp)
	if err != nil {
		return err
	}
	stamp, err := metadata.Timestamp().FromBytes(raw)
	if err != nil || stamp.Signed.Version < r.stamp {
		return errors.Join(err, fmt.Errorf("timestamp %d after %d", stamp.Signed.Version, r.stamp))
	}
	r.stamp = stamp.Signed.Version
	snapshot, err := fetch(ctx, r.host, "snapshot", stamp.Signed.Meta["snapshot.json"], metadata.Snapshot().FromBytes)
	if err != nil {
		return err
	}
	targets, err := fetch(ctx, r.host, "targets", snapshot.Signed.Meta["targets.json"], metadata.Targets().FromBytes)
	if err != nil {
		return err
	}
	r.targets = targets.Signed.Version
	name := bundle.TargetPath("stable", bundle.Rules)
	data, err := r.host.Fetch(ctx, repository.FilePath(name, targets.Signed.Targets[name]), bundle.Limits[bundle.Rules].Packed)
	if err != nil {
		return err
	}
	return targets.Signed.Targets[name].VerifyLengthHashes(data)
}

// fetch reads metadata that other metadata names.
func fetch[T metadata.Roles](ctx context.Context, h *Host, role string, want *metadata.MetaFiles, parse func([]byte) (*metadata.Metadata[T], error)) (*metadata.Metadata[T], error) {
	data, err := h.Fetch(ctx, fmt.Sprintf("metadata/%d.%s.json", want.Version, role), bundle.MaxTargets)
	if err != nil {
		return nil, err
	}
	if err := want.VerifyLengthHashes(data); err != nil {
		return nil, err
	}
	return parse(data)
}
