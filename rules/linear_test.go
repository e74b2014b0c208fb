//go:build linux

package rules_test

import (
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/bonton/bonton/lint"
)

// TestLinear holds that twice the text costs twice the work: four times the text may cost eight times as much, where a step
// for each pair of places would cost sixteen. Work is what the processor spent on this thread, and of several tries the least:
// whoever else is busy takes its caches away.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	e := packaged(t)
	for _, unit := range hostile {
		short, long := time.Hour, time.Hour
		for try := 1; try == 1 || try <= 5 && !isLinear(short, long); try++ {
			short, long = min(short, cost(t, e, unit, 8_000)), min(long, cost(t, e, unit, 32_000))
		}
		if !isLinear(short, long) {
			t.Errorf("%q: %v for 8,000 characters, %v for 32,000", unit, short, long)
		}
	}
}

func isLinear(short, long time.Duration) bool { return long < 8*short+2*time.Millisecond }

// cost is the work of one report, of as many as the processor's clock needs to tell: some count in steps of 4 ms.
func cost(t *testing.T, e *lint.Engine, unit string, size int) time.Duration {
	d := lint.Draft{Text: strings.Repeat(unit, size/len([]rune(unit))), Locale: "fr"}
	began := spent(t)
	for runs := time.Duration(1); ; runs++ {
		if _, err := e.Lint(d); err != nil {
			t.Fatal(err)
		}
		if all := spent(t) - began; all > 24*time.Millisecond {
			return all / runs
		}
	}
}

// spent is the processor's time of this thread.
func spent(t *testing.T) time.Duration {
	const thread = 1 // RUSAGE_THREAD of getrusage(2)
	var usage syscall.Rusage
	if err := syscall.Getrusage(thread, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
