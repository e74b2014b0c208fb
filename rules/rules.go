// Package rules is the rule language: it reads packs of YAML rule files and compiles them to what the engine reads. Its
// readers are authors, so each mistake is named with file, line and column, all of them at once. It runs natively only
// (build program, command line); it must never be reachable from wasm/.
//
// A folder of packs holds one folder per pack and in it one YAML file per rule; pack and file stem make the rule's id,
// which is for ever.
package rules

import (
	"embed"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/reasons"
)

//go:embed packs
var packs embed.FS

// Packs is the folder of the packs that Bonton ships, for Compile and Read.
func Packs() fs.FS {
	folder, err := fs.Sub(packs, "packs")
	if err != nil {
		panic(err) // the name above is a valid path
	}
	return folder
}

// AudienceDefault is what an unknown audience is treated as, until an admin's folder says otherwise.
const AudienceDefault = "customer"

// maxRuleFile bounds a rule file, in bytes.
const maxRuleFile = 256 << 10

// Compile reads every pack of a folder, runs the rules' own examples, and writes rules.json and texts.json. Equal folders
// and versions give equal bytes. The error is a *multierror.Error of *Mistake.
func Compile(fsys fs.FS, version string) (rulesJSON, textsJSON []byte, err error) {
	book, err := Read(fsys)
	if err != nil {
		return nil, nil, err
	}
	if err := book.Test(); err != nil {
		return nil, nil, err
	}
	return book.Encode(version)
}

// Book is a folder of packs that was read without a mistake.
type Book struct {
	Rules   []Rule            // by id
	Lessons []Lesson          // by id
	Folder  *Folder           // bonton.yaml, where the folder has one
	Remarks []*Mistake        // what bonton.yaml may do and its author may want to know
	renamed map[string]string // old id → id of today
}

// Rule is one rule file.
type Rule struct {
	ruleset.Rule
	File   string            // its path in the folder
	Why    map[string]string // sanitised HTML by locale
	Reason map[string]string // the same, in the author's Markdown
	Flag   []Example         // texts with places that must be flagged
	Pass   []Example         // texts that must stay clean

	Shipped bool // comes with the product, not with the folder
	where   positions
}

// Read reads and validates a folder: of packs, or an admin's, which has a bonton.yaml and takes shipped packs too.
func Read(fsys fs.FS) (*Book, error) {
	data, err := folderData(fsys)
	if err != nil {
		return nil, err
	}
	if data == nil {
		return readPacks(fsys, renamed)
	}
	shipped, err := product()
	if err != nil {
		return nil, err
	}
	return readAdmin(fsys, data, shipped)
}

// readAdmin reads a folder with the bonton.yaml in data.
func readAdmin(fsys fs.FS, data []byte, shipped *shipped) (*Book, error) {
	var all *multierror.Error
	folder, remarks, err := readFolder(data, shipped)
	if err != nil {
		all = multierror.Append(all, err)
	}
	book, err := readRules(fsys)
	if err != nil {
		all = multierror.Append(all, err)
	}
	if all != nil {
		return nil, all
	}
	if err := book.join(folder, shipped); err != nil {
		return nil, err
	}
	book.Remarks = inOrder(remarks)
	return book, book.finish(shipped.renamed)
}

// readPacks reads a folder of packs.
func readPacks(fsys fs.FS, renamed renames) (*Book, error) {
	book, err := readRules(fsys)
	if err != nil {
		return nil, err
	}
	return book, book.finish(renamed)
}

// finish puts the rules in order and notes what they were called.
func (b *Book) finish(renamed renames) error {
	slices.SortFunc(b.Rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(b.Lessons, func(a, b Lesson) int { return strings.Compare(a.ID, b.ID) })
	if len(b.Rules) == 0 {
		return errors.New("the folder holds no rule: rules are files named pack/rule.yaml")
	}
	b.renamed = renamed.into(b)
	return nil
}

// readRules reads every rule file and every lesson of a folder.
func readRules(fsys fs.FS) (*Book, error) {
	names, err := ruleFiles(fsys)
	if err != nil {
		return nil, err
	}
	book := &Book{}
	var all *multierror.Error
	for _, name := range names {
		rule, err := readFile(fsys, name)
		if err != nil {
			all = multierror.Append(all, err)
			continue
		}
		book.Rules = append(book.Rules, rule)
	}
	if book.Lessons, err = readLessons(fsys); err != nil {
		all = multierror.Append(all, err)
	}
	return book, all.ErrorOrNil()
}

// ruleFiles lists the files pack/*.yaml in order. Folders inside a pack, such as its lessons, are not rules; YAML that lies
// where nothing is read is a mistake.
func ruleFiles(fsys fs.FS) ([]string, error) {
	names, err := fs.Glob(fsys, "*/*.yaml")
	if err != nil {
		return nil, err
	}
	return names, unreadFiles(fsys)
}

// unreadFiles names all YAML that nobody would read, hidden folders such as .git aside.
func unreadFiles(fsys fs.FS) error {
	var all *multierror.Error
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(entry.Name(), ".")
		switch {
		case err != nil:
			return err
		case hidden && entry.IsDir():
			return fs.SkipDir
		case hidden || entry.IsDir():
			return nil
		}
		if problem := misplaced(name); problem != "" {
			all = multierror.Append(all, &Mistake{File: name, Problem: problem})
		}
		return nil
	})
	if err != nil {
		return err
	}
	return all.ErrorOrNil()
}

// misplaced says why a file of YAML would not be read; nothing where it is, or is none.
func misplaced(name string) string {
	folder, base := path.Split(name)
	switch ext := strings.ToLower(path.Ext(base)); {
	case ext != ".yaml" && ext != ".yml" || strings.EqualFold(base, "bonton.yml") && folder == "":
		return "" // the last has words of its own
	case path.Ext(base) != ".yaml":
		return "the file's name must end in .yaml"
	case name == FolderFile || strings.Count(name, "/") == 1 || strings.Count(name, "/") == 2 && path.Base(folder) == "lessons":
		return ""
	case folder == "":
		return "it is in no pack, and is not read: put it into a folder"
	}
	return "it is not read there: rules lie in PACK/, lessons in PACK/lessons/"
}

// Ruleset is what the engine gets.
func (b *Book) Ruleset(version string) *ruleset.Ruleset {
	set := &ruleset.Ruleset{Format: ruleset.Format, Engine: ruleset.Engine, Version: version, AudienceDefault: AudienceDefault}
	for _, rule := range b.Rules {
		set.Rules = append(set.Rules, rule.Rule)
	}
	set.Renamed = b.renamed
	if f := b.Folder; f != nil {
		set.AudienceDefault = f.AudienceDefault
		set.Allow, set.Reasons, set.Settings = f.Allow, f.Reasons, f.Settings
	}
	return set
}

// Encode writes rules.json and texts.json, and reads them back: what the engine would refuse never leaves the build.
func (b *Book) Encode(version string) (rulesJSON, textsJSON []byte, err error) {
	texts := &reasons.Texts{Format: ruleset.Format, Version: version, Why: map[string]map[string]string{}}
	for _, rule := range b.Rules {
		texts.Why[rule.ID] = rule.Why
	}
	if f := b.Folder; f != nil {
		texts.Words = reasons.Words{Pages: f.Texts, Wording: f.Wording}
	}
	if texts.Words.Pages.Guides, err = withShippedGuides(texts.Words.Pages.Guides); err != nil {
		return nil, nil, err
	}
	if rulesJSON, err = ruleset.Encode(b.Ruleset(version)); err != nil {
		return nil, nil, err
	}
	if textsJSON, err = reasons.Encode(texts); err != nil {
		return nil, nil, err
	}
	set, err := ruleset.Decode(rulesJSON)
	if err != nil {
		return nil, nil, err
	}
	if texts, err = reasons.Decode(textsJSON); err != nil {
		return nil, nil, err
	}
	return rulesJSON, textsJSON, texts.Fit(set)
}

// idOf is the id of a rule file: pack/stem.
func idOf(name string) string {
	return path.Dir(name) + "/" + strings.TrimSuffix(path.Base(name), ".yaml")
}
