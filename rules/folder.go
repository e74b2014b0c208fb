package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/reasons"
)

// FolderFile is the name of the file that makes a folder of packs an admin's folder.
const FolderFile = "bonton.yaml"

const (
	folderFormat = 1
	maxMarkdown  = 40_000 // bytes of a page
)

// Folder is bonton.yaml: which shipped packs an admin takes, and what the company decides about them.
type Folder struct {
	Use             []string            // shipped packs; the file names none = all of them
	Override        map[string]Override // by rule id of today
	Allow           detect.Own          // values of the company's own, which are no finding
	AudienceDefault string              // what an unknown audience is treated as
	Reasons         []ruleset.Phrase    // to choose from where a reason is asked for
	Texts           reasons.Pages       // HTML
	Wording         []ruleset.Phrase    // approved answers
	Settings        ruleset.Settings
	where           positions
}

// Override changes one shipped rule.
type Override struct {
	Off    bool
	Action string
}

// FolderFields are the fields of bonton.yaml.
var FolderFields = []string{"format", "use", "override", "allow", "audienceDefault", "reasons", "texts", "wording", "settings"}

// readFolder reads bonton.yaml; the error names every mistake in it. Remarks say what is allowed and may still surprise.
func readFolder(data []byte, shipped *shipped) (folder *Folder, remarks []*Mistake, err error) {
	tree, where, err := parse(FolderFile, data)
	if err != nil {
		return nil, nil, err
	}
	var log field.Log
	v := field.Root(tree, &log)
	r := folderReader{v: v, shipped: shipped, folder: Folder{where: where}}
	if v.Object(FolderFields...) {
		r.read()
	}
	return &r.folder, r.remarks, placed(FolderFile, where, &log)
}

// folderReader reads one bonton.yaml.
type folderReader struct {
	v       field.Value
	shipped *shipped
	folder  Folder
	remarks []*Mistake
}

func (r *folderReader) read() {
	v, f := r.v, &r.folder
	if format := v.Need("format").Int(1, 1<<20); format != folderFormat {
		v.Get("format").Fail("format %d is not known, write format: %d", format, folderFormat)
	}
	f.Use = r.packs(v.Get("use"))
	f.Override = r.overrides(v.Get("override"))
	f.Allow = ruleset.ReadAllow(v.Get("allow"))
	f.AudienceDefault = AudienceDefault
	if v.Has("audienceDefault") {
		f.AudienceDefault = v.Get("audienceDefault").Choice(ruleset.Audiences...)
	}
	f.Reasons = typesetPhrases(ruleset.ReadReasons(v.Get("reasons")), ruleset.MaxReason)
	f.Texts = r.texts(v.Get("texts"))
	f.Wording = reasons.ReadWording(v.Get("wording"))
	f.Settings = ruleset.ReadSettings(v.Get("settings"))
}

func (r *folderReader) packs(v field.Value) []string {
	if v.Plain() == nil {
		return r.shipped.packs
	}
	var out []string
	for _, item := range v.List(len(r.shipped.packs)) {
		name := item.Text(80)
		switch {
		case name == "":
		case !slices.Contains(r.shipped.packs, name):
			item.Advise(field.Nearest(name, r.shipped.packs), "there is no shipped pack %s", field.Quote(name))
		case slices.Contains(out, name):
			item.Fail("%s stands in the list twice", field.Quote(name))
		default:
			out = append(out, name)
		}
	}
	return out
}

// texts renders pages of Markdown.
func (r *folderReader) texts(v field.Value) reasons.Pages {
	pages := reasons.ReadPages(v, maxMarkdown)
	renderEach(v.Get("policy"), pages.Policy, reasons.MaxPage)
	renderEach(v.Get("notice"), pages.Notice, reasons.MaxPage)
	for name, guide := range pages.Guides {
		renderEach(v.Get("guides").Get(name), guide, reasons.MaxPage)
	}
	return pages
}

// renderEach makes HTML of texts, at most limit bytes of each: links and quotation marks grow.
func renderEach(v field.Value, texts map[string]string, limit int) {
	for locale, markdown := range texts {
		html, err := render(Typeset(locale, markdown))
		if err == nil && len(html) > limit {
			err = fmt.Errorf("is %d bytes long as HTML, at most %d are allowed", len(html), limit)
		}
		if err != nil {
			v.Get(locale).Fail("%s", err)
		}
		texts[locale] = html
	}
}

// remark notes what an admin may want to know of a place in bonton.yaml.
func (r *folderReader) remark(v field.Value, format string, args ...any) {
	r.remarks = append(r.remarks, r.folder.mistake(v.Path(), fmt.Sprintf(format, args...)))
}

func (f *Folder) mistake(path, problem string) *Mistake {
	at := f.where.find(path, false)
	return &Mistake{File: FolderFile, Line: at.line, Column: at.column, Problem: problem}
}

// folderData is bonton.yaml of a folder, or nil where there is none.
func folderData(fsys fs.FS) ([]byte, error) {
	if _, err := fs.Stat(fsys, "bonton.yml"); err == nil {
		return nil, &Mistake{File: "bonton.yml", Problem: "the file's name must be bonton.yaml"}
	}
	data, err := readBounded(fsys, FolderFile, maxRuleFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// join makes one book of the shipped packs that a folder uses and its own.
func (b *Book) join(folder *Folder, shipped *shipped) error {
	var all *multierror.Error
	for _, rule := range b.Rules {
		if slices.Contains(shipped.packs, packOf(rule.ID)) {
			all = multierror.Append(all, &Mistake{File: rule.File, Problem: fmt.Sprintf("the pack %q ships with bonton", packOf(rule.ID)),
				Hints: []string{"put your rules into a pack of another name; to change a shipped rule, use override in " + FolderFile}})
		}
	}
	for _, lesson := range b.Lessons {
		if slices.ContainsFunc(shipped.book.Lessons, func(l Lesson) bool { return l.ID == lesson.ID }) {
			all = multierror.Append(all, &Mistake{File: lesson.file, Problem: fmt.Sprintf("the lesson %q ships with bonton", lesson.ID),
				Hints: []string{"give yours another name"}})
		}
	}
	for _, rule := range shipped.book.Rules {
		change := folder.Override[rule.ID]
		if !slices.Contains(folder.Use, packOf(rule.ID)) || change.Off {
			continue
		}
		if change.Action != "" {
			rule.Action = change.Action
			rule.Mutable = rule.Mutable && change.Action == "warn"
		}
		b.Rules = append(b.Rules, rule)
	}
	for _, lesson := range shipped.book.Lessons {
		if slices.Contains(folder.Use, packOf(lesson.ID)) {
			b.Lessons = append(b.Lessons, lesson)
		}
	}
	b.Folder = folder
	return all.ErrorOrNil()
}
