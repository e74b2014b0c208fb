package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestManyLines holds that answers come in the order of the lines, and that a bad line is named by its number, however the
// lines are shared out.
func TestManyLines(t *testing.T) {
	var in strings.Builder
	const n = 3*batchLines + 7
	for i := 1; i <= n; i++ {
		if i == 2*batchLines+1 {
			in.WriteString("{\n")
			continue
		}
		fmt.Fprintf(&in, "{\"id\":%d,\"text\":\"Bonjour\"}\n", i)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"lint", "--jsonl"}, strings.NewReader(in.String()), &out, &errs); code != exitUsage {
		t.Errorf("exit %d", code)
	}
	if want := fmt.Sprintf("stdin:%d: ", 2*batchLines+1); !strings.Contains(errs.String(), want) {
		t.Errorf("want %q in %s", want, &errs)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != n {
		t.Fatalf("%d answers for %d lines", len(lines), n)
	}
	for i, line := range lines {
		want := fmt.Sprintf(`{"id":%d,`, i+1)
		if i == 2*batchLines {
			want = `{"id":null,"error":`
		}
		if !strings.HasPrefix(line, want) {
			t.Fatalf("answer %d is %s", i+1, line)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, fmt.Errorf("the pipe is closed") }

// TestOutputFails: an output that takes nothing ends the command, and not in silence.
func TestOutputFails(t *testing.T) {
	var errs bytes.Buffer
	code := run([]string{"lint", "--jsonl"}, strings.NewReader(`{"id":1,"text":"Bonjour"}`), brokenPipe{}, &errs)
	if code != exitUsage || !strings.Contains(errs.String(), "the pipe is closed") {
		t.Errorf("exit %d: %s", code, &errs)
	}
}
