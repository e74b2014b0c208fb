// Package publish is the signed bundle as its author sees it: it compiles packs, describes them in TUF metadata, collects
// the admins' signatures and says what ends when. What it writes, package bundle reads and package repository accepts.
//
// It runs natively only and must never be linked into a server or a browser. It reads no passphrase and no clock.
package publish

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
)

// How long what the admins sign is good. Root and targets end at different times, so that both are rarely due together.
const (
	RootLife    = 365 * 24 * time.Hour
	TargetsLife = 90 * 24 * time.Hour
)

// Compile makes the files of a channel from a folder of packs, or an admin's folder. Equal folders give equal bytes.
func Compile(folder fs.FS, version string) (map[string][]byte, error) {
	book, err := rules.Read(folder)
	if err != nil {
		return nil, err
	}
	return CompileBook(book, version)
}

// CompileBook does the same for rules that were read before; the error names every example that fails.
func CompileBook(book *rules.Book, version string) (map[string][]byte, error) {
	if err := book.Test(); err != nil {
		return nil, err
	}
	rulesJSON, textsJSON, err := book.Encode(version)
	if err != nil {
		return nil, err
	}
	lessons, err := book.EncodeLessons(version)
	if err != nil {
		return nil, err
	}
	packed := map[string][]byte{}
	for file, data := range map[string][]byte{bundle.Rules: rulesJSON, bundle.Texts: textsJSON, bundle.Lessons: lessons} {
		packed[file] = pack(data)
		if _, err := bundle.Unpack(file, packed[file]); err != nil {
			return nil, err // no reader would take it
		}
	}
	return packed, nil
}

// pack compresses without a name or a time, so that equal contents have equal hashes.
func pack(data []byte) []byte {
	var out bytes.Buffer
	zip, _ := gzip.NewWriterLevel(&out, gzip.BestCompression) // the level is a valid one
	zip.Write(data)
	zip.Close() // writing to memory does not fail
	return out.Bytes()
}

// Draft writes unsigned targets metadata in which the channels hold these files, and all else is as before. The second
// answer are the target files by their path in the repository.
func Draft(previous []byte, channels []string, version string, packed map[string][]byte, now time.Time) ([]byte, map[string][]byte, error) {
	next, err := following(previous, now)
	if err != nil {
		return nil, nil, err
	}
	note, err := json.Marshal(bundle.Custom{Version: version, Engine: ruleset.Engine, Created: now.UTC().Truncate(time.Second)})
	if err != nil {
		return nil, nil, err
	}
	files := map[string][]byte{}
	for _, channel := range channels {
		for file, data := range packed {
			name := bundle.TargetPath(channel, file)
			target, err := metadata.TargetFile().FromBytes(name, data, "sha256")
			if err != nil {
				return nil, nil, err
			}
			target.Custom = (*json.RawMessage)(&note)
			next.Signed.Targets[name] = target
			files[repository.FilePath(name, target)] = data
		}
	}
	raw, err := next.ToBytes(true)
	return raw, files, err
}

// Rollback writes unsigned targets metadata, a version higher, in which channels hold again what old ones say of them. With
// no channels given it is those that the old ones hold.
func Rollback(previous, old []byte, channels []string, now time.Time) ([]byte, error) {
	next, err := following(previous, now)
	if err != nil {
		return nil, err
	}
	was, err := bundle.ReadTargets(old)
	if err != nil {
		return nil, err
	}
	if len(channels) == 0 {
		channels = held(was)
	}
	for _, channel := range channels {
		if _, err := bundle.Announced(was, channel); err != nil {
			return nil, fmt.Errorf("version %d of the targets: %w", was.Signed.Version, err)
		}
		for _, file := range bundle.Files {
			name := bundle.TargetPath(channel, file)
			next.Signed.Targets[name] = was.Signed.Targets[name]
		}
	}
	return next.ToBytes(true)
}

// held are the channels that targets hold; the first they always must.
func held(targets *metadata.Metadata[metadata.TargetsType]) []string {
	return slices.DeleteFunc(slices.Clone(bundle.Channels), func(channel string) bool {
		return channel != bundle.Channels[0] && targets.Signed.Targets[bundle.TargetPath(channel, bundle.Rules)] == nil
	})
}

// Again writes unsigned targets metadata, a version higher, with the same contents: for another end or other keys.
func Again(previous []byte, now time.Time) ([]byte, error) {
	next, err := following(previous, now)
	if err != nil {
		return nil, err
	}
	return next.ToBytes(true)
}

func following(previous []byte, now time.Time) (*metadata.Metadata[metadata.TargetsType], error) {
	next := metadata.Targets(ends(now, TargetsLife))
	if previous == nil {
		return next, nil
	}
	was, err := bundle.ReadTargets(previous)
	if err != nil {
		return nil, err
	}
	next.Signed.Version, next.Signed.Targets = was.Signed.Version+1, was.Signed.Targets
	return next, nil
}

// ends is in whole seconds, as other readers of TUF want it.
func ends(now time.Time, life time.Duration) time.Time {
	return now.Add(life).UTC().Truncate(time.Second)
}

// CheckChannels refuses names that no reader asks for.
func CheckChannels(channels []string) error {
	for _, channel := range channels {
		if !slices.Contains(bundle.Channels, channel) {
			return fmt.Errorf("there is no channel %q, only %q", channel, bundle.Channels)
		}
	}
	return nil
}
