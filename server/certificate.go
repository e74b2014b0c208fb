package server

import (
	"context"
	"time"
)

// When a certificate is about to end, and how often that is said.
const (
	certificateSoon  = 30 * 24 * time.Hour
	certificateAgain = 24 * time.Hour
)

// warn says that the certificate ends soon, unless that was said lately; it answers when it was said last.
func (s *Server) warn(ctx context.Context, now, warned time.Time) time.Time {
	if s.CertificateEnds.IsZero() || s.CertificateEnds.Sub(now) > certificateSoon || now.Sub(warned) < certificateAgain {
		return warned
	}
	s.Log.WarnContext(ctx, "the certificate ends soon; give the computers the next one before, or they read no more rules", "ends", s.CertificateEnds)
	return now
}
