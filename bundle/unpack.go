package bundle

import (
	"bytes"
	"compress/gzip"
	"io"
)

// Unpack decompresses a file of a channel up to its limit: a small file that grows without end is refused on the way.
func Unpack(file string, packed []byte) ([]byte, error) {
	limit := Limits[file]
	if int64(len(packed)) > limit.Packed {
		return nil, refuse(file, ErrTooLarge, "%d bytes, at most %d", len(packed), limit.Packed)
	}
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, refuse(file, ErrFormat, "%v", err)
	}
	data, err := io.ReadAll(io.LimitReader(reader, limit.Unpacked+1))
	if err != nil {
		return nil, refuse(file, ErrFormat, "%v", err)
	}
	if int64(len(data)) > limit.Unpacked {
		return nil, refuse(file, ErrTooLarge, "unpacks to more than %d bytes", limit.Unpacked)
	}
	return data, readable(file, data, limit.Unpacked)
}
