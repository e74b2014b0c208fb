package lint

import (
	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/lint/text"
)

// Occasion is what the drafts have in common that somebody types one after the other: where they go, and so which rules have
// a say. A key changes nothing of it, so it is found once and not at each key. It never changes.
type Occasion struct {
	engine   *Engine
	language Language
	locale   string
	applies  []bool // by rule
}

// Occasion reads all of a draft but its revision, text and time. The error says what the contract does not know.
func (e *Engine) Occasion(d Draft) (*Occasion, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	o := &Occasion{engine: e, language: languageOf(d), locale: ruleset.LocaleFor(d.Locale)}
	o.applies = e.applying(d, o.language)
	return o, nil
}

// applying says, rule by rule, whether it has a say: its language and its conditions, but for its hours. A rule with
// languages is silent when the draft is in none of them.
func (e *Engine) applying(d Draft, language Language) []bool {
	at := placeOf(d, e.set)
	said := e.threads.said(d.Thread, len(e.set.Rules))
	out := make([]bool, len(e.set.Rules))
	for i := range e.set.Rules {
		rule := &e.set.Rules[i]
		out[i] = language.among(rule.Languages) && at.fits(&rule.When) && (rule.When.ThreadHas == nil || said != nil && said[i])
	}
	return out
}

// Lint checks the text of a draft at a time, RFC 3339 with offset or empty where it is not known.
func (o *Occasion) Lint(revision int, draft, now string) (Report, error) {
	if err := checkText(draft); err != nil {
		return Report{}, err
	}
	report := Report{Revision: revision, Verdict: "clean", Language: o.language, Bundle: o.engine.Bundle()}
	t := text.New(draft)
	found := o.find(t, now)
	found, report.Truncated = resolve(found)
	report.Findings = o.engine.describe(t, found, o.locale)
	for _, f := range report.Findings {
		if ruleset.Strength(f.Action) > ruleset.Strength(report.Verdict) {
			report.Verdict = f.Action
		}
	}
	return report, nil
}

// find runs the detectors of the applying rules that have a word in the text, and those that have no words.
func (o *Occasion) find(t *text.Text, now string) []found {
	e := o.engine
	hits := o.search(t)
	signs := t.Signs()
	var out []found
	for i := range e.set.Rules {
		mine := hits.of(i)
		if len(mine) == 0 && !(e.always[i] && o.applies[i]) || !signs.Show(&e.needs[i]) {
			continue
		}
		rule := &e.set.Rules[i]
		if rule.When.Hours != nil && !hoursMet(rule.When.Hours, now) {
			continue
		}
		for _, match := range rule.Detector.Find(t, mine) {
			out = append(out, found{rule: rule, match: match})
		}
	}
	return out
}

func hoursMet(hours *ruleset.Hours, now string) bool {
	clock, ok := ruleset.ReadClock(now)
	return ok && hours.Met(clock)
}

// search collects the words of the applying rules that stand in the text.
func (o *Occasion) search(t *text.Text) *hits {
	h := &hits{ends: make([]int32, len(o.applies))}
	o.engine.folded.scan(t.Folded().S, func(w *owner, start, end int) {
		if o.applies[w.rule] && !(w.begins && t.InsideWord(start)) {
			h.add(w, start, end)
		}
	})
	if o.engine.bare.some() {
		o.engine.bare.scan(t.Bare().S, func(w *owner, start, end int) {
			if o.applies[w.rule] && !(w.begins && t.InsideBareWord(start)) {
				h.add(w, start, end)
			}
		})
	}
	h.sort()
	return h
}

// hits are the words met, rule by rule in the order they were met.
type hits struct {
	met  []metWord
	ends []int32 // by rule: how many it has; once sorted, where they end
	list []detect.Hit
}

type metWord struct{ rule, word, start, end int32 }

func (h *hits) add(w *owner, start, end int) {
	h.met = append(h.met, metWord{w.rule, w.word, int32(start), int32(end)})
	h.ends[w.rule]++
}

// sort puts the hits of each rule side by side, in one pass.
func (h *hits) sort() {
	sum := int32(0)
	for i, n := range h.ends {
		h.ends[i], sum = sum, sum+n
	}
	h.list = make([]detect.Hit, len(h.met))
	for i := range h.met {
		m := &h.met[i]
		h.list[h.ends[m.rule]] = detect.Hit{Word: int(m.word), Start: int(m.start), End: int(m.end)}
		h.ends[m.rule]++
	}
}

// of are the hits of a rule.
func (h *hits) of(rule int) []detect.Hit {
	from := int32(0)
	if rule > 0 {
		from = h.ends[rule-1]
	}
	return h.list[from:h.ends[rule]:h.ends[rule]]
}
