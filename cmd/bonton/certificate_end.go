package main

import (
	"log/slog"
	"path/filepath"
	"time"
)

// certificateEnds is when the certificate of this server ends, zero where it has none. One of its own making is known to no
// computer but by hand, and so is the next one: that is said at each start. What is wrong with it listen says.
func (s serving) certificateEnds(log *slog.Logger) time.Time {
	if !s.tls && s.certificate == "" {
		return time.Time{}
	}
	held, err := s.certificates()
	if err != nil || held.Leaf == nil {
		return time.Time{}
	}
	if s.tls {
		log.Info("this server made its certificate; a start in its last month makes another, which each computer must be told to trust before it reads rules again",
			"file", filepath.ToSlash(filepath.Join(s.dir, "certificate.pem")), "ends", held.Leaf.NotAfter)
	}
	return held.Leaf.NotAfter
}
