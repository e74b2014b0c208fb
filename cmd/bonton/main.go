// Bonton is the admin's command line: it checks texts and rule folders with the engine the browser runs. It holds no logic
// of the engine or of the rule language.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/bundle/publish"
)

// Exit codes.
const (
	exitClean = 0
	exitFound = 1 // a finding reached --fail-on, or a folder of rules has mistakes
	exitUsage = 2 // the command was not understood, or something could not be read
)

const help = `bonton checks texts and rules.

  bonton lint [flags] [FILE…|-]     check texts; - or no file reads the standard input
      --format text|json|sarif      how findings are printed (text)
      --jsonl                       read {"id","text",…} lines, answer {"id",…report} lines
      --fail-on ACTION              exit 1 from this action on: note, warn, justify, block (warn)
      --locale fr|en                language of messages (fr), and of texts too short to tell theirs
      --language CODE               language of the texts, instead of finding it out
      --audience WHO                customer, partner, colleague, personal (customer)
      --rules DIR                   a folder of packs, or an admin's with bonton.yaml, instead of what ships with bonton

  bonton rules VERB …               check, test, new, schema: write rules; bench: what they cost; import: from gitleaks or
                                    Vale; diff: what a change would flag

  bonton keys new|list|reveal       keys of those who sign
  bonton root new|rotate            who may sign, and how many of them must
  bonton bundle VERB …              build, show, sign, verify, publish, refresh, rollback, status: rules on their way to browsers
  bonton serve --dir DIR            hand bundles to browsers, and take them from admins

  bonton help COMMAND [VERB] says more, and bonton --version which bonton this is.

Exit codes: 0 nothing to say, 1 something was found, 2 the command was not understood or a file could not be read.
`

// usage is an error of the person who typed the command.
type usage struct {
	problem string
	hint    string
}

func (u usage) Error() string {
	if u.hint == "" {
		return u.problem
	}
	return u.problem + "\n  hint: " + u.hint
}

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole program, with the world as arguments.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	code, err := dispatch(args, in, out)
	var wanted wantsHelp
	switch {
	case errors.As(err, &wanted):
		fmt.Fprint(out, wanted.text())
		return exitClean
	case errors.Is(err, errHelp):
		fmt.Fprint(out, help)
		return exitClean
	}
	if err != nil {
		for _, line := range lines(err) {
			fmt.Fprintln(errs, visible(line))
		}
		if code == exitClean {
			code = exitUsage // it failed, whatever the command thought
		}
	}
	return code
}

// visible is what goes to a terminal: errors repeat what servers answered and what is in files of others.
func visible(line string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && publish.Hidden(r) {
			return unicode.ReplacementChar
		}
		return r
	}, line)
}

var errHelp = errors.New("help")

func dispatch(args []string, in io.Reader, out io.Writer) (int, error) {
	if len(args) == 0 {
		return exitUsage, usage{"which command?", "bonton help lists them"}
	}
	switch args[0] {
	case "help", "-h", "--help":
		return helpOn(args[1:])
	case "version", "--version":
		return version(out)
	case "lint":
		return lintCommand(args[1:], in, out)
	case "rules":
		return rulesCommand(args[1:], out)
	case "keys":
		return group("keys", keysVerbs, args[1:], out)
	case "root":
		return group("root", rootVerbs, args[1:], out)
	case "bundle":
		return group("bundle", bundleVerbs, args[1:], out)
	case "serve":
		return serveCommand(args[1:], out)
	case "tuf-client":
		return tufClient(args[1:], out)
	}
	return exitUsage, usage{fmt.Sprintf("unknown command %q", args[0]), "bonton help lists the commands"}
}

// lines prints an author's mistakes with their places as they are, and says of anything else that it comes from bonton.
func lines(err error) []string {
	var found mistakes
	if errors.As(err, &found) {
		return found.lines()
	}
	var out []string
	for _, one := range each(err) {
		out = append(out, "bonton: "+strings.TrimSpace(one.Error()))
	}
	return out
}

// each are the errors that were gathered in one.
func each(err error) []error {
	var list []error
	switch all := err.(type) {
	case *multierror.Error:
		list = all.Errors
	case interface{ Unwrap() []error }:
		if list = all.Unwrap(); errors.Join(list...).Error() != err.Error() {
			return []error{err} // it has words of its own
		}
	default:
		return []error{err}
	}
	var out []error
	for _, one := range list {
		out = append(out, each(one)...)
	}
	return out
}
