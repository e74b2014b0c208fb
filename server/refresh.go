package server

import (
	"context"
	"errors"
	"time"

	"github.com/bonton/bonton/bundle/repository"
)

// renew is how much life a timestamp has left when it is signed anew; devices' clocks may be hours off.
const renew = repository.TimestampLife / 2

// Refresh signs anew that the newest set is the newest, when that is due. A clock calls it often; it never undoes a
// publication, because it swaps only the head that it read.
func (s *Server) Refresh(ctx context.Context, now time.Time) error {
	for range attempts {
		v, err := s.view(ctx)
		if err != nil || v.head.Revision == 0 || !isDue(v.head.TimestampEnds.Sub(now)) {
			return err
		}
		err = s.resign(ctx, v, now)
		if err == nil {
			s.Log.InfoContext(ctx, "timestamp signed", "targets", v.head.Targets)
		}
		if !errors.Is(err, ErrConflict) {
			return err
		}
	}
	return ErrConflict
}

// isDue says whether a timestamp with so much life left must be signed anew: soon over, or signed while the clock was ahead,
// which readers refuse.
func isDue(left time.Duration) bool { return left <= renew || isAhead(left) }

func (s *Server) resign(ctx context.Context, v view, now time.Time) error {
	key, err := s.key(v.state)
	if err != nil {
		return err
	}
	files, err := repository.Refresh(v.state, key, now)
	if err != nil {
		return err
	}
	_, err = s.commit(ctx, v, files)
	return err
}

// Keep refreshes now and whenever the time is due, until the context ends.
func (s *Server) Keep(ctx context.Context, due <-chan time.Time) {
	var warned time.Time
	for {
		warned = s.warn(ctx, s.Now(), warned)
		if err := s.Refresh(ctx, s.Now()); err != nil && ctx.Err() == nil {
			s.Log.ErrorContext(ctx, "the timestamp could not be signed anew; readers refuse it when it has ended", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-due:
		}
	}
}
