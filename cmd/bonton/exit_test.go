package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExitCodes holds the three codes; the scripts only tell failure from success.
func TestExitCodes(t *testing.T) {
	empty := t.TempDir()
	bad := t.TempDir()
	if err := os.MkdirAll(filepath.Join(bad, "tone"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(bad, "tone", "x.yaml"), []byte("action: no\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args  string
		input string
		want  int
	}{
		{"help", "", exitClean},
		{"", "", exitUsage},
		{"lint", "Bonjour", exitClean},
		{"lint", "connard", exitFound},
		{"lint --fail-on justify", "connard", exitClean},
		{"lint", "merci !!!", exitClean},
		{"lint --fail-on maybe", "", exitUsage},
		{"lint no-such-file.txt", "", exitUsage},
		{"lint --jsonl", `{"id":2}`, exitUsage},
		{"bundle status --dir " + empty, "", exitUsage},
		{"rules new /dev/null/x house/a", "", exitUsage},
		{"lint --jsonl", `{"id":1,"text":"connard"}`, exitFound},
		{"lint --jsonl", `{"id":1`, exitUsage},
		{"lint --rules " + bad, "Bonjour", exitFound},
		{"lint --rules /no/such/folder", "Bonjour", exitUsage},
		{"rules check " + bad, "", exitFound},
		{"rules check " + empty, "", exitFound},
		{"rules check", "", exitUsage},
	} {
		var out, errs bytes.Buffer
		if got := run(strings.Fields(c.args), strings.NewReader(c.input), &out, &errs); got != c.want {
			t.Errorf("bonton %s: exit %d, want %d\n%s%s", c.args, got, c.want, &out, &errs)
		}
		if c.want == exitUsage && !strings.HasPrefix(errs.String(), "bonton: ") {
			t.Errorf("bonton %s: errors begin with the program's name, got %q", c.args, errs.String())
		}
	}
}

// TestVisible: what others wrote changes nothing on the terminal when an error repeats it.
func TestVisible(t *testing.T) {
	var out, errs bytes.Buffer
	run([]string{"lint", "no\x1b[8m\u202e\r.txt"}, strings.NewReader(""), &out, &errs)
	if text := errs.String(); strings.ContainsAny(text, "\x1b\u202e\r") || !strings.Contains(text, "no\ufffd[8m\ufffd\ufffd.txt") {
		t.Errorf("%q", text)
	}
}
