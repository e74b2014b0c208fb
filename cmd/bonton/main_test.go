package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/bonton/bonton/bundle/publish"
)

// TestMain lets the scripts run this program as the command bonton.
func TestMain(m *testing.M) {
	publish.WorkFactor = 10 // a test need not withstand guessing
	testscript.Main(m, map[string]func(){"bonton": func() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }})
}

// TestScripts runs testdata/*.txtar, which read like a terminal session.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata", UpdateScripts: os.Getenv("UPDATE_GOLDEN") != ""})
}
