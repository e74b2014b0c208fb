// Package convert turns rules of other linters into rule files. What they say beyond our rule language is listed with its
// reason, never dropped in silence; what only an author can add (examples, the other language) is marked in the files.
package convert

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
)

// Result is what became of a set of foreign rules.
type Result struct {
	Files []File
	Left  []Left
}

// File is a rule file to be written.
type File struct{ Name, Data string }

// Left is something that a rule file cannot say.
type Left struct {
	Rule  string // as the other linter calls it; empty = all of them
	What  string // the field or the whole rule
	Whole bool   // nothing was written for it
	Why   string
}

func (l Left) String() string {
	if l.Whole {
		return fmt.Sprintf("%s: not imported: %s", l.Rule, l.Why)
	}
	if l.Rule == "" {
		return fmt.Sprintf("%s: left out: %s", l.What, l.Why)
	}
	return fmt.Sprintf("%s: %s: left out: %s", l.Rule, l.What, l.Why)
}

// Mark stands in a comment where an author must add something.
const Mark = "TO COMPLETE"

// draft is a rule being converted.
type draft struct {
	pack, stem     string
	from           string // its name there
	detect         map[string]any
	order          []string // of detect's fields
	languages      []string
	category       string
	entity, action string
	locale         string // language of message and why
	message, why   string
	fix            string
}

// set adds a field of detect.
func (d *draft) set(name string, value any) {
	if d.detect == nil {
		d.detect = map[string]any{}
	}
	d.order = append(d.order, name)
	d.detect[name] = value
}

// problem says why the detector would be refused, or nothing.
func (d *draft) problem() string {
	var tree any
	data, err := json.Marshal(d.detect)
	if err != nil {
		return err.Error()
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(&tree); err != nil {
		return err.Error()
	}
	var log field.Log
	detect.Read(field.Root(map[string]any{"detect": tree}, &log).Get("detect"))
	if err := log.Err(); err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(firstMistake(err)), "\n")
		return first
	}
	return ""
}

// file writes the rule file.
func (d *draft) file() File {
	var out strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	line("# yaml-language-server: $schema=../rule.schema.json")
	line("# Imported from %s. Lines with %s need an author before the rule is complete.", strings.Join(strings.Fields(d.from), " "), Mark)
	line("detect:")
	for _, name := range d.order {
		line("  %s: %s", key(name), value(d.detect[name]))
	}
	if len(d.languages) > 0 {
		line("languages: %s", value(d.languages))
	}
	line("category: %s", d.category)
	if d.entity != "" {
		line("entity: %s", d.entity)
	}
	line("action: %s", d.action)
	for _, name := range []string{"message", "why"} {
		line("%s:", name)
		for _, locale := range ruleset.Locales {
			switch text := map[string]string{"message": d.message, "why": asMarkdown(d.why)}[name]; {
			case locale == d.locale && text != "":
				line("  %s: %s", locale, value(text))
			default:
				line("  %s: \"\" # %s: the text in this language", locale, Mark)
			}
		}
	}
	if d.fix != "" {
		line("fix: [%s]", d.fix)
	}
	line("examples:")
	line("  flag: [] # %s: messages with the place marked, \"so [[marked]] here\"", Mark)
	line("  pass: [] # %s: messages that look alike and are fine", Mark)
	return File{d.pack + "/" + d.stem + ".yaml", out.String()}
}

var plainKey = regexp.MustCompile(`^[a-z][a-zA-Z]*$`)

func key(name string) string {
	if plainKey.MatchString(name) && name != "yes" && name != "no" && name != "on" && name != "off" && name != "true" && name != "false" {
		return name
	}
	return value(name)
}

// value writes JSON, which is YAML in one line.
func value(v any) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		panic(err) // texts, numbers, lists and tables only
	}
	return strings.TrimSpace(out.String())
}

var notName = regexp.MustCompile(`[^a-z0-9]+`)
var camel = regexp.MustCompile(`([a-z0-9])([A-Z])`)

// stemOf makes a file name of a foreign name: "HeadingAcronyms" becomes heading-acronyms, "1password" rule-1password.
func stemOf(name string) string {
	out := strings.ToLower(camel.ReplaceAllString(name, "$1-$2"))
	out = strings.Trim(notName.ReplaceAllString(out, "-"), "-")
	if out == "" || out[0] >= '0' && out[0] <= '9' {
		out = strings.TrimSuffix("rule-"+out, "-")
	}
	if len(out) > 38 {
		out = strings.Trim(out[:38], "-")
	}
	return out
}

// cut shortens a text to a number of bytes, between characters.
func cut(text string, size int) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	for i := range text {
		if i > size-len("…") && len(text) > size {
			_, before := utf8.DecodeLastRuneInString(text[:i])
			return text[:i-before] + "…"
		}
	}
	return text
}

// asMarkdown keeps what looks like HTML readable: reasons have none.
func asMarkdown(text string) string { return strings.ReplaceAll(text, "<", `\<`) }

// title is a message as titles are: without a final period, within the limit.
func title(text string) string {
	text = strings.TrimRight(strings.Join(strings.Fields(text), " "), ".")
	return cut(text, 300)
}
