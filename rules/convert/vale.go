package convert

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Vale converts the rules of a folder of Vale styles: STYLE/Rule.yml becomes STYLE's pack. Its kinds existence, substitution,
// occurrence, repetition and capitalization are read; locale is the language the styles are written for.
func Vale(fsys fs.FS, locale string) (*Result, error) {
	var names []string
	for _, pattern := range []string{"*/*.yml", "*/*.yaml"} {
		found, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("the folder holds no style: a style is a folder of .yml files")
	}
	slices.Sort(names)
	out := &Result{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		out.valeFile(name, data, locale)
	}
	return out, nil
}

// valeRule is a file of a style.
type valeRule struct {
	name    string // Style.Rule
	fields  map[string]any
	used    map[string]bool // fields that a rule file says
	rule    draft
	written int
}

func (r *Result) valeFile(name string, data []byte, locale string) {
	style, base := path.Dir(name), strings.TrimSuffix(strings.TrimSuffix(path.Base(name), ".yml"), ".yaml")
	v := &valeRule{name: style + "." + base, used: map[string]bool{"extends": true, "message": true, "level": true, "link": true, "description": true}}
	if err := yaml.Unmarshal(data, &v.fields); err != nil {
		r.left(v, "", fmt.Sprintf("it is not YAML: %v", err))
		return
	}
	v.rule = draft{pack: stemOf(style), stem: stemOf(base), from: "Vale: " + v.name, category: "style", locale: locale, languages: []string{locale},
		action: valeAction(v.text("level")), message: title(placeholder.ReplaceAllString(v.text("message"), "…")), why: v.why()}
	kind := v.text("extends")
	convert, ok := valeKinds[kind]
	switch {
	case !ok:
		r.left(v, "", fmt.Sprintf("no detector does what %q does", kind))
		return
	case !v.inMessages():
		r.left(v, "", fmt.Sprintf("a message has no %s", v.text("scope")))
		return
	}
	before := len(r.Left)
	convert(r, v)
	if v.written > 0 {
		r.unused(v)
	} else if n := len(r.Left); n == before || !r.Left[n-1].Whole {
		r.left(v, "", "nothing remains of it")
	}
}

// valeKinds are the kinds that can be said.
var valeKinds = map[string]func(*Result, *valeRule){"existence": existence, "substitution": substitution, "occurrence": occurrence,
	"repetition": repetition, "capitalization": capitalization}

// valeAction is milder than the word: most styles call everything an error, and a held message costs its writer more.
func valeAction(level string) string {
	if level == "error" {
		return "warn"
	}
	return "note"
}

var placeholder = regexp.MustCompile(`['"“‘]?%(\[\d\])?s['"”’]?`)

// why is what the style says about its rule.
func (v *valeRule) why() string {
	out := v.text("description")
	if out == "" {
		out = placeholder.ReplaceAllString(v.text("message"), "…")
	}
	if link := v.text("link"); strings.HasPrefix(link, "https://") {
		out += "\n\n[" + strings.TrimPrefix(link, "https://") + "](" + link + ")"
	}
	return cut(strings.TrimSpace(out), 4000)
}

func (v *valeRule) text(name string) string {
	switch value := v.fields[name].(type) {
	case nil:
		return ""
	case string:
		return value
	default:
		return fmt.Sprint(value)
	}
}

// texts are the items of a list; used notes that they are taken over.
func (v *valeRule) texts(name string) []string {
	v.used[name] = true
	list, _ := v.fields[name].([]any)
	var out []string
	for _, item := range list {
		out = append(out, fmt.Sprint(item))
	}
	return out
}

func (v *valeRule) flag(name string) bool {
	v.used[name] = true
	value, _ := v.fields[name].(bool)
	return value
}

func (v *valeRule) number(name string) int {
	v.used[name] = true
	value, _ := v.fields[name].(int)
	return value
}

// inMessages says whether the rule's scope is something that a message has.
func (v *valeRule) inMessages() bool {
	v.used["scope"] = true
	scope := v.text("scope")
	for _, other := range []string{"heading", "table", "list", "code", "link", "alt", "blockquote", "comment", "strong", "emphasis", "figure"} {
		if strings.Contains(scope, other) && !strings.Contains(scope, "~"+other) {
			return false
		}
	}
	return true
}

// left notes what could not be said; without a field, the whole rule.
func (r *Result) left(v *valeRule, what, why string) {
	r.Left = append(r.Left, Left{Rule: v.name, What: what, Whole: what == "", Why: why})
}

// unused lists the fields that nothing was made of.
func (r *Result) unused(v *valeRule) {
	for _, name := range slices.Sorted(maps.Keys(v.fields)) {
		if !v.used[name] {
			r.left(v, name, "rule files have nothing like it")
		}
	}
}

// write adds a rule file with this detector, if the reader would take it.
func (r *Result) write(v *valeRule, suffix string, set ...any) {
	d := v.rule
	d.stem += suffix
	for i := 0; i < len(set); i += 2 {
		d.set(set[i].(string), set[i+1])
	}
	if problem := d.problem(); problem != "" {
		r.left(v, "", problem)
		return
	}
	v.written++
	r.Files = append(r.Files, d.file())
}
