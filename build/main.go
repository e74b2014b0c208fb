// Command build turns the sources into dist/: the extension's folder and zip for each browser, and the bundled tests.
// It is the one place that knows compiler flags, entry points and size limits. It must not know what the extension does.
//
//	go run ./build            dist/chrome, dist/firefox and the zips for them and Edge, dist/practice
//	go run ./build tests      dist/test: unit tests, browser tests, pages for them
//	go run ./build repository a folder to serve rules from, signed with development keys
//	go run ./build bundle     the packaged bundle of a folder such as dist/chrome, made again
//	go run ./build edge       dist/edge: the server for Cloudflare
package main

import (
	"fmt"
	"os"
)

// verbs are the words the command understands; no word means "extension".
var verbs = map[string]func(args []string) error{
	"extension":  alone(buildExtension),
	"tests":      alone(buildTests),
	"repository": buildRepository,
	"bundle":     rebuildBundle,
	"edge":       alone(buildEdge),
}

// alone is a verb that takes no arguments.
func alone(run func() error) func([]string) error { return func([]string) error { return run() } }

func main() {
	verb, args := "extension", os.Args[1:]
	if len(args) > 0 {
		verb, args = args[0], args[1:]
	}
	run, ok := verbs[verb]
	if !ok {
		fmt.Fprintf(os.Stderr, "build: unknown verb %q\nhint: use extension, tests, repository, bundle or edge\n", verb)
		os.Exit(2)
	}
	if err := run(args); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}
