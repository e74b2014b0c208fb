package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
)

// under says whether a rule with a condition finds its word in a draft.
func under(t *testing.T, when string, crisis bool, d lint.Draft) bool {
	t.Helper()
	set, err := ruleset.Decode([]byte(`{"audienceDefault":"customer","engine":1,"format":1,"rules":[{"action":"note","category":"tone","detect":{"terms":["sot"]},` +
		`"id":"tone/sot","message":{"en":"a","fr":"b"},"when":` + when + `}],"version":"1"}`))
	if err != nil {
		t.Fatal(when, err)
	}
	set.Settings.Crisis = crisis
	e, err := lint.New(set)
	if err != nil {
		t.Fatal(err)
	}
	d.Text = "un sot"
	return len(report(t, e, d).Findings) == 1
}

func TestWhenHours(t *testing.T) {
	office := `{"hours":{"days":["mon","tue","wed","thu","fri"],"outside":"08:00-19:00"}}`
	night := `{"hours":{"days":["fri"],"within":"22:00-06:00"}}`
	for _, c := range []struct {
		when, now string
		want      bool
	}{
		{office, "2026-03-10T10:00:00+01:00", false}, // a Tuesday
		{office, "2026-03-10T07:59:00+01:00", true},
		{office, "2026-03-10T08:00:00+01:00", false},
		{office, "2026-03-10T19:00:00+01:00", true}, // the end is outside
		{office, "2026-03-14T10:00:00+01:00", true}, // a Saturday
		{office, "2026-03-10T23:30:00-05:00", true}, // the offset of the draft counts, no other
		{office, "2026-03-10T10:00:00Z", false},
		{office, "", false}, // no clock: not met, either way
		{office, "yesterday", false},
		{`{"hours":{"within":"08:00-19:00"}}`, "", false},
		{`{"hours":{"within":"08:00-19:00"}}`, "2026-03-15T12:00:00+01:00", true}, // no days: every day
		{night, "2026-03-13T23:00:00+01:00", true},
		{night, "2026-03-14T05:59:00+01:00", true}, // the night of Friday goes on
		{night, "2026-03-13T05:00:00+01:00", false},
		{night, "2026-03-14T23:00:00+01:00", false},
		{`{"hours":{"within":"00:00-24:00"}}`, "2026-03-14T23:59:59+01:00", true},
	} {
		if got := under(t, c.when, false, lint.Draft{Now: c.now}); got != c.want {
			t.Errorf("%s at %q: %v", c.when, c.now, got)
		}
	}
}

func TestWhenFirstContact(t *testing.T) {
	mine, theirs := lint.Message{From: "me", Text: "a"}, lint.Message{From: "them", Text: "b"}
	for _, c := range []struct {
		name         string
		thread       *lint.Thread
		first, later bool
	}{
		{"unreadable", nil, false, false},
		{"empty", &lint.Thread{Complete: true}, true, false},
		{"they wrote first", &lint.Thread{Complete: true, Messages: []lint.Message{theirs}}, true, false},
		{"I wrote before", &lint.Thread{Complete: true, Messages: []lint.Message{mine, theirs}}, false, true},
		{"more above", &lint.Thread{Messages: []lint.Message{theirs}}, false, false},
		{"more above, and I wrote", &lint.Thread{Messages: []lint.Message{theirs, mine}}, false, true},
	} {
		d := lint.Draft{Thread: c.thread}
		if got := under(t, `{"firstContact":true}`, false, d); got != c.first {
			t.Errorf("%s: first contact is %v", c.name, got)
		}
		if got := under(t, `{"firstContact":false}`, false, d); got != c.later {
			t.Errorf("%s: later contact is %v", c.name, got)
		}
	}
}

func TestWhenCrisisRoleAndReaders(t *testing.T) {
	for _, c := range []struct {
		when   string
		crisis bool
		chat   *lint.Chat
		want   bool
	}{
		{`{"crisis":true}`, false, nil, false},
		{`{"crisis":true}`, true, nil, true},
		{`{"crisis":false}`, true, nil, false},
		{`{"role":["spokesperson"]}`, false, nil, false},
		{`{"role":["spokesperson"]}`, false, &lint.Chat{Role: "spokesperson"}, true},
		{`{"role":{"not":["spokesperson"]}}`, false, nil, true}, // who has no role has not this one
		{`{"role":{"not":["spokesperson"]}}`, false, &lint.Chat{Role: "spokesperson"}, false},
		{`{"readersOver":10}`, false, nil, false},
		{`{"readersOver":10}`, false, &lint.Chat{Readers: 10}, false},
		{`{"readersOver":10}`, false, &lint.Chat{Readers: 11}, true},
		{`{"crisis":true,"readersOver":10}`, true, &lint.Chat{Readers: 9}, false}, // all of them must hold
	} {
		if got := under(t, c.when, c.crisis, lint.Draft{Chat: c.chat}); got != c.want {
			t.Errorf("%s, crisis %v, %+v: %v", c.when, c.crisis, c.chat, got)
		}
	}
}

func TestWhenThreadHas(t *testing.T) {
	for _, c := range []struct {
		when, thread string // messages: "<" from them, ">" from me
		want         bool
	}{
		{`{"from":"them","terms":["stop"]}`, "", false},
		{`{"from":"them","terms":["stop"]}`, "<Stop !", true},
		{`{"from":"them","terms":["stop"]}`, ">Stop !", false},
		{`{"from":"them","terms":["stop"]}`, "<nonstop|<stoppé", false},
		{`{"from":"them","terms":["désinscri*"]}`, "<DESINSCRIVEZ-moi", true},
		{`{"from":"them","last":1,"terms":["stop"]}`, "<stop|<merci", false},
		{`{"from":"them","last":1,"terms":["stop"]}`, "<stop|>merci", true},
		{`{"from":"them","terms":["autre"],"whole":["stop"]}`, "<Stop ! 🛑", true},
		{`{"from":"them","terms":["autre"],"whole":["stop"]}`, "<Le bus stop", false},
		{`{"from":"them","terms":["autre"],"whole":["stop"]}`, "<un autre", true},
		{`{"from":"them","none":["bus"],"terms":["autre"],"whole":["stop"]}`, "<stop|<bus", false},
		{`{"from":"me","none":["tu"],"terms":["vous"]}`, ">vous|<tu", true},
		{`{"from":"me","none":["tu"],"terms":["vous"]}`, ">vous|>tu", false},
		{`{"from":"them","terms":["stop"]}`, "<" + strings.Repeat("x ", 3000) + "stop", false}, // only the beginning of a message is read
		{`{"from":"them","terms":["stop"]}`, "<stop" + strings.Repeat("|<autre", 20), false},   // and only the newest messages
	} {
		d := lint.Draft{Thread: &lint.Thread{}}
		for m := range strings.SplitSeq(c.thread, "|") {
			if m != "" {
				d.Thread.Messages = append(d.Thread.Messages, lint.Message{From: map[byte]string{'<': "them", '>': "me"}[m[0]], Text: m[1:]})
			}
		}
		if got := under(t, `{"threadHas":`+c.when+`}`, false, d); got != c.want {
			t.Errorf("%s after %.40q: %v", c.when, c.thread, got)
		}
	}
	if under(t, `{"threadHas":{"from":"me","terms":["a"]}}`, false, lint.Draft{}) {
		t.Error("an unreadable thread has something")
	}
}

func TestWhenRefuses(t *testing.T) {
	for when, want := range map[string]string{
		`{"hours":{}}`:                                                             "either within or outside",
		`{"hours":{"outside":"8-19"}}`:                                             "no stretch of the day",
		`{"hours":{"outside":"08:00-24:30"}}`:                                      "after 24:00",
		`{"hours":{"days":["monday"],"within":"08:00-19:00"}}`:                     "one of sun, mon",
		`{"hours":{"outside":"08:00-19:00","within":"08:00-19:00"}}`:               "either within or outside",
		`{"hours":"always"}`:                                                       "must be an object",
		`{"firstContact":1}`:                                                       "true or false",
		`{"crisis":"on"}`:                                                          "true or false",
		`{"role":[]}`:                                                              "at least one role",
		`{"role":["Chief Officer"]}`:                                               "lower case",
		`{"role":{"not":"boss"}}`:                                                  "must be a list",
		`{"readersOver":0}`:                                                        "from 1 to",
		`{"threadHas":{"from":"bot","terms":["a"]}}`:                               "me, them",
		`{"threadHas":{"from":"me","terms":[]}}`:                                   "at least one phrase",
		`{"threadHas":{"from":"me","last":21,"terms":["a"]}}`:                      "from 1 to 20",
		"{\"threadHas\":{\"from\":\"me\",\"terms\":[\"\u200b\"]}}":                 "blank",
		`{"firstContact":true,"threadHas":{"from":"me","terms":["a"]}}`:            "never holds",
		`{"weather":["rain"]}`:                                                     "unknown field",
		`{"threadHas":{"from":"me","terms":["` + strings.Repeat("x", 101) + `"]}}`: "at most 100",
	} {
		_, err := ruleset.Decode(fmt.Appendf(nil, `{"audienceDefault":"customer","engine":1,"format":1,"rules":[{"action":"note","category":"tone",`+
			`"detect":{"terms":["sot"]},"id":"tone/sot","message":{"en":"a","fr":"b"},"when":%s}],"version":"1"}`, when))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60s: %v, want %q", when, err, want)
		}
	}
}
