package publish

import (
	"bytes"
	"fmt"
	"maps"
	"slices"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/repository"
)

// Show says what a signer is about to sign, a line each, and what of it differs from what is published: the keys of a root by
// their whole id, since names come from the file itself, and every file of the targets by its hash.
func (h Half) Show(published repository.State) []string {
	if h.root != nil {
		before, _ := newestOf(published, nil)
		return h.showRoot(before)
	}
	return h.showTargets(published)
}

func (h Half) showRoot(before Root) []string {
	t := TrustOf(h.root)
	lines := []string{fmt.Sprintf("root %d, ends %s: %d of %s; online key %s", h.Version, day(h.root.Signed.Expires), t.Threshold, namesOf(t.Admins), t.Online.Name)}
	var was Trust
	switch {
	case before != nil && before.Signed.Version == h.Version-1:
		was = TrustOf(before)
		lines = append(lines, fmt.Sprintf("  compared with root %d, which asks for %d of %d signatures:", h.Version-1, was.Threshold, len(was.Admins)))
	case before == nil && h.Version == 1:
		lines = append(lines, "  the first root:")
	default:
		lines = append(lines, fmt.Sprintf("  root %d is not here, so nothing is compared:", h.Version-1))
	}
	lines = append(lines, keys(was.Admins, t.Admins, "")...)
	return slices.Concat(lines, keys([]Public{was.Online}, []Public{t.Online}, " (online)"), h.odd())
}

// keys compares keys by their ids; that an id is its key's was seen when the draft was read, not for what is published.
func keys(was, now []Public, what string) (lines []string) {
	has := func(list []Public, same func(Public) bool) bool { return slices.ContainsFunc(list, same) }
	line := func(mark string, key Public, note string) {
		lines = append(lines, fmt.Sprintf("  %s %-12s %s%s%s", mark, plain(key.Name), plain(key.ID), what, note))
	}
	for _, key := range was {
		if key.ID != "" && !has(now, func(p Public) bool { return p.ID == key.ID }) {
			line("-", key, "")
		}
	}
	for _, key := range now {
		at := slices.IndexFunc(was, func(p Public) bool { return p.ID == key.ID })
		switch {
		case at >= 0 && was[at].Key != key.Key:
			line("!", key, ", CAREFUL: another key under an id that was there")
		case at >= 0 && was[at].Name == key.Name:
			line("=", key, "")
		case at >= 0:
			line("~", key, ", was called "+was[at].Name)
		case has(was, func(p Public) bool { return p.Name == key.Name }):
			line("+", key, ", another key under a name that was there")
		default:
			line("+", key, "")
		}
	}
	return lines
}

// odd names what root new and root rotate never write: roles that other keys sign than the ones shown.
func (h Half) odd() (lines []string) {
	roles := h.root.Signed.Roles
	for _, pair := range [][2]string{{metadata.TARGETS, metadata.ROOT}, {metadata.TIMESTAMP, metadata.SNAPSHOT}} {
		shown, other := roles[pair[0]], roles[pair[1]]
		if shown.Threshold != other.Threshold || !slices.Equal(slices.Sorted(slices.Values(shown.KeyIDs)), slices.Sorted(slices.Values(other.KeyIDs))) {
			lines = append(lines, fmt.Sprintf("  CAREFUL: the %s is signed by %d of %q", pair[1], other.Threshold, other.KeyIDs))
		}
	}
	if online := roles[metadata.TIMESTAMP]; len(online.KeyIDs) != 1 {
		lines = append(lines, fmt.Sprintf("  CAREFUL: %d online keys: %q", len(online.KeyIDs), online.KeyIDs))
	}
	if !h.root.Signed.ConsistentSnapshot {
		lines = append(lines, "  CAREFUL: consistent_snapshot is false: devices would ask for files that are not there")
	}
	return append(lines, unknown(h.root.Signed.UnrecognizedFields)...)
}

// unknown names fields that no command here writes.
func unknown(fields map[string]any) (lines []string) {
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		if field != namesField {
			lines = append(lines, fmt.Sprintf("  CAREFUL: %q is there, which no command here writes", field))
		}
	}
	return lines
}

func (h Half) showTargets(published repository.State) []string {
	lines := []string{fmt.Sprintf("targets %d, ends %s", h.Version, day(h.targets.Signed.Expires))}
	was, note := trusted(published)
	lines[0] += "; " + note
	for _, channel := range bundle.Channels {
		if c, err := bundle.Announced(h.targets, channel); err == nil {
			lines = append(lines, fmt.Sprintf("%s: version %s of %s", channel, c.Version, day(c.Created)))
		}
	}
	now := h.targets.Signed.Targets
	for _, name := range slices.Sorted(maps.Keys(now)) {
		lines = append(lines, fmt.Sprintf("  %-9s %s", compared(was[name], now[name]), plain(repository.FilePath(name, now[name]))))
	}
	for _, name := range slices.Sorted(maps.Keys(was)) {
		if now[name] == nil {
			lines = append(lines, "  removed   "+plain(name))
		}
	}
	if h.targets.Signed.Delegations != nil {
		lines = append(lines, "  CAREFUL: others may sign targets too, which no command here writes")
	}
	return append(lines, unknown(h.targets.Signed.UnrecognizedFields)...)
}

// trusted are the published targets, if they are signed as the root demands.
func trusted(published repository.State) (map[string]*metadata.TargetFiles, string) {
	if published.Targets == nil {
		return nil, "none are published here"
	}
	chain, err := published.Chain()
	if err != nil {
		return nil, "not compared: " + err.Error()
	}
	was, _, err := chain.Targets(published.Targets)
	if err != nil {
		return nil, "not compared: " + err.Error()
	}
	return was.Signed.Targets, fmt.Sprintf("compared with targets %d", was.Signed.Version)
}

func compared(was, now *metadata.TargetFiles) string {
	switch {
	case was == nil:
		return "new"
	case bytes.Equal(was.Hashes["sha256"], now.Hashes["sha256"]):
		return "the same"
	}
	return "changed"
}
