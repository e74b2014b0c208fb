package bundle

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// decode reads a metadata file that nobody has verified yet. What the library would stumble over is refused before.
func decode[T metadata.Roles](name string, data []byte, limit int64) (_ *metadata.Metadata[T], err error) {
	defer guard(name, &err)
	if err := readable(name, data, limit); err != nil {
		return nil, err
	}
	file, err := (&metadata.Metadata[T]{}).FromBytes(data)
	if err != nil {
		return nil, translate(name, err)
	}
	if err := complete(file); err != nil {
		return nil, refuse(name, ErrFormat, "%v", err)
	}
	return file, nil
}

// ReadRoot reads a root that nobody has verified, such as a draft that is being signed. Signers compare keys by their ids, so
// each id must be the hash of its key: ErrFormat otherwise. Devices take other ids too; see docs/decisions/0083.
func ReadRoot(data []byte) (*metadata.Metadata[metadata.RootType], error) {
	root, err := decode[metadata.RootType]("root.json", data, MaxRoot)
	if err != nil {
		return nil, err
	}
	return root, ownIDs("root.json", root.Signed.Keys)
}

// ReadTargets reads targets that nobody has verified.
func ReadTargets(data []byte) (*metadata.Metadata[metadata.TargetsType], error) {
	return decode[metadata.TargetsType](targetsFile, data, MaxTargets)
}

// readable refuses what is too large, too deep or no JSON at all, such as a page that says that something went wrong.
func readable(name string, data []byte, limit int64) error {
	if int64(len(data)) > limit {
		return refuse(name, ErrTooLarge, "%d bytes, at most %d", len(data), limit)
	}
	if tooDeep(data) {
		return refuse(name, ErrFormat, "nests deeper than %d", maxDepth)
	}
	if !json.Valid(data) {
		return refuse(name, ErrFormat, "no JSON: %s", start(data))
	}
	return nil
}

// start is the beginning of something unexpected, to be shown.
func start(data []byte) string { return fmt.Sprintf("%.40q", bytes.TrimSpace(data)) }

// tooDeep counts brackets outside strings. It comes before any parser, because parsers of JSON recurse.
func tooDeep(data []byte) bool {
	depth, quoted, escaped := 0, false, false
	for _, c := range data {
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = c == '\\', c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth > maxDepth {
			return true
		}
	}
	return false
}

// guard turns a panic of a parser into a refusal: a broken file must never stop the one who reads it.
func guard(name string, err *error) {
	if r := recover(); r != nil {
		*err = refuse(name, ErrFormat, "%v", r)
	}
}
