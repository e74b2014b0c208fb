package main

import (
	"fmt"
	"io"
	"maps"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/bonton/bonton/lint/ruleset"
)

// wantsHelp is the answer to --help behind a command.
type wantsHelp string

func (w wantsHelp) Error() string { return "help on " + string(w) }

func (w wantsHelp) text() string {
	if _, single := commandHelp[string(w)]; single {
		return "usage: bonton " + string(w) + " " + strings.TrimLeft(commandHelp[string(w)], "\n")
	}
	var out strings.Builder
	for _, command := range slices.Sorted(maps.Keys(commandHelp)) {
		if strings.HasPrefix(command, string(w)+" ") {
			line, _, _ := strings.Cut(commandHelp[command], "\n")
			out.WriteString("bonton " + command + " " + line + "\n")
		}
	}
	return out.String()
}

// helpOn answers bonton help, with or without a command.
func helpOn(words []string) (int, error) {
	asked := wantsHelp(strings.Join(words, " "))
	switch {
	case asked == "" || asked == "lint":
		return exitClean, errHelp
	case asked.text() == "":
		return exitUsage, usage{fmt.Sprintf("unknown command %q", string(asked)), "bonton help lists the commands"}
	}
	return exitClean, asked
}

// version says which bonton this is, as far as it was built with that knowledge, and which rules it understands.
func version(out io.Writer) (int, error) {
	built := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		built = info.Main.Version
	}
	_, err := fmt.Fprintf(out, "bonton %s, engine %d\n", built, ruleset.Engine)
	return exitClean, err
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
	"rules schema": `rule|folder|lesson
Prints the JSON Schema of rule files, of bonton.yaml, or of lesson files.
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
	"keys new": `NAME
Makes a key for one signer, encrypted with a passphrase of the signer's own, in the keys folder (BONTON_HOME, else the user's
configuration folder), and prints where its public half is. The passphrase comes from the terminal, BONTON_PASSPHRASE or the
file that BONTON_PASSPHRASE_FILE names; where keys have different ones, that of online-2 from the file that
BONTON_PASSPHRASE_FILE_ONLINE_2 names. A key is never written over.
`,
	"keys list": `
Lists the keys of this machine.
`,
	"keys reveal": `NAME
Prints a key without its passphrase, for the secrets of a host such as Cloudflare. Only for the online key: pipe it there.
`,
	"root new": `[--dir DIR] --threshold M --online KEY.pub [--replace] ADMIN.pub…
Stages the first root: M of the admins must sign it, and the targets later. The online key signs that a bundle is the newest;
it is nobody's own. Every admin then runs bundle sign.
`,
	"root rotate": `[--dir DIR] --online KEY.pub [--threshold M] [--add ADMIN.pub]… [--remove NAME]… [--replace]
Stages the next root: for new admins, without old ones, or for a later end. The online key is always replaced too. Where the
targets would need other signatures they are staged as well. --replace writes over what waits for signatures.
`,
	"bundle build": `[--dir DIR] [--version V] [--channel stable|pilot]… [--replace] RULES-DIR
Compiles a folder of rules and stages it for signing. Without --channel both get it. Dates come from SOURCE_DATE_EPOCH, if set.
A folder without bonton.yaml replaces the rules that ship with bonton; a warning says how many are left out.
`,
	"bundle show": `[--dir DIR] [FILE…]
Says what staged files hold, what of it differs from what is published, and who must sign; needs no key. Keys are told by
their ids, as keys list prints them: names come from the file. A target is a gzip file under the path shown, in DIR/staged or
DIR/repository.
`,
	"bundle sign": `[--dir DIR] --key NAME [--yes] [FILE…]
Shows a staged file as bundle show does, asks, and adds a signature. Without a file, everything that is staged and that the
key may sign. --yes, or no terminal, asks nothing. Files may be sent to others and back; the signatures stay.
`,
	"bundle verify": `--root ROOT.json [--channel stable] DIR|URL
Reads a repository as a device would that trusts only this root, and says what it would have in force.
`,
	"bundle publish": `[--dir DIR] (--key ONLINE [--to DIR]… | --server URL [--all])
Publishes what is staged and signed by enough: into DIR/repository, made to be served by any static host, and copies of it;
or to a server, with its admin token from BONTON_TOKEN or the file that BONTON_TOKEN_FILE names. With --all what was
published before goes to a server that is still empty, and what is staged stays; before the first time what is staged goes.
A copy that was brought further from another clone of the workspace is refused; each is read afterwards as a device would.
`,
	"bundle refresh": `[--dir DIR] --key ONLINE [--to DIR]…
Signs anew that the published bundle is the newest. Run it by a clock, every few hours. Copies are treated as bundle publish does.
`,
	"bundle rollback": `[--dir DIR] [--channel stable|pilot]… --to NUMBER [--replace]
Stages targets, a version higher, in which the channels hold again what they held in the targets of this number: the one that
bundle publish and bundle status say, not the rules' version. Without --channel it is both.
`,
	"bundle status": `[--dir DIR]
Says what ends when, who must sign then, and what waits for signatures. Exits 1 when something is due, 2 without a root.
`,
	"serve": `--dir DIR --key ONLINE [--key NEXT] [--practice SITE] [--address 127.0.0.1:8443] [--tls [--name HOST]… | --certificate PEM --certificate-key PEM] [--verbose]
Serves bundles from a folder, takes new ones from bundle publish --server, and signs anew that they are the newest. A key is
a name of keys list or a file; its passphrase comes as keys new says; one of them must be the key that the newest root
names. --tls makes a certificate in the folder for this machine and the names; give yours instead if
browsers know it. --verbose logs reads too; no address of a reader is ever logged. --practice serves the practice room too.
    bonton serve --practice SITE [--address …] [--tls …]
Serves the practice room alone, the folder dist/practice of a build, on any computer: it brings its own signed rules.
    bonton serve --dir DIR --new-token
Prints a new admin token, for BONTON_TOKEN of whoever publishes. The folder keeps only its hash; so may BONTON_TOKEN_HASH.
Without a token the server only serves.
`,
	"tuf-client": `--metadata-dir DIR [--metadata-url URL] [--target-name PATH --target-base-url URL --target-dir DIR] init ROOT | refresh | download
The client that the TUF conformance suite calls; it reads any TUF repository. Targets of delegated roles are not read.
`,
}
