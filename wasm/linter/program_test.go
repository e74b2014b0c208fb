package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/rules"
)

// faulty is an engine with a bug: it panics on a certain word, as a slip in a detector would.
type faulty struct{ occasion }

func (f faulty) Lint(revision int, text, now string) (lint.Report, error) {
	if text == "trap" {
		var nothing []int
		_ = nothing[revision]
	}
	return f.occasion.Lint(revision, text, now)
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

// lintJSON answers a draft told and written as JavaScript does.
func lintJSON(p *program, revision int, text, thread string) string {
	if refused := p.about(`{"locale":"fr"}`, thread); refused != "" {
		return refused
	}
	now := "2026-03-10T10:00:00+01:00"
	p.room(len(text) + len(now))
	copy(p.plain[copy(p.plain, text):], now)
	p.lintRoom(revision, len(text), len(now))
	return string(p.plain)
}

// TestPanic holds that a bug answers the draft it met, and only that one.
func TestPanic(t *testing.T) {
	b := loaded(t)
	at := b.at
	b.at = func(d lint.Draft) (occasion, error) {
		o, err := at(d)
		return faulty{o}, err
	}
	got := lintJSON(b, 5, "trap", "")
	if want := `{"revision":5,"error":"the engine failed: runtime error: index out of range [5] with length 0"}`; got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	var report lint.Report
	if err := json.Unmarshal([]byte(lintJSON(b, 6, "connard", "")), &report); err != nil || report.Verdict != "warn" {
		t.Errorf("after a panic: %v %+v", err, report)
	}
}

// TestWarmKeepsSetting holds that work ahead leaves the setting that was told, also where a rehearsal fails.
func TestWarmKeepsSetting(t *testing.T) {
	for _, fails := range []bool{false, true} {
		b := loaded(t)
		lintJSON(b, 1, "x", `{"messages":[{"from":"them","text":"a"}]}`)
		told, current := b.setting, b.current
		if fails {
			b.at = func(lint.Draft) (occasion, error) { panic("a bug") }
		}
		for more := true; more; {
			more = b.warm()
			if b.setting.Thread != told.Thread || b.setting.Locale != told.Locale || b.current != current {
				t.Fatalf("fails=%v: after a piece of work ahead the setting is %+v", fails, b.setting)
			}
		}
	}
}

// TestThreadApart holds that a thread counts for the draft it comes with, the same one again, another, and none.
func TestThreadApart(t *testing.T) {
	var seen []string
	b := loaded(t)
	at := b.at
	b.at = func(d lint.Draft) (occasion, error) {
		note := "-"
		if d.Thread != nil {
			note = d.Thread.Messages[0].From + ":" + d.Thread.Messages[0].Text
		}
		seen = append(seen, note)
		return at(d)
	}
	mine := `{"complete":true,"messages":[{"from":"me","text":"a"}]}`
	for _, thread := range []string{mine, mine, "", `{"messages":[{"from":"them","text":"b"}]}`, mine} {
		lintJSON(b, 1, "x", thread)
	}
	if got := strings.Join(seen, " "); got != "me:a me:a - them:b me:a" {
		t.Error(got)
	}
	for _, thread := range []string{"{", `{"messages":[{"from":"you"}]}`} {
		if got := lintJSON(b, 3, "x", thread); !strings.HasPrefix(got, `{"error":"`) {
			t.Errorf("%s: %s", thread, got)
		}
	}
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
		if got := lintJSON(b, 1, "x", ""); !strings.Contains(got, `"version":"1"`) {
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
		if got := lintJSON(b, 1, "x", ""); !strings.Contains(got, step.want) {
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

// FuzzLint holds that whatever bytes come as a draft, its setting and its thread are answered with JSON.
func FuzzLint(f *testing.F) {
	rulesJSON, _, err := rules.Compile(rules.Packs(), "1")
	if err != nil {
		f.Fatal(err)
	}
	p := &program{}
	p.load(rulesJSON, "")
	f.Add("connard 😀😀😀 4111111111111111 !!!", `{"locale":"fr"}`, "")
	f.Add("\xff\xed\xa0\x80", `[]`, `null`)
	f.Add("u r an idiot", `{"chat":{"kind":"group","audience":"customer","language":"en"}}`, `{"complete":true,"messages":[{"from":"me","text":"x"}]}`)
	f.Fuzz(func(t *testing.T, text, setting, thread string) {
		if refused := p.about(setting, thread); refused != "" && (!json.Valid([]byte(refused)) || strings.Contains(refused, "engine failed")) {
			t.Fatalf("%q, %q: %s", setting, thread, refused)
		}
		var answer struct {
			Revision int
			Error    string
		}
		out := p.lint(nil, 3, text, setting)
		if err := json.Unmarshal(out, &answer); err != nil || answer.Revision != 3 || strings.Contains(answer.Error, "engine failed") {
			t.Fatalf("%q: %v %s", text, err, out)
		}
	})
}
