package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/bonton/bonton/bundle"
)

// What caches may do. A name with a version or a hash never means anything else; the timestamp is asked for again.
const (
	forever = "public, max-age=31536000, immutable"
	briefly = "public, max-age=30"
)

const timestampPath = "metadata/timestamp.json"

var (
	metadataName = regexp.MustCompile(`^([1-9][0-9]{0,17})\.(root|snapshot|targets)\.json$`)
	targetName   = regexp.MustCompile(`^([0-9a-f]{64})\.(` + strings.ReplaceAll(strings.Join(bundle.Files, "|"), ".", `\.`) + `)$`)
	channelName  = regexp.MustCompile(`^(` + strings.Join(bundle.Channels, "|") + `)$`)
)

func (s *Server) getMetadata(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	data, err := s.metadata(r.Context(), name)
	if err != nil {
		s.absent(w, r, err)
		return
	}
	cache := forever
	if name == "timestamp.json" {
		cache = briefly
	}
	w.Header().Set("Content-Type", "application/json")
	static(w, r, cache, fmt.Sprintf("%x", sha256.Sum256(data)), bytes.NewReader(data))
}

// metadata looks into the head first: what is not there any more was kept before it left.
func (s *Server) metadata(ctx context.Context, name string) ([]byte, error) {
	parts := metadataName.FindStringSubmatch(name)
	if parts == nil && name != "timestamp.json" {
		return nil, ErrNotFound
	}
	head, err := s.Store.Head(ctx)
	switch {
	case err != nil:
		return nil, err
	case head.Revision == 0:
		return nil, ErrNotFound
	case parts == nil:
		return head.Timestamp, nil
	}
	if version, _ := strconv.ParseInt(parts[1], 10, 64); parts[2] == "root" && version > head.Roots {
		return nil, ErrNotFound
	}
	return s.inHead(ctx, head, "metadata/"+name)
}

// inHead reads a file of the head or of the store.
func (s *Server) inHead(ctx context.Context, head Head, path string) ([]byte, error) {
	if data, ok := head.Files[path]; ok {
		return data, nil
	}
	file, err := s.Store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

func (s *Server) getTarget(w http.ResponseWriter, r *http.Request) {
	channel, name := r.PathValue("channel"), r.PathValue("file")
	parts := targetName.FindStringSubmatch(name)
	if parts == nil || !channelName.MatchString(channel) {
		s.absent(w, r, ErrNotFound)
		return
	}
	file, err := s.Store.Open(r.Context(), "targets/"+channel+"/"+name)
	if err != nil {
		s.absent(w, r, err)
		return
	}
	defer file.Close()
	w.Header().Set("Content-Type", "application/gzip") // and no Content-Encoding: readers verify the packed bytes
	static(w, r, forever, parts[1], file)
}

// static answers a file, or 304, or a part of it.
func static(w http.ResponseWriter, r *http.Request, cache, tag string, body io.ReadSeeker) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cache-Control", cache)
	w.Header().Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, body)
}

// absent answers that there is no such file, or that the store failed.
func (s *Server) absent(w http.ResponseWriter, r *http.Request, err error) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cache-Control", "no-store")
	if errors.Is(err, ErrNotFound) {
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	}
	s.Log.ErrorContext(r.Context(), "the store failed", "error", err)
	http.Error(w, "the store failed, try again", http.StatusServiceUnavailable)
}
