package server

import (
	"encoding/json"
	"net/http"
	"time"

	"github.com/bonton/bonton/bundle/repository"
)

// health is what a watcher sees. It holds nothing that a reader could not find out.
type health struct {
	Status        string    `json:"status"` // empty, ok, or late
	Targets       int64     `json:"targets"`
	TimestampEnds time.Time `json:"timestampEnds,omitzero"`
	TargetsEnd    time.Time `json:"targetsEnd,omitzero"`
	// CertificateEnds is there where the server made its own: no browser reads on after that until it trusts the next one.
	CertificateEnds time.Time `json:"certificateEnds,omitzero"`
}

// late is when a timestamp should long have been signed anew, and how far a clock may have been ahead.
const late = repository.TimestampLife / 4

// isAhead says that a timestamp ends later than one that is signed now would.
func isAhead(left time.Duration) bool { return left > repository.TimestampLife+late }

func (s *Server) getHealth(w http.ResponseWriter, r *http.Request) {
	head, err := s.Store.Head(r.Context())
	if err != nil {
		s.absent(w, r, err)
		return
	}
	seen, code := health{"ok", head.Targets, head.TimestampEnds, head.TargetsEnd, s.CertificateEnds}, http.StatusOK
	switch left := head.TimestampEnds.Sub(s.Now()); {
	case head.Revision == 0:
		seen.Status = "empty"
	case left < late, isAhead(left):
		seen.Status, code = "late", http.StatusServiceUnavailable
	}
	answer(w, code, seen)
}

// answer writes JSON that nobody keeps.
func answer(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(body)
}
