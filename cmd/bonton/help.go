package main

import (
	"maps"
	"slices"
	"strings"
)

// wantsHelp is the answer to --help behind a command.
type wantsHelp string

func (w wantsHelp) Error() string { return "help on " + string(w) }

func (w wantsHelp) text() string {
	if w != "rules" {
		return "usage: bonton " + string(w) + " " + strings.TrimLeft(commandHelp[string(w)], "\n")
	}
	var out strings.Builder
	for _, command := range slices.Sorted(maps.Keys(commandHelp)) {
		if strings.HasPrefix(command, "rules ") {
			line, _, _ := strings.Cut(commandHelp[command], "\n")
			out.WriteString("bonton " + command + " " + line + "\n")
		}
	}
	return out.String()
}

// commandHelp is what --help says of each command: its arguments on the first line, then what it does.
var commandHelp = map[string]string{
	"rules check": `DIR
Reads and validates a folder of packs, or an admin's folder with bonton.yaml, and names every mistake with file, line and
column. What an override loosens is said too, and fails nothing.
`,
	"rules test": `DIR
Checks a folder as rules check does, then runs the rules' own examples, and lints the approved answers of bonton.yaml.
`,
	"rules new": `DIR PACK/RULE
Writes a commented rule that passes its own examples, to be changed, and the JSON Schema that its first line names.
`,
	"rules schema": `rule|folder
Prints the JSON Schema of rule files, or of bonton.yaml.
`,
	"rules bench": `[--on MESSAGES.jsonl] [--budget 10µs] [DIR]
Measures what each rule adds to a message, the costliest first, on the rules' own examples and the messages of --on. Without
a folder, the rules that ship. Exits 1 when a rule takes more than the budget, or a pattern more than 5 ms to compile.
`,
	"rules import": `gitleaks FILE | vale STYLES-DIR --to DIR [--lang fr|en]
Writes rules of gitleaks or Vale as rule files, each with marks where an author must add something, and lists on the output
what cannot be expressed, with the reason. Nothing is written over.
`,
	"rules diff": `OLD NEW --on MESSAGES.jsonl
Lints messages with two sets of rules (folders, or compiled rules.json files) and prints what only one of them flags. Exits 1
when they differ.
`,
}
