package bundle

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"
	"github.com/theupdateframework/go-tuf/v2/metadata/trustedmetadata"
)

// The names of the metadata in storage; roots after the first are <version>.root.json.
const (
	timestampFile = "timestamp.json"
	snapshotFile  = "snapshot.json"
	targetsFile   = "targets.json"
)

// Walk is the client workflow of TUF 1.0 (5.3 to 5.6) over a repository: root, timestamp, snapshot, targets. Each file is
// kept as soon as it is verified, so that a new root or a new version is never forgotten because a later file failed.
type Walk struct {
	Chain *Chain
	Fetch Fetcher
	Store Store
	Now   time.Time
	// Folder of the state in storage, ending in a slash; or nothing.
	Folder string
	// MaxFresh is how far ahead a timestamp may end; zero asks for no limit, as TUF does.
	MaxFresh time.Duration
	// Floor is the least version of the targets that is accepted, known once the roots are; nil asks for none.
	Floor func() int64

	set *trustedmetadata.TrustedMetadata
}

// Targets walks, and answers the verified targets metadata and its bytes.
func (w *Walk) Targets(ctx context.Context) (*metadata.Metadata[metadata.TargetsType], []byte, error) {
	unread, err := w.roots(ctx)
	if err != nil {
		return nil, nil, err
	}
	file, raw, err := w.follow(ctx)
	if err != nil && unread != nil {
		err = fmt.Errorf("%w (%w)", err, unread)
	}
	return file, raw, err
}

// follow walks from the newest root that is known.
func (w *Walk) follow(ctx context.Context) (*metadata.Metadata[metadata.TargetsType], []byte, error) {
	set, err := trustedmetadata.New(w.Chain.raw[len(w.Chain.raw)-1])
	if err != nil {
		return nil, nil, translate("root.json", err)
	}
	w.set, set.RefTime = set, w.Now
	if err := w.timestamp(ctx); err != nil {
		return nil, nil, err
	}
	if err := w.snapshot(ctx); err != nil {
		return nil, nil, err
	}
	raw, err := w.targets(ctx)
	return w.set.Targets[metadata.TARGETS], raw, err
}

// Fresh is when the timestamp that was verified last ends.
func (w *Walk) Fresh() time.Time {
	if w.set == nil || w.set.Timestamp == nil {
		return time.Time{}
	}
	return w.set.Timestamp.Signed.Expires
}

// roots takes every newer root there is. The first answer is why it cannot be known that there is none after them: that
// stops no walk, see docs/decisions/0082.
func (w *Walk) roots(ctx context.Context) (unread, err error) {
	for range maxSteps {
		name := w.Chain.nextName()
		data, err := w.get(ctx, name, MaxRoot)
		switch {
		case errors.Is(err, ErrNotFound):
			return nil, nil
		case isUnread(err):
			return err, nil
		case err != nil:
			return nil, err
		}
		if err := w.Chain.Add(data); err != nil {
			return nil, err
		}
		if err := w.keep(name, data); err != nil {
			return nil, err
		}
	}
	return nil, refuse(w.Chain.nextName(), ErrTooLarge, "more than %d new roots", maxSteps)
}

// isUnread says that no answer at all could be read. In a browser that is also an answer of 404 without
// Access-Control-Allow-Origin.
func isUnread(err error) bool {
	return errors.Is(err, ErrUnavailable) && !errors.Is(err, ErrStatus) && !errors.Is(err, ErrRedirect)
}

func (w *Walk) timestamp(ctx context.Context) error {
	if held := w.held(timestampFile); held != nil {
		// One that has ended still says what must not be gone below; a broken one says nothing.
		_ = w.try(timestampFile, held, w.takeTimestamp)
	}
	data, err := w.get(ctx, timestampFile, MaxTimestamp)
	if err != nil {
		return err
	}
	held := w.set.Timestamp
	err = w.try(timestampFile, data, w.takeTimestamp)
	if errors.Is(err, errSame) {
		return w.current(held)
	}
	if err != nil {
		return err
	}
	return w.keep(timestampFile, data)
}

// errSame says that the server has no newer timestamp, which is usual and no fault.
var errSame = errors.New("same version")

// current refuses a timestamp that the server keeps repeating after its end, or that ends too late.
func (w *Walk) current(held *metadata.Metadata[metadata.TimestampType]) error {
	if held.Signed.IsExpired(w.Now) {
		return refuse(timestampFile, ErrExpired, "at %s", held.Signed.Expires.Format(time.RFC3339))
	}
	return w.near(held)
}

// near refuses a timestamp that would count as news for longer than any keeper signs.
func (w *Walk) near(file *metadata.Metadata[metadata.TimestampType]) error {
	if w.MaxFresh == 0 || !file.Signed.Expires.After(w.Now.Add(w.MaxFresh)) {
		return nil
	}
	return refuse(timestampFile, ErrFormat, "ends %s, more than %s ahead: the clock of the server or of this computer is wrong, or the online key was stolen",
		file.Signed.Expires.Format(time.RFC3339), w.MaxFresh)
}

func (w *Walk) takeTimestamp(data []byte) error {
	file, err := decode[metadata.TimestampType](timestampFile, data, MaxTimestamp)
	if err != nil {
		return err
	}
	if file.Signed.Meta[snapshotFile] == nil {
		return refuse(timestampFile, ErrFormat, "names no snapshot")
	}
	_, err = w.set.UpdateTimestamp(data)
	if errors.Is(err, &metadata.ErrEqualVersionNumber{}) {
		return errSame
	}
	if err == nil {
		return w.near(file)
	}
	return older(timestampFile, err)
}

func (w *Walk) snapshot(ctx context.Context) error {
	want := w.set.Timestamp.Signed.Meta[snapshotFile]
	if held := w.held(snapshotFile); held != nil && w.try(snapshotFile, held, w.takeSnapshot(true)) == nil {
		return w.aboveFloor()
	}
	data, err := w.get(ctx, w.versioned(snapshotFile, want.Version), limit(want.Length, MaxSnapshot))
	if err != nil {
		return err
	}
	if err := w.try(snapshotFile, data, w.takeSnapshot(false)); err != nil {
		return err
	}
	if err := w.aboveFloor(); err != nil {
		return err
	}
	return w.keep(snapshotFile, data)
}

// takeSnapshot is for a held snapshot, whose length and hash were checked when it was fetched, or for a new one.
func (w *Walk) takeSnapshot(held bool) func([]byte) error {
	return func(data []byte) error {
		want := w.set.Timestamp.Signed.Meta[snapshotFile]
		if err := checkLength(snapshotFile, want, data); err != nil && !held {
			return err
		}
		file, err := decode[metadata.SnapshotType](snapshotFile, data, MaxSnapshot)
		if err != nil {
			return err
		}
		if file.Signed.Meta[targetsFile] == nil {
			return refuse(snapshotFile, ErrFormat, "names no targets")
		}
		_, err = w.set.UpdateSnapshot(data, held)
		if file.Signed.Version == want.Version {
			return older(snapshotFile, err)
		}
		return translate(snapshotFile, err)
	}
}

// aboveFloor goes further than TUF, which forgets versions when the snapshot's key changes: see docs/decisions/0082.
func (w *Walk) aboveFloor() error {
	got := w.set.Snapshot.Signed.Meta[targetsFile].Version
	if w.Floor != nil && got < w.Floor() {
		return refuse(targetsFile, ErrOlder, "version %d is offered, %d is held", got, w.Floor())
	}
	return nil
}

func (w *Walk) targets(ctx context.Context) ([]byte, error) {
	if held := w.held(targetsFile); held != nil && w.try(targetsFile, held, w.takeTargets) == nil {
		return held, nil
	}
	want := w.set.Snapshot.Signed.Meta[targetsFile]
	data, err := w.get(ctx, w.versioned(targetsFile, want.Version), limit(want.Length, MaxTargets))
	if err != nil {
		return nil, err
	}
	if err := w.try(targetsFile, data, w.takeTargets); err != nil {
		return nil, err
	}
	return data, w.keep(targetsFile, data)
}

func (w *Walk) takeTargets(data []byte) error {
	if err := checkLength(targetsFile, w.set.Snapshot.Signed.Meta[targetsFile], data); err != nil {
		return err
	}
	if _, err := decode[metadata.TargetsType](targetsFile, data, MaxTargets); err != nil {
		return err
	}
	_, err := w.set.UpdateTargets(data)
	return err
}

// try runs one step of the library, which may stumble over what it reads, and gives its error a class.
func (w *Walk) try(name string, data []byte, take func([]byte) error) (err error) {
	defer guard(name, &err)
	err = take(data)
	if errors.Is(err, errSame) {
		return err
	}
	return translate(name, err)
}

// older marks the errors of a version that went back.
func older(name string, err error) error {
	if errors.Is(err, &metadata.ErrBadVersionNumber{}) {
		return &Error{name, ErrOlder, err.Error()}
	}
	return err
}

func checkLength(name string, want *metadata.MetaFiles, data []byte) error {
	if want.Length != 0 && want.Length != int64(len(data)) {
		return refuse(name, ErrLength, "%d bytes, signed are %d", len(data), want.Length)
	}
	return nil
}

// limit is what may be read of a file whose signed length may be absent.
func limit(signed, most int64) int64 {
	if signed > 0 && signed < most {
		return signed
	}
	return most
}

func (w *Walk) versioned(name string, version int64) string {
	if !w.Chain.Last().Signed.ConsistentSnapshot {
		return name
	}
	return strconv.FormatInt(version, 10) + "." + name
}

func (w *Walk) get(ctx context.Context, name string, max int64) ([]byte, error) {
	return fetch(ctx, w.Fetch, "metadata/"+name, max)
}

// fetch holds the limit itself too: a Fetcher that forgets it must not matter.
func fetch(ctx context.Context, from Fetcher, path string, max int64) ([]byte, error) {
	data, err := from.Fetch(ctx, path, max)
	switch {
	case errors.Is(err, ErrUnavailable), errors.Is(err, ErrTooLarge):
		return nil, err
	case err != nil:
		return nil, &Error{path, ErrUnavailable, err.Error()}
	case int64(len(data)) > max:
		return nil, refuse(path, ErrTooLarge, "more than %d bytes", max)
	}
	return data, nil
}

// held is a file of the storage, or nil: what cannot be read counts as absent, since the package can always replace it.
func (w *Walk) held(name string) []byte {
	data, err := w.Store.Read(w.Folder + name)
	if err != nil {
		return nil
	}
	return data
}

func (w *Walk) keep(name string, data []byte) error {
	if err := w.Store.Write(map[string][]byte{w.Folder + name: data}); err != nil {
		return fmt.Errorf("%w: %w", ErrStorage, err)
	}
	return nil
}
