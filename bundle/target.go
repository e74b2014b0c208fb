package bundle

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// Announced reads what signed targets say of a channel: all its files must be there, within the limits, and agree.
func Announced(targets *metadata.Metadata[metadata.TargetsType], channel string) (all Custom, err error) {
	for i, file := range Files {
		name := TargetPath(channel, file)
		target := targets.Signed.Targets[name]
		if target == nil {
			return all, refuse(name, ErrIncomplete, "")
		}
		if len(target.Hashes["sha256"]) == 0 {
			return all, refuse(name, ErrFormat, "no SHA-256")
		}
		if target.Length > Limits[file].Packed {
			return all, refuse(name, ErrTooLarge, "%d bytes, at most %d", target.Length, Limits[file].Packed)
		}
		one, err := custom(name, target)
		if err != nil {
			return all, err
		}
		if i > 0 && !one.equal(all) {
			return all, refuse(name, ErrFormat, "custom fields differ from those of %s", Files[0])
		}
		all = one
	}
	return all, nil
}

// DownloadTarget gets one target and compares it with its signed length and hash.
func DownloadTarget(ctx context.Context, from Fetcher, name string, want *metadata.TargetFiles, consistent bool) ([]byte, error) {
	path := name
	if consistent {
		path = ConsistentName(name, prefix(want))
	}
	data, err := fetch(ctx, from, "targets/"+path, want.Length)
	if err != nil {
		return nil, err
	}
	return data, checkTarget(name, want, data)
}

// prefix is the hash under which a target lies. Repositories of ours have SHA-256, others may have another one alone.
func prefix(want *metadata.TargetFiles) string {
	for _, kind := range []string{"sha256", "sha512", "sha384"} {
		if sum := want.Hashes[kind]; sum != nil {
			return sum.String()
		}
	}
	return ""
}

// checkTarget compares a target file with what the signed metadata says of it.
func checkTarget(name string, want *metadata.TargetFiles, data []byte) error {
	if int64(len(data)) != want.Length {
		return refuse(name, ErrLength, "%d bytes, signed are %d", len(data), want.Length)
	}
	return translate(name, want.VerifyLengthHashes(data))
}

// custom reads what the metadata says of a target beside its hash. Fields of a later time are passed over.
func custom(name string, target *metadata.TargetFiles) (c Custom, err error) {
	if target.Custom == nil {
		return c, refuse(name, ErrFormat, "no custom fields")
	}
	if err := json.Unmarshal(*target.Custom, &c); err != nil {
		return c, refuse(name, ErrFormat, "custom fields: %v", err)
	}
	if !validVersion(c.Version) || c.Engine < 1 {
		return c, refuse(name, ErrFormat, "custom fields: version or engine is missing, or no version looks like that")
	}
	return c, nil
}

// validVersion says whether a version is letters, digits, dots, plus signs and dashes after a letter or digit, at most 64: as
// rules name theirs, and so that a signer sees all of it.
func validVersion(version string) bool {
	for i := range len(version) {
		c := version[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
		if !letter && (i == 0 || strings.IndexByte(".+-", c) < 0) {
			return false
		}
	}
	return version != "" && len(version) <= 64
}

// ConsistentName is where a target lies when its hash is part of the name, as it is in our repositories.
func ConsistentName(target, sha256 string) string {
	at := strings.LastIndexByte(target, '/') + 1
	return target[:at] + sha256 + "." + target[at:]
}

// assemble unpacks the files of a channel. Their hashes are verified by whoever calls.
func assemble(targets *metadata.Metadata[metadata.TargetsType], channel string, packed map[string][]byte) (*Bundle, error) {
	next := &Bundle{Channel: channel, Targets: targets.Signed.Version, Signed: targets.Signed.Expires, Hashes: map[string]string{}}
	for file, into := range map[string]*[]byte{Rules: &next.Rules, Texts: &next.Texts, Lessons: &next.Lessons} {
		data, err := Unpack(file, packed[file])
		if err != nil {
			return nil, err
		}
		*into, next.Hashes[file] = data, hash(packed[file])
	}
	return next, nil
}
