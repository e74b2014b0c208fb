package publish

import (
	"fmt"
	"strings"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// Status says of a repository what ends when and who must sign then, a line each. The second answer says whether
// something is due: ended, or with less than a quarter of its life left.
func Status(s repository.State, now time.Time) (lines []string, due bool, err error) {
	chain, err := s.Chain()
	if err != nil {
		return nil, false, err
	}
	trust := TrustOf(chain.Last())
	admins := fmt.Sprintf("%d of %s", trust.Threshold, namesOf(trust.Admins))
	add := func(role string, version int64, expires time.Time, life time.Duration, who string) {
		left := expires.Sub(now)
		soon := left < life/4
		due = due || soon
		lines = append(lines, fmt.Sprintf("%-9s version %d ends %s (%s)%s; signed by %s", role, version, expires.Format(time.RFC3339), span(left), mark(soon), who))
	}
	root := chain.Last()
	add(metadata.ROOT, root.Signed.Version, root.Signed.Expires, RootLife, admins)
	if s.Targets != nil {
		targets, last, err := chain.Targets(s.Targets)
		if err != nil {
			return lines, true, err
		}
		add(metadata.TARGETS, targets.Signed.Version, targets.Signed.Expires, TargetsLife, admins)
		due = due || !last
		lines = append(lines, channelsOf(targets)...)
	}
	snapshot, err := metadata.Snapshot().FromBytes(s.Snapshot)
	switch {
	case err != nil:
	case snapshot.Signed.Meta["targets.json"].Version < s.TargetsVersion():
		lines = append(lines, "snapshot and timestamp of these targets are not here: a server signs them")
	default:
		add(metadata.SNAPSHOT, snapshot.Signed.Version, snapshot.Signed.Expires, repository.SnapshotLife, trust.Online.Name)
		stamp, err := metadata.Timestamp().FromBytes(s.Timestamp)
		if err != nil {
			lines, due = append(lines, "timestamp is missing DUE; bonton bundle refresh writes the next"), true
			break
		}
		add(metadata.TIMESTAMP, stamp.Signed.Version, stamp.Signed.Expires, repository.TimestampLife, trust.Online.Name)
	}
	if chain.Development() {
		lines = append(lines, "signed under development keys: worth nothing outside a test")
	}
	return lines, due, nil
}

func channelsOf(targets *metadata.Metadata[metadata.TargetsType]) (lines []string) {
	for _, channel := range bundle.Channels {
		if c, err := bundle.Announced(targets, channel); err == nil {
			lines = append(lines, fmt.Sprintf("  %-7s version %s of %s", channel, c.Version, day(c.Created)))
		}
	}
	return lines
}

func mark(soon bool) string {
	if soon {
		return " DUE"
	}
	return ""
}

func span(left time.Duration) string {
	switch {
	case left < 0:
		return "ended"
	case left < 48*time.Hour:
		return fmt.Sprintf("in %d hours", int(left.Hours()))
	}
	return fmt.Sprintf("in %d days", int(left.Hours()/24))
}

func day(t time.Time) string { return t.UTC().Format(time.DateOnly) }

func namesOf(keys []Public) string {
	var names []string
	for _, key := range keys {
		names = append(names, key.Name)
	}
	return strings.Join(names, ", ")
}
