package lint

import (
	"strconv"
	"unicode/utf8"
)

// AppendJSON appends the report as JSON, as encoding/json would write it but for the escapes that HTML would want. It is
// written by hand because it is written at each key: reflection takes three times as long where nothing is in the processor's
// caches.
func (r *Report) AppendJSON(out []byte) []byte {
	out = appendInt(out, `{"revision":`, r.Revision)
	out = appendText(out, `,"verdict":`, r.Verdict)
	out = r.Language.appendJSON(append(out, `,"language":`...))
	out = appendList(out, `,"findings":`, r.Findings, (*Finding).appendJSON)
	if r.Truncated {
		out = append(out, `,"truncated":true`...)
	}
	out = appendText(out, `,"bundle":{"version":`, r.Bundle.Version)
	out = appendText(out, `,"state":`, r.Bundle.State)
	return append(out, "}}"...)
}

func (l *Language) appendJSON(out []byte) []byte {
	out = appendText(out, `{"code":`, l.Code)
	out = strconv.AppendFloat(append(out, `,"confidence":`...), l.Confidence, 'g', -1, 64)
	if len(l.Also) > 0 {
		out = appendList(out, `,"also":`, l.Also, appendTextAt)
	}
	return append(out, '}')
}

func (f *Finding) appendJSON(out []byte) []byte {
	out = appendText(out, `{"rule":`, f.Rule)
	out = appendText(out, `,"category":`, f.Category)
	if f.Entity != "" {
		out = appendText(out, `,"entity":`, f.Entity)
	}
	out = appendText(out, `,"action":`, f.Action)
	out = appendInt(out, `,"start":`, f.Start)
	out = appendInt(out, `,"end":`, f.End)
	out = appendText(out, `,"message":`, f.Message)
	out = appendInt(out, `,"confidence":`, f.Confidence)
	if f.Mutable {
		out = append(out, `,"mutable":true`...)
	}
	out = appendList(out, `,"fixes":`, f.Fixes, (*Fix).appendJSON)
	if len(f.Formerly) > 0 {
		out = appendList(out, `,"formerly":`, f.Formerly, appendTextAt)
	}
	return append(out, '}')
}

func (f *Fix) appendJSON(out []byte) []byte {
	out = appendText(out, `{"title":`, f.Title)
	out = appendList(out, `,"edits":`, f.Edits, (*Edit).appendJSON)
	return append(out, '}')
}

func (e *Edit) appendJSON(out []byte) []byte {
	out = appendInt(out, `{"start":`, e.Start)
	out = appendInt(out, `,"end":`, e.End)
	return append(appendText(out, `,"text":`, e.Text), '}')
}

// appendList appends a field that is a list; a missing one is an empty one, since the contract knows no null.
func appendList[T any](out []byte, name string, list []T, one func(*T, []byte) []byte) []byte {
	out = append(append(out, name...), '[')
	for i := range list {
		if i > 0 {
			out = append(out, ',')
		}
		out = one(&list[i], out)
	}
	return append(out, ']')
}

func appendInt(out []byte, name string, n int) []byte {
	return strconv.AppendInt(append(out, name...), int64(n), 10)
}

func appendTextAt(s *string, out []byte) []byte { return appendText(out, "", *s) }

// appendText appends a field that is a text (RFC 8259 section 7). Bytes that are not UTF-8 become U+FFFD.
func appendText(out []byte, name, s string) []byte {
	const hex = "0123456789abcdef"
	out = append(append(out, name...), '"')
	from := 0
	for i, r := range s {
		switch {
		case r == utf8.RuneError && s[i] != "\uFFFD"[0]:
			out = append(append(out, s[from:i]...), "\uFFFD"...)
			from = i + 1
		case r == '"' || r == '\\':
			out = append(append(out, s[from:i]...), '\\')
			from = i
		case r < ' ':
			out = append(append(out, s[from:i]...), '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
			from = i + 1
		}
	}
	return append(append(out, s[from:]...), '"')
}
