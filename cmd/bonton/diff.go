package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/ruleset"
)

// diffRules lints messages with old and new rules and prints what only one of them flags: - old, + new, ~ with another
// action. The place is told, not repeated.
func diffRules(args []string, out io.Writer) (int, error) {
	set := newFlags("rules diff")
	on := set.String("on", "", "")
	args, err := set.parse(args, 2, 2)
	if err != nil {
		return exitUsage, err
	}
	if *on == "" {
		return exitUsage, usage{"bonton rules diff needs --on MESSAGES.jsonl", "a line is {\"id\": …, \"text\": \"…\"}"}
	}
	older, err := rulesOf(args[0])
	if err != nil {
		return codeOf(err), err
	}
	newer, err := rulesOf(args[1])
	if err != nil {
		return codeOf(err), err
	}
	messages, err := readMessages(*on)
	if err != nil {
		return exitUsage, err
	}
	d := differ{renamed: newer.Renamed, perRule: map[string][2]int{}, out: bufio.NewWriter(out)}
	if err := d.run(older, newer, messages); err != nil {
		return exitUsage, err
	}
	return d.end(len(messages))
}

// rulesOf reads a folder of packs, an admin's folder, or a compiled rules.json.
func rulesOf(name string) (*ruleset.Ruleset, error) {
	info, err := os.Stat(name)
	if err != nil || info.IsDir() {
		book, err := readBook(name)
		if err != nil {
			return nil, err
		}
		return book.Ruleset("local"), nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	set, err := ruleset.Decode(bytes.TrimSpace(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return set, nil
}

// differ counts and prints differences.
type differ struct {
	renamed map[string]string // old id → id of the newer rules
	perRule map[string][2]int // findings lost and gained
	changed int               // messages
	out     *bufio.Writer
}

// spot is a place that a rule found.
type spot struct {
	start, end int
	rule       string
}

func (d *differ) run(older, newer *ruleset.Ruleset, messages []message) error {
	before, err := lint.New(older)
	if err != nil {
		return err
	}
	after, err := lint.New(newer)
	if err != nil {
		return err
	}
	for _, m := range messages {
		a, err := d.spots(before, m)
		if err != nil {
			return err
		}
		b, err := d.spots(after, m)
		if err != nil {
			return err
		}
		if !maps.Equal(a, b) {
			d.changed++
			d.compare(m, a, b)
		}
	}
	return nil
}

// spots are the actions by place, rules under the ids of today.
func (d *differ) spots(engine *lint.Engine, m message) (map[spot]string, error) {
	draft := m.draft
	(&lintFlags{}).fill(&draft)
	report, err := engine.Lint(draft)
	if err != nil {
		return nil, fmt.Errorf("message %s: %w", m.id, err)
	}
	out := map[spot]string{}
	for _, f := range report.Findings {
		if id, ok := d.renamed[f.Rule]; ok {
			f.Rule = id
		}
		out[spot{f.Start, f.End, f.Rule}] = f.Action
	}
	return out, nil
}

func (d *differ) compare(m message, before, after map[spot]string) {
	all := maps.Clone(before)
	maps.Copy(all, after)
	for _, s := range slices.SortedFunc(maps.Keys(all), bySpot) {
		a, b := before[s], after[s]
		line, column := place(m.draft.Text, s.start)
		where := fmt.Sprintf("%s:%d:%d", m.id, line, column)
		count := d.perRule[s.rule]
		switch {
		case a == b:
			continue
		case a == "":
			count[1]++
			fmt.Fprintf(d.out, "+ %s: %s (%s)\n", where, b, s.rule)
		case b == "":
			count[0]++
			fmt.Fprintf(d.out, "- %s: %s (%s)\n", where, a, s.rule)
		default:
			fmt.Fprintf(d.out, "~ %s: %s, was %s (%s)\n", where, b, a, s.rule)
		}
		d.perRule[s.rule] = count
	}
}

func bySpot(a, b spot) int {
	return cmp.Or(a.start-b.start, a.end-b.end, cmp.Compare(a.rule, b.rule))
}

// end prints how much each rule lost and gained.
func (d *differ) end(messages int) (int, error) {
	for _, rule := range slices.Sorted(maps.Keys(d.perRule)) {
		fmt.Fprintf(d.out, "%s: -%d +%d\n", rule, d.perRule[rule][0], d.perRule[rule][1])
	}
	fmt.Fprintf(d.out, "%s, %d with a difference\n", count(messages, "message"), d.changed)
	if d.changed > 0 {
		return exitFound, d.out.Flush()
	}
	return exitClean, d.out.Flush()
}
