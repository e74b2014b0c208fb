package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
)

// flags are those of one command. Flags may stand before and behind its arguments.
type flags struct {
	*flag.FlagSet
	command string
}

func newFlags(command string) *flags {
	set := flag.NewFlagSet(command, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	return &flags{set, command}
}

// parse answers the arguments, of which there must be least to most.
func (f *flags) parse(args []string, least, most int) ([]string, error) {
	var out []string
	for rest := args; ; {
		if err := f.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return nil, wantsHelp(f.command)
		} else if err != nil {
			return nil, usage{"bonton " + f.command + ": " + err.Error(), "bonton " + f.command + " --help shows the flags"}
		}
		if f.NArg() == 0 {
			break
		}
		out, rest = append(out, f.Arg(0)), f.Args()[1:]
	}
	if len(out) < least || len(out) > most {
		return nil, usage{fmt.Sprintf("bonton %s: wrong number of arguments", f.command), "bonton " + f.command + " --help shows them"}
	}
	return out, nil
}
