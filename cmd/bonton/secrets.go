package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/term"
)

// secret reads what must not stand on a command line: from an environment variable, or from the file that NAME_FILE names.
func secret(name string) (string, error) {
	if value := os.Getenv(name); value != "" {
		return value, nil
	}
	return secretFile(name + "_FILE")
}

// secretFile reads the file that a variable names; nothing when it names none.
func secretFile(variable string) (string, error) {
	file := os.Getenv(variable)
	if file == "" {
		return "", nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("%s: %w", variable, err)
	}
	text := strings.TrimRight(string(data), "\r\n")
	if text == "" {
		return "", fmt.Errorf("%s: %s is empty", variable, file)
	}
	return text, nil
}

// ownFile is the variable for the passphrase of one key among several: of online-2 it is BONTON_PASSPHRASE_FILE_ONLINE_2.
func ownFile(key string) string {
	name := strings.TrimSuffix(filepath.Base(key), ".key")
	return "BONTON_PASSPHRASE_FILE_" + strings.NewReplacer("-", "_", ".", "_").Replace(strings.ToUpper(name))
}

// given is the passphrase of a key that the environment holds, its own before the common one.
func given(key string) (string, error) {
	word, err := secretFile(ownFile(key))
	if err == nil && word == "" {
		word, err = secret("BONTON_PASSPHRASE")
	}
	return word, err
}

// passphrase is the one of a key, asked twice when it is a new one.
func passphrase(key string, fresh bool) (string, error) {
	word, err := given(key)
	if err == nil && word == "" {
		word, err = typed(key, fresh)
	}
	if err == nil && fresh && len(word) < 8 {
		err = usage{"the passphrase is too short", "eight characters at least, several words are better"}
	}
	return word, err
}

func typed(key string, fresh bool) (string, error) {
	first, err := ask(fmt.Sprintf("passphrase of %s: ", key))
	if err != nil || !fresh {
		return first, err
	}
	second, err := ask("once more: ")
	if err == nil && first != second {
		err = errors.New("the two differ")
	}
	return first, err
}

func stdin() int { return int(os.Stdin.Fd()) }

func ask(prompt string) (string, error) {
	if !term.IsTerminal(stdin()) {
		return "", usage{"there is no terminal to ask for the passphrase", "set BONTON_PASSPHRASE, or BONTON_PASSPHRASE_FILE to a file that holds it"}
	}
	restored, err := restoring()
	if err != nil {
		return "", err
	}
	defer restored()
	fmt.Fprint(os.Stderr, prompt)
	defer fmt.Fprintln(os.Stderr)
	word, err := term.ReadPassword(stdin())
	return string(word), err
}

// restoring makes sure that Ctrl-C during a question leaves a terminal that shows what is typed.
func restoring() (done func(), err error) {
	before, err := term.GetState(stdin())
	if err != nil {
		return nil, err
	}
	stopped := make(chan os.Signal, 1)
	signal.Notify(stopped, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-stopped; ok {
			_ = term.Restore(stdin(), before)
			fmt.Fprintln(os.Stderr)
			os.Exit(130) // as shells say of a program that Ctrl-C ended
		}
	}()
	return func() { signal.Stop(stopped); close(stopped) }, nil
}

// agreed asks before something is done in a person's name. Where nobody can be asked, whoever put the passphrase into the
// environment has agreed.
func agreed(already bool, question string) error {
	if already || !term.IsTerminal(stdin()) {
		return nil
	}
	fmt.Fprint(os.Stderr, question+" [y/N] ")
	answer, err := line(os.Stdin)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "o", "oui":
		return nil
	}
	return usage{"nothing was signed", "answer y to sign, or give --yes"}
}

// line reads to the end of a line and no further: what comes next may be a passphrase.
func line(in io.Reader) (string, error) {
	var text []byte
	for one := make([]byte, 1); ; {
		if _, err := io.ReadFull(in, one); err != nil {
			return string(text), err
		}
		if one[0] == '\n' {
			return string(text), nil
		}
		text = append(text, one[0])
	}
}
