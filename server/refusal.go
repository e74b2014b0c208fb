package server

import (
	"errors"
	"net/http"
	"strings"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/bundle"
)

// errFollows says that the publication follows targets which are not the newest.
var errFollows = errors.New("not the newest targets")

// errCondition asks for the header without which two admins could publish over each other.
var errCondition = errors.New(`the header If-Match must hold the version of the newest targets in quotes, such as "4"; "0" before the first`)

// errKey says that the server cannot sign for the newest root.
var errKey = errors.New("the server does not hold the online key; give it the new one beside the old one")

// refusal is an error of what was published, not of the server.
type refusal struct{ error }

func (r refusal) Unwrap() error { return r.error }

// codes says by a number what was wrong; the first that fits counts.
var codes = []struct {
	is   error
	code int
}{
	{errCondition, http.StatusPreconditionRequired},
	{errFollows, http.StatusPreconditionFailed},
	{ErrConflict, http.StatusConflict},
	{errKey, http.StatusConflict},
	{bundle.ErrOlder, http.StatusConflict},
	{bundle.ErrTooLarge, http.StatusRequestEntityTooLarge},
	{bundle.ErrFormat, http.StatusBadRequest},
	{bundle.ErrUntrusted, http.StatusUnprocessableEntity},
}

func statusOf(err error) int {
	for _, known := range codes {
		if errors.Is(err, known.is) {
			return known.code
		}
	}
	var large *http.MaxBytesError
	var refused refusal
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	case errors.As(err, &refused):
		return http.StatusUnprocessableEntity
	}
	return http.StatusInternalServerError
}

// words are all that is wrong, a line each.
func words(err error) string {
	var several *multierror.Error
	if !errors.As(err, &several) {
		return err.Error()
	}
	var lines []string
	for _, one := range several.Errors {
		lines = append(lines, one.Error())
	}
	return strings.Join(lines, "\n")
}
