// Package contract says what a server must do, as tests that run over http against every store: on a disk, and at a host's
// edge. It knows no store and no server, only addresses.
package contract

import "testing"

// Start runs a server over a new, empty store for a test, and ends it with the test.
type Start func(t *testing.T) *Host

// Run runs all the tests.
func Run(t *testing.T, start Start) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, *Host)
	}{
		{"empty", empty}, {"publish", publish}, {"static", static}, {"refuse", refuse}, {"limits", limits},
		{"again", again}, {"conflict", conflict}, {"roots", roots}, {"refresh", refresh}, {"restart", restart},
		{"readers", readers}, {"clock", clock},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, start(t)) })
	}
}
