package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// shell are the commands of a document; heading is where the section of a command begins.
var (
	shell     = regexp.MustCompile("(?ms)^```sh\n(.*?)^```")
	heading   = regexp.MustCompile(`(?m)^##+ `)
	elsewhere = regexp.MustCompile(`https://(127\.0\.0\.1:8443|nouveau\.example|new\.example)`)
)

// TestAdminGuide does what docs/admin.md says, word for word and in both languages: the first rule in an empty folder, then
// every section from there on. Only what needs an account at Cloudflare is left out.
func TestAdminGuide(t *testing.T) {
	data, err := os.ReadFile("../../docs/admin.md")
	if err != nil {
		t.Fatal(err)
	}
	_, english, _ := strings.Cut(string(data), "\n## English")
	french, _, _ := strings.Cut(string(data), "\n## English")
	for language, text := range map[string]string{"français": french, "english": english} {
		t.Run(language, func(t *testing.T) {
			var first admin
			for _, section := range heading.Split(text, -1) {
				name, _, _ := strings.Cut(section, "\n")
				blocks := shell.FindAllStringSubmatch(section, -1)
				if len(blocks) > 0 && first == "" {
					first = admin(t.TempDir())
					if said := first.run(t, blocks[0][1]); strings.Contains(said, "warning") || !strings.Contains(said, "stable: version 1 ") {
						t.Errorf("%s", said)
					}
					blocks = blocks[1:]
				}
				if len(blocks) > 0 && !strings.Contains(section, "npx ") {
					t.Run(name, func(t *testing.T) { first.again(t).follow(t, blocks) })
				}
			}
			if first == "" {
				t.Error("no command")
			}
		})
	}
}

// admin is somebody's folder, with a home in it.
type admin string

// again is a copy, so that sections do not meet.
func (a admin) again(t *testing.T) admin {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(string(a))); err != nil {
		t.Fatal(err)
	}
	return admin(folder)
}

// follow runs a section. Servers stay up until its end, at addresses of their own.
func (a admin) follow(t *testing.T, blocks [][]string) {
	t.Helper()
	var now strings.Builder
	address := ""
	for _, block := range blocks {
		if address == "" && strings.Contains(block[1], ".example") {
			a.run(t, "bonton serve --dir new --new-token | tee jeton.txt > token.txt")
			address = a.serve(t, "bonton serve --dir new --key online")
		}
		for line := range strings.Lines(block[1]) {
			if command, _, _ := strings.Cut(line, "#"); strings.HasPrefix(command, "bonton serve ") && strings.Contains(command, "--key") {
				a.run(t, now.String())
				now.Reset()
				address = a.serve(t, command)
				continue
			}
			now.WriteString(elsewhere.ReplaceAllString(line, address))
		}
	}
	a.run(t, now.String())
}

// run is a session at a shell that ends at the first mistake; the answer is what it said.
func (a admin) run(t *testing.T, session string) string {
	t.Helper()
	said, err := a.shell("set -e\n" + strings.ReplaceAll(session, "/srv/www/bonton", "www")).CombinedOutput()
	if err != nil {
		t.Fatalf("%s\n%s%v", session, said, err)
	}
	return string(said)
}

func (a admin) shell(session string) *exec.Cmd {
	command := exec.Command("sh", "-c", session)
	command.Dir = string(a)
	command.Env = append(os.Environ(), "HOME="+string(a), "BONTON_HOME="+filepath.Join(string(a), ".config", "bonton"),
		"BONTON_PASSPHRASE=a word for the tests", "BONTON_TOKEN_HASH=")
	return command
}

// serve starts a server on a free port, and answers its address once it listens.
func (a admin) serve(t *testing.T, line string) string {
	t.Helper()
	command := a.shell("exec " + line + " --address 127.0.0.1:0")
	out, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := command.Process.Signal(syscall.SIGTERM); err != nil {
			t.Error(err)
		}
		if err := command.Wait(); err != nil {
			t.Error(err)
		}
	})
	said, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return strings.TrimSpace(said[strings.LastIndex(said, " ")+1:])
}
