package rules

import (
	"bytes"
	"errors"
	"strings"

	"github.com/yuin/goldmark"

	"github.com/bonton/bonton/reasons"
)

// render turns a reason from Markdown to the HTML that the browser would let through.
func render(markdown string) (string, error) {
	var out bytes.Buffer
	if err := goldmark.Convert([]byte(markdown), &out); err != nil {
		return "", err
	}
	html := strings.TrimSpace(reasons.Sanitise(out.String()))
	if html == "" && markdown != "" {
		return "", errors.New("nothing is left of the reason: use p, emphasis, lists, code and https links only")
	}
	return html, nil
}
