package bundle

import (
	"errors"
	"fmt"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// The broad classes: what came is not to be trusted, nothing came, or what came is right and not for this program.
var (
	ErrUntrusted   = errors.New("not trusted")
	ErrUnavailable = errors.New("not available")
	ErrUnfit       = errors.New("not for this program")
)

// The narrow classes; errors.Is finds each under its broad one too.
var (
	ErrSignatures = class("too few valid signatures", ErrUntrusted)
	ErrExpired    = class("expired", ErrUntrusted)
	ErrOlder      = class("older than what is held", ErrUntrusted)
	ErrVersion    = class("not the version that was promised", ErrUntrusted)
	ErrLength     = class("wrong length", ErrUntrusted)
	ErrHash       = class("wrong hash", ErrUntrusted)
	ErrFormat     = class("unknown format", ErrUntrusted)
	ErrTooLarge   = class("too large", ErrUntrusted)
	ErrIncomplete = class("a file of the channel is missing", ErrUntrusted)

	ErrNotFound = class("not found", ErrUnavailable)
	ErrStatus   = class("the server failed", ErrUnavailable)
	ErrRedirect = class("the server points elsewhere", ErrUnavailable)

	ErrEngine = class("needs a newer program", ErrUnfit)

	// ErrStorage is a failure of the device's own storage; what is in force stays.
	ErrStorage = errors.New("storage failed")
	// ErrNone says that neither storage nor package hold a bundle that can be trusted.
	ErrNone = errors.New("no bundle to start from")
)

// narrow is an error that belongs to a broader one.
type narrow struct {
	name  string
	broad error
}

func class(name string, broad error) error { return &narrow{name, broad} }

func (n *narrow) Error() string { return n.name }
func (n *narrow) Unwrap() error { return n.broad }

// Error names the file that was refused, the class of the reason, and what was seen.
type Error struct {
	File   string
	Class  error
	Detail string
}

func (e *Error) Error() string {
	text := fmt.Sprintf("%s: %s", e.File, e.Class)
	if e.Detail != "" {
		text += ": " + e.Detail
	}
	return text
}

// Unwrap lets errors.Is find the class, narrow or broad.
func (e *Error) Unwrap() error { return e.Class }

func refuse(file string, class error, format string, args ...any) error {
	return &Error{file, class, fmt.Sprintf(format, args...)}
}

// tufClasses says what an error of the TUF library is to us. The first that fits counts, so narrow ones come first.
var tufClasses = []struct{ tuf, ours error }{
	{&metadata.ErrExpiredMetadata{}, ErrExpired},
	{&metadata.ErrUnsignedMetadata{}, ErrSignatures},
	{&metadata.ErrBadVersionNumber{}, ErrVersion},
	{&metadata.ErrLengthOrHashMismatch{}, ErrHash},
}

// translate gives an error of the TUF library its class; whatever is not known is a format we do not read.
func translate(file string, err error) error {
	var ours *Error
	if err == nil || errors.As(err, &ours) {
		return err
	}
	for _, c := range tufClasses {
		if errors.Is(err, c.tuf) {
			return &Error{file, c.ours, err.Error()}
		}
	}
	return &Error{file, ErrFormat, err.Error()}
}
