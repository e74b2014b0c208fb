// Package bench measures what each rule costs, so that an author sees it before a writer feels it. Measuring and judging
// are apart: the verdict is a plain function of measurements.
package bench

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/rules"
)

// Measurement is what one rule costs.
type Measurement struct {
	Rule       string
	PerMessage time.Duration // added to each message, on average
	Compile    time.Duration // of its pattern; 0 without one
	Found      int           // findings in all messages
}

// Budget is what a rule may cost.
type Budget struct{ PerMessage, Compile time.Duration }

// Usual is the budget of docs/rules.md.
var Usual = Budget{PerMessage: 10 * time.Microsecond, Compile: 5 * time.Millisecond}

// Over says what of a measurement exceeds the budget, or nothing.
func (b Budget) Over(m Measurement) string {
	switch {
	case m.Compile > b.Compile:
		return fmt.Sprintf("its pattern takes %s to compile, %s is allowed", short(m.Compile), short(b.Compile))
	case m.PerMessage > b.PerMessage:
		return fmt.Sprintf("takes %s a message, %s is allowed", short(m.PerMessage), short(b.PerMessage))
	}
	return ""
}

// Write prints the measurements, the costliest rule first, and answers how many are over the budget.
func Write(out io.Writer, list []Measurement, budget Budget) (over int, err error) {
	list = slices.SortedFunc(slices.Values(list), func(a, b Measurement) int {
		return cmp.Or(-cmp.Compare(a.PerMessage, b.PerMessage), -cmp.Compare(a.Compile, b.Compile), cmp.Compare(a.Rule, b.Rule))
	})
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "a message\tcompiling\tfound\trule")
	for _, m := range list {
		problem := budget.Over(m)
		if problem != "" {
			over++
			problem = "\t" + problem
		}
		fmt.Fprintf(table, "%s\t%s\t%d\t%s%s\n", short(m.PerMessage), short(m.Compile), m.Found, m.Rule, problem)
	}
	return over, table.Flush()
}

// short rounds to what measuring can tell.
func short(d time.Duration) string {
	if d == 0 {
		return "-"
	}
	if d < 10*time.Microsecond {
		return d.Round(10 * time.Nanosecond).String()
	}
	return d.Round(time.Microsecond / 10).String()
}

// Clock is the time since some moment.
type Clock func() time.Duration

// Since is the clock of the machine.
func Since() Clock {
	start := time.Now()
	return func() time.Duration { return time.Since(start) }
}

// rounds is how often everything is measured; the least counts, since nothing makes a program faster than it is.
const rounds = 5

// Measure runs each rule of the book on all texts, wherever it applies to them or not, beside a rule that finds nothing: what
// reading a text costs all rules together is not counted.
func Measure(book *rules.Book, texts []string, clock Clock) ([]Measurement, error) {
	idle, err := idleRule()
	if err != nil {
		return nil, err
	}
	base, _, err := cost([]ruleset.Rule{idle}, texts, clock)
	if err != nil {
		return nil, err
	}
	var out []Measurement
	for _, rule := range book.Rules {
		everywhere := rule.Rule
		everywhere.Languages, everywhere.When = nil, ruleset.When{}
		took, found, err := cost([]ruleset.Rule{idle, everywhere}, texts, clock)
		if err != nil {
			return nil, err
		}
		out = append(out, Measurement{Rule: rule.ID, PerMessage: max(took-base, 0) / time.Duration(max(len(texts), 1)),
			Compile: compiling(rule.Detect, clock), Found: found})
	}
	return out, nil
}

// idleRule looks for a word nobody writes, in both views of the text.
func idleRule() (ruleset.Rule, error) {
	var log field.Log
	v := field.Root(map[string]any{"detect": map[string]any{"terms": []any{"zqxjkvwz"}, "disguised": true, "except": []any{"zqxjkvwz zqxjkvwz"}}}, &log)
	return ruleset.Rule{ID: "bench/idle", Action: "note", Detector: detect.Read(v.Get("detect"))}, log.Err()
}

// cost is how long the rules take for all texts, and how much they find.
func cost(list []ruleset.Rule, texts []string, clock Clock) (least time.Duration, found int, err error) {
	engine, err := lint.New(&ruleset.Ruleset{Format: ruleset.Format, Engine: ruleset.Engine, Version: "bench", AudienceDefault: rules.AudienceDefault, Rules: list})
	if err != nil {
		return 0, 0, err
	}
	for round := range rounds {
		found = 0
		start := clock()
		for _, text := range texts {
			report, err := engine.Lint(lint.Draft{Text: text, Locale: "fr"})
			if err != nil {
				return 0, 0, err
			}
			found += len(report.Findings)
		}
		if took := clock() - start; round == 0 || took < least {
			least = took
		}
	}
	return least, found, nil
}

// compiling is how long the pattern of a detector takes to become ready.
func compiling(options any, clock Clock) time.Duration {
	object, _ := options.(map[string]any)
	pattern, ok := object["pattern"].(string)
	if !ok {
		return 0
	}
	var least time.Duration
	for round := range rounds {
		start := clock()
		if _, err := regexp.Compile(pattern); err != nil {
			return 0
		}
		if took := clock() - start; round == 0 || took < least {
			least = took
		}
	}
	return least
}

// Texts are the built-in messages: the examples of the rules that ship, and of the book's own.
func Texts(books ...*rules.Book) []string {
	var out []string
	seen := map[string]bool{}
	for _, book := range books {
		for _, rule := range book.Rules {
			for _, e := range slices.Concat(rule.Flag, rule.Pass) {
				if !seen[e.Text] {
					seen[e.Text] = true
					out = append(out, e.Text)
				}
			}
		}
	}
	return out
}
