package convert

import (
	"errors"

	"github.com/hashicorp/go-multierror"
)

// firstMistake is the first of several mistakes.
func firstMistake(err error) string {
	var all *multierror.Error
	if errors.As(err, &all) && len(all.Errors) > 0 {
		return all.Errors[0].Error()
	}
	return err.Error()
}
