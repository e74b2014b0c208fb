package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/term"
)

// secret reads what must not stand on a command line: from an environment variable, or from the file that NAME_FILE names.
func secret(name string) (string, error) {
	if value := os.Getenv(name); value != "" {
		return value, nil
	}
	file := os.Getenv(name + "_FILE")
	if file == "" {
		return "", nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	return strings.TrimRight(string(data), "\r\n"), nil
}

// passphrase is the one of a key, asked twice when it is a new one.
func passphrase(key string, fresh bool) (string, error) {
	given, err := secret("BONTON_PASSPHRASE")
	if err != nil || given != "" {
		return given, err
	}
	first, err := ask(fmt.Sprintf("passphrase of %s: ", key))
	if err != nil || !fresh {
		return first, err
	}
	second, err := ask("once more: ")
	if err == nil && first != second {
		err = errors.New("the two differ")
	}
	if err == nil && len(first) < 8 {
		err = usage{"the passphrase is too short", "eight characters at least, several words are better"}
	}
	return first, err
}

func ask(prompt string) (string, error) {
	if !term.IsTerminal(int(os.Stdin.Fd())) {
		return "", usage{"there is no terminal to ask for the passphrase", "set BONTON_PASSPHRASE, or BONTON_PASSPHRASE_FILE to a file that holds it"}
	}
	fmt.Fprint(os.Stderr, prompt)
	defer fmt.Fprintln(os.Stderr)
	typed, err := term.ReadPassword(int(os.Stdin.Fd()))
	return string(typed), err
}
