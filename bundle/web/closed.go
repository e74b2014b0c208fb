package web

import (
	"fmt"
	"net/http"
	"strings"
)

// extension is who asks in a browser. Hosts may look at who asks before they allow it, so it must be said.
const extension = "chrome-extension://bonton"

// closed collects what a host answered without allowing it to be read.
type closed struct{ lines []string }

// AsBrowser is the same site, asked as the extension asks it: it remembers what a browser would not let the extension read.
func (s *Site) AsBrowser() *Site {
	asked := *s
	asked.closed = &closed{}
	return &asked
}

// Closed says what a browser would not have let the extension read so far, and how to mend it; nil if it could read all.
func (s *Site) Closed() error {
	if s.closed == nil || len(s.closed.lines) == 0 {
		return nil
	}
	return fmt.Errorf("a browser cannot read these for want of the header Access-Control-Allow-Origin: *\n%s\n"+
		"the host must send it with every answer, also of 404 (nginx: add_header … always; Apache: Header always set …)", strings.Join(s.closed.lines, "\n"))
}

// note remembers an answer that a browser keeps from the extension.
func (c *closed) note(path string, answer *http.Response) {
	if c == nil {
		return
	}
	if allowed := answer.Header.Get("Access-Control-Allow-Origin"); allowed != "*" && allowed != extension {
		c.lines = append(c.lines, fmt.Sprintf("  %s (answer %d)", path, answer.StatusCode))
	}
}
