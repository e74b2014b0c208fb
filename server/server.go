// Package server hands signed bundles to browsers and takes them from admins: one http.Handler over a Store. It reads well
// for everyone, and writes only for who has the admin token and brings what enough admins signed; then it signs with the
// online key that this is the newest. It is trusted by nobody: whoever reads verifies.
//
// It must not hold an admin's key, know what rules mean, or log what anybody wrote or where a request came from.
package server

import (
	"crypto/ed25519"
	"log/slog"
	"net/http"
	"time"
)

// MaxBody bounds a publication, in bytes: all files of two channels at their limits, and metadata.
const MaxBody = 32 << 20

// Config is what a server is given.
type Config struct {
	Store Store
	// Token is the hash of the admin token; without one nobody can publish.
	Token Hash
	// Keys are the online keys; the one that the newest root names signs. Two while one takes the other's place.
	Keys []ed25519.PrivateKey
	Now  func() time.Time // nil is the system's clock
	Log  *slog.Logger     // nil logs nothing
	// CertificateEnds is when the server's own certificate ends; zero where it has none, or somebody else renews it. From 30
	// days before, the log warns once a day.
	CertificateEnds time.Time
}

// Server answers requests and signs the timestamp anew.
type Server struct {
	Config
	routes *http.ServeMux
}

// New makes a server.
func New(cfg Config) *Server {
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{cfg, http.NewServeMux()}
	s.routes.HandleFunc("GET /metadata/{file}", s.getMetadata)
	s.routes.HandleFunc("GET /targets/{channel}/{file}", s.getTarget)
	s.routes.HandleFunc("GET /healthz", s.getHealth)
	s.routes.HandleFunc("POST /v1/publish", s.postPublish)
	return s
}

// ServeHTTP is http.Handler's.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	start := s.Now()
	seen := &witness{ResponseWriter: w, status: http.StatusOK}
	w.Header().Set("X-Content-Type-Options", "nosniff")
	s.routes.ServeHTTP(seen, r)
	level := slog.LevelInfo
	if r.Method != http.MethodPost && seen.status < http.StatusInternalServerError {
		level = slog.LevelDebug // there are many, and they say nothing
	}
	s.Log.Log(r.Context(), level, "request", "route", r.Pattern, "status", seen.status, "ms", s.Now().Sub(start).Milliseconds())
}

// witness remembers what was answered.
type witness struct {
	http.ResponseWriter
	status int
}

func (w *witness) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets the http package reach what is behind.
func (w *witness) Unwrap() http.ResponseWriter { return w.ResponseWriter }
