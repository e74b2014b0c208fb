package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// ioctl asks a terminal for something.
func ioctl(t *testing.T, file *os.File, what uintptr, answer unsafe.Pointer) {
	t.Helper()
	if _, _, code := syscall.Syscall(syscall.SYS_IOCTL, file.Fd(), what, uintptr(answer)); code != 0 {
		t.Fatal(code)
	}
}

// terminal is a screen with a keyboard: what is written to the first is typed, the second is a program's.
func terminal(t *testing.T) (keyboard, screen *os.File) {
	t.Helper()
	keyboard, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err) // every Linux that tests run on has one
	}
	t.Cleanup(func() { keyboard.Close() })
	var number uint32
	ioctl(t, keyboard, syscall.TIOCSPTLCK, unsafe.Pointer(&number))
	ioctl(t, keyboard, syscall.TIOCGPTN, unsafe.Pointer(&number))
	screen, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { screen.Close() })
	return keyboard, screen
}

func echoes(t *testing.T, screen *os.File) bool {
	var state syscall.Termios
	ioctl(t, screen, syscall.TCGETS, unsafe.Pointer(&state))
	return state.Lflag&syscall.ECHO != 0
}

// typing starts bonton at a terminal; what it says on the error output comes from the reader.
func typing(t *testing.T, screen *os.File, args ...string) (*exec.Cmd, *bufio.Reader) {
	t.Helper()
	command := exec.Command("bonton", args...)
	command.Stdin = screen
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	said, err := command.StderrPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return command, bufio.NewReader(said)
}

// TestInterruptedPassphrase: Ctrl-C at the passphrase ends every command, and leaves a terminal that shows what is typed.
func TestInterruptedPassphrase(t *testing.T) {
	_, home := office(t)
	t.Setenv("BONTON_PASSPHRASE", "")
	for _, args := range [][]string{{"keys", "new", "zoe"}, {"serve", "--dir", t.TempDir(), "--key", filepath.Join(home, "keys", "online.key")}} {
		_, screen := terminal(t)
		command, said := typing(t, screen, args...)
		if _, err := said.ReadString(':'); err != nil {
			t.Fatal(err)
		}
		for echoes(t, screen) {
			time.Sleep(time.Millisecond) // nothing else tells that it is asked for by now
		}
		if err := command.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(said); err != nil {
			t.Error(err)
		}
		if err := command.Wait(); err == nil || command.ProcessState.ExitCode() != 130 {
			t.Errorf("%q: %v", args, err)
		}
		if !echoes(t, screen) {
			t.Errorf("%q: the terminal shows nothing any more", args)
		}
	}
}

// TestSignAsks: at a terminal nothing is signed before somebody says so.
func TestSignAsks(t *testing.T) {
	work, _ := office(t)
	command(t, "bundle", "build", "--dir", work, "--replace", "../../rules/packs")
	for answer, want := range map[string]string{"\n": "nothing was signed", "n\n": "nothing was signed", "y\n": ""} {
		keyboard, screen := terminal(t)
		process, said := typing(t, screen, "bundle", "sign", "--dir", work, "--key", "alice")
		question, err := said.ReadString(']')
		if err != nil || !strings.Contains(question, "sign 2 files as alice?") {
			t.Fatalf("%s %v", question, err)
		}
		if _, err := keyboard.WriteString(answer); err != nil {
			t.Fatal(err)
		}
		rest, err := io.ReadAll(said)
		if err != nil {
			t.Error(err)
		}
		if err := process.Wait(); (err == nil) != (want == "") || !strings.Contains(string(rest), want) {
			t.Errorf("%q: %v %s", answer, err, rest)
		}
	}
}
