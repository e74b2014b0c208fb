package main

import (
	"fmt"
	"io"
	"time"

	"github.com/bonton/bonton/rules"
	"github.com/bonton/bonton/rules/bench"
)

// benchRules measures each rule of a folder, or of those that ship, and fails when one is over the budget.
func benchRules(args []string, out io.Writer) (int, error) {
	budget := bench.Usual
	set := newFlags("rules bench")
	on := set.String("on", "", "")
	set.DurationVar(&budget.PerMessage, "budget", budget.PerMessage, "")
	args, err := set.parse(args, 0, 1)
	if err != nil {
		return exitUsage, err
	}
	book, err := bookOf(first(args))
	if err != nil {
		return codeOf(err), err
	}
	texts, err := benchTexts(book, *on)
	if err != nil {
		return exitUsage, err
	}
	list, err := bench.Measure(book, texts, bench.Since())
	if err != nil {
		return exitUsage, err
	}
	over, err := bench.Write(out, list, budget)
	fmt.Fprintf(out, "%s on %s; a rule may take %s a message and its pattern %s to compile: %s over\n", count(len(list), "rule"),
		count(len(texts), "message"), budget.PerMessage, budget.Compile.Round(time.Millisecond), count(over, "rule"))
	if over > 0 {
		return exitFound, err
	}
	return exitClean, err
}

// benchTexts are the examples of the rules, and the messages of a file.
func benchTexts(book *rules.Book, on string) ([]string, error) {
	shipped, err := rules.Read(rules.Packs())
	if err != nil {
		return nil, err
	}
	texts := bench.Texts(shipped, book)
	if on == "" {
		return texts, nil
	}
	messages, err := readMessages(on)
	for _, m := range messages {
		texts = append(texts, m.draft.Text)
	}
	return texts, err
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}
