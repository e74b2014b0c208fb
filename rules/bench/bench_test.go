package bench_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/bonton/bonton/rules"
	"github.com/bonton/bonton/rules/bench"
)

// TestWrite holds the order and the verdict, with measurements made up for it.
func TestWrite(t *testing.T) {
	var out strings.Builder
	over, err := bench.Write(&out, []bench.Measurement{
		{Rule: "a/cheap", PerMessage: 40 * time.Nanosecond, Found: 2},
		{Rule: "a/dear", PerMessage: 21 * time.Microsecond},
		{Rule: "a/limit", PerMessage: 10 * time.Microsecond, Compile: 5 * time.Millisecond},
		{Rule: "a/slow", PerMessage: time.Microsecond, Compile: 5*time.Millisecond + 1},
	}, bench.Usual)
	want := `a message  compiling  found  rule
21µs       -          0      a/dear  takes 21µs a message, 10µs is allowed
10µs       5ms        0      a/limit
1µs        5ms        0      a/slow  its pattern takes 5ms to compile, 5ms is allowed
40ns       -          2      a/cheap
`
	if err != nil || over != 2 || out.String() != want {
		t.Errorf("%d over, %v, got:\n%s", over, err, out.String())
	}
}

// TestMeasure runs with a clock that ticks once each time it is read: every span is one tick.
func TestMeasure(t *testing.T) {
	book, err := rules.Read(fstest.MapFS{"house/first.yaml": {Data: []byte(rules.Skeleton)}})
	if err != nil {
		t.Fatal(err)
	}
	now := time.Duration(0)
	clock := func() time.Duration { now += time.Millisecond; return now }
	texts := bench.Texts(book, book)
	list, err := bench.Measure(book, texts, clock)
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) != 2 || len(list) != 1 || list[0] != (bench.Measurement{Rule: "house/first", Found: 1}) {
		t.Errorf("%q: %+v", texts, list)
	}
}
