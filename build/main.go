// Command build turns the sources into dist/: the extension's folder and zip for each browser, and the bundled tests.
// It is the one place that knows compiler flags, entry points and size limits. It must not know what the extension does.
//
//	go run ./build            dist/chrome, dist/firefox and their zips
//	go run ./build tests      dist/test: unit tests, browser tests, pages for them
package main

import (
	"fmt"
	"os"
)

// verbs are the words the command understands; no word means "extension".
var verbs = map[string]func() error{
	"extension": buildExtension,
	"tests":     buildTests,
}

func main() {
	verb := "extension"
	if len(os.Args) > 1 {
		verb = os.Args[1]
	}
	run, ok := verbs[verb]
	if !ok {
		fmt.Fprintf(os.Stderr, "build: unknown verb %q\nhint: use extension or tests\n", verb)
		os.Exit(2)
	}
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}
