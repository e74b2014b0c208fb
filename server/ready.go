package server

import "context"

// Ready says why the server could not sign what it holds: no key of its is the one that the newest root names, or the store
// cannot be read. An empty server is ready.
func (s *Server) Ready(ctx context.Context) error {
	v, err := s.view(ctx)
	if err != nil || v.head.Revision == 0 {
		return err
	}
	_, err = s.key(v.state)
	return err
}
