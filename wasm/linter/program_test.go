package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/rules"
)

// faulty is an engine with a bug: it panics on a certain word, as a slip in a detector would.
type faulty struct{ *lint.Engine }

func (f faulty) Lint(d lint.Draft) (lint.Report, error) {
	if d.Text == "trap" {
		var nothing []int
		_ = nothing[d.Revision]
	}
	return f.Engine.Lint(d)
}

func loaded(t *testing.T) *program {
	t.Helper()
	rulesJSON, _, err := rules.Compile(rules.Packs(), "1")
	if err != nil {
		t.Fatal(err)
	}
	b := &program{}
	if got := b.load(rulesJSON, ""); got != `{"bundle":{"version":"1","state":"packaged"}}` {
		t.Fatal(got)
	}
	return b
}

// TestPanic holds that a bug answers the draft it met, and only that one.
func TestPanic(t *testing.T) {
	b := loaded(t)
	b.engine = faulty{b.engine.(*lint.Engine)}
	got := b.lint(`{"revision":5,"text":"trap","locale":"fr"}`, "")
	if want := `{"revision":5,"error":"the engine failed: runtime error: index out of range [5] with length 0"}`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	var report lint.Report
	if err := json.Unmarshal([]byte(b.lint(`{"revision":6,"text":"connard","locale":"fr"}`, "")), &report); err != nil || report.Verdict != "warn" {
		t.Errorf("after a panic: %v %+v", err, report)
	}
}

// TestThreadApart holds that a thread counts for the draft it comes with, the same one again, another, and none.
func TestThreadApart(t *testing.T) {
	var seen []string
	b := loaded(t)
	b.engine = watched{b.engine.(*lint.Engine), &seen}
	mine := `{"complete":true,"messages":[{"from":"me","text":"a"}]}`
	for _, thread := range []string{mine, mine, "", `{"messages":[{"from":"them","text":"b"}]}`, mine} {
		b.lint(`{"text":"x"}`, thread)
	}
	if got := strings.Join(seen, " "); got != "me:a me:a - them:b me:a" {
		t.Error(got)
	}
	for _, thread := range []string{"{", `{"messages":[{"from":"you"}]}`} {
		if got := b.lint(`{"revision":3,"text":"x"}`, thread); !strings.HasPrefix(got, `{"revision":3,"error":"`) {
			t.Errorf("%s: %s", thread, got)
		}
	}
}

// watched notes the first message of each draft's thread.
type watched struct {
	*lint.Engine
	seen *[]string
}

func (w watched) Lint(d lint.Draft) (lint.Report, error) {
	note := "-"
	if d.Thread != nil {
		note = d.Thread.Messages[0].From + ":" + d.Thread.Messages[0].Text
	}
	*w.seen = append(*w.seen, note)
	return w.Engine.Lint(d)
}

// TestLoadIsAllOrNothing holds that after a refused load the rules before it are still in force.
func TestLoadIsAllOrNothing(t *testing.T) {
	b := loaded(t)
	rulesJSON, _, err := rules.Compile(rules.Packs(), "2")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"no rules":              nil,
		"rules of another kind": []byte(strings.Replace(string(rulesJSON), `"format":1`, `"format":2`, 1)),
	} {
		if got := b.load(data, ""); !strings.HasPrefix(got, `{"error":`) {
			t.Errorf("%s: %s", name, got)
		}
		if got := b.lint(`{"text":"x"}`, ""); !strings.Contains(got, `"version":"1"`) {
			t.Errorf("%s: rules changed: %s", name, got)
		}
	}
	if got := b.load(rulesJSON, ""); !strings.Contains(got, `"version":"2"`) {
		t.Errorf("good rules were refused: %s", got)
	}
}

// TestState holds that reports say the state that the caller told, and that a refused load leaves it.
func TestState(t *testing.T) {
	b := loaded(t)
	rulesJSON, _, err := rules.Compile(rules.Packs(), "2")
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() {}, `"bundle":{"version":"1","state":"packaged"}`},
		{func() { b.load(rulesJSON, "current") }, `"bundle":{"version":"2","state":"current"}`},
		{func() { b.state = "stale" }, `"bundle":{"version":"2","state":"stale"}`},
		{func() { b.load(nil, "current") }, `"bundle":{"version":"2","state":"stale"}`},
	} {
		step.do()
		if got := b.lint(`{"text":"x"}`, ""); !strings.Contains(got, step.want) {
			t.Errorf("%s, want %s", got, step.want)
		}
	}
}

// TestWarm holds that work ahead comes to its end, whatever a piece does.
func TestWarm(t *testing.T) {
	p := loaded(t)
	ran := 0
	p.cold = []func(){func() { ran++ }, func() { panic("a slip") }, func() { ran++ }}
	for _, want := range []bool{true, true, false, false} {
		if got := p.warm(); got != want {
			t.Errorf("more is %v, want %v", got, want)
		}
	}
	if ran != 2 {
		t.Errorf("%d pieces ran", ran)
	}
}

// FuzzLint holds that whatever string comes as a draft is answered with JSON that has a revision.
func FuzzLint(f *testing.F) {
	rulesJSON, _, err := rules.Compile(rules.Packs(), "1")
	if err != nil {
		f.Fatal(err)
	}
	b := &program{}
	b.load(rulesJSON, "")
	for _, s := range []string{`{"revision":1,"text":"connard 😀😀😀 4111111111111111 !!!","locale":"fr"}`, `{"text":"\ud800"}`, `[]`, `null`, `{"revision":"x"}`,
		`{"chat":{"kind":"group","audience":"customer","language":"en"},"text":"u r an idiot","thread":{"complete":true,"messages":[{"from":"me","text":"x"}]}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var answer map[string]any
		if err := json.Unmarshal([]byte(b.lint(s, "")), &answer); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if problem, failed := answer["error"].(string); failed && strings.Contains(problem, "engine failed") {
			t.Fatalf("%q: %s", s, problem)
		}
		if _, ok := answer["revision"].(float64); !ok {
			t.Fatalf("%q: no revision in %v", s, answer)
		}
	})
}
