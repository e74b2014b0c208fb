package server

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"

	"github.com/bonton/bonton/bundle/repository"
)

// attempts is how often a publication is tried again because the timestamp was signed anew meanwhile.
const attempts = 8

// published is the answer to a publication.
type published struct {
	Targets int64 `json:"targets"`
	New     bool  `json:"new"` // false when all of it was published before
}

func (s *Server) postPublish(w http.ResponseWriter, r *http.Request) {
	if !s.Token.admits(r) {
		w.Header().Set("WWW-Authenticate", "Bearer")
		http.Error(w, "the admin token is missing or wrong", http.StatusUnauthorized)
		return
	}
	done, err := s.receive(w, r)
	if err != nil {
		s.Log.WarnContext(r.Context(), "publication refused", "error", words(err))
		http.Error(w, words(err), statusOf(err))
		return
	}
	s.Log.InfoContext(r.Context(), "published", "targets", done.Targets, "new", done.New)
	answer(w, http.StatusOK, done)
}

func (s *Server) receive(w http.ResponseWriter, r *http.Request) (published, error) {
	quoted, err := strconv.Unquote(r.Header.Get("If-Match"))
	follows, err2 := strconv.ParseInt(quoted, 10, 64)
	if err != nil || err2 != nil {
		return published{}, errCondition
	}
	// The whole body first: its size must be known to fit before its parts are looked at.
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxBody))
	if err != nil {
		return published{}, err
	}
	p, err := repository.DecodePublication(r.Header.Get("Content-Type"), bytes.NewReader(body))
	if err != nil {
		return published{}, err
	}
	return s.publish(r.Context(), p, follows)
}

// publish tries until no other swap comes between. What another admin published meanwhile is never replaced: then the
// versions do not follow each other any more.
func (s *Server) publish(ctx context.Context, p repository.Publication, follows int64) (published, error) {
	for range attempts {
		v, err := s.view(ctx)
		if err != nil {
			return published{}, err
		}
		if v.holds(p) {
			return published{v.head.Targets, false}, nil
		}
		if follows != v.state.TargetsVersion() {
			return published{}, fmt.Errorf("%w: version %d is published, the publication follows %d", errFollows, v.state.TargetsVersion(), follows)
		}
		head, err := s.accept(ctx, v, p)
		if !errors.Is(err, ErrConflict) {
			return published{head.Targets, true}, err
		}
	}
	return published{}, ErrConflict
}

// holds says whether all of a publication was published: a repeated request, or one whose answer got lost.
func (v view) holds(p repository.Publication) bool {
	return len(v.missing(p.Roots)) == 0 && (p.Targets == nil || bytes.Equal(p.Targets, v.state.Targets))
}

// missing are the roots that the repository does not hold.
func (v view) missing(roots [][]byte) [][]byte {
	return slices.DeleteFunc(slices.Clone(roots), func(root []byte) bool {
		return slices.ContainsFunc(v.state.Roots, func(held []byte) bool { return bytes.Equal(held, root) })
	})
}

// accept judges a publication and commits it.
func (s *Server) accept(ctx context.Context, v view, p repository.Publication) (Head, error) {
	now := s.Now()
	p.Roots = v.missing(p.Roots)
	if v.state.Timestamp == nil {
		v.state.Least = now.Unix() // this server may take another's place
	}
	key, err := s.key(repository.State{Roots: slices.Concat(v.state.Roots, p.Roots)})
	if err != nil {
		return Head{}, refusal{err}
	}
	var failed error
	has := func(path string) bool {
		held, err := s.has(ctx, path)
		failed = errors.Join(failed, err)
		return held
	}
	files, err := repository.Accept(v.state, p, has, key, now)
	if failed != nil {
		return Head{}, failed
	}
	if err != nil {
		return Head{}, refusal{err}
	}
	return s.commit(ctx, v, files)
}

func (s *Server) has(ctx context.Context, path string) (bool, error) {
	file, err := s.Store.Open(ctx, path)
	if errors.Is(err, ErrNotFound) {
		return false, nil
	}
	if err == nil {
		file.Close()
	}
	return err == nil, err
}
