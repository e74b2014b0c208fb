package rules

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/go-multierror"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/reasons"
)

// Bounds of a lesson, in bytes and items: it is read on a projector, and a bundle holds many.
const (
	maxLine      = 300
	maxMessage   = 2000
	maxOpening   = 20
	maxReplies   = 5
	maxHints     = 8
	maxPoints    = 20
	lessonFolder = "lessons"
)

// Words are a text in every locale.
type Words = map[string]string

// Elements are what a message may have to hold and no rule can see: a person ticks them.
var Elements = []string{"greeting", "identity", "acknowledgement", "apology", "facts", "deadline", "next-step", "contact", "consent",
	"opt-out", "thanks", "evidence", "alternative", "rights"}

// LessonFields, CastFields, OpeningFields and ReplyFields are the fields of a lesson file and of its parts.
var (
	LessonFields  = []string{"title", "cast", "opening", "must", "mustNot", "replies", "hints", "model", "bad", "reason"}
	CastFields    = []string{"me", "them", "audience", "chat", "readers", "role", "now"}
	OpeningFields = []string{"from", "name", "text"}
	ReplyFields   = []string{"verdict", "text"}
)

// Verdicts are what a reply may answer to, weakest first.
var Verdicts = append([]string{"clean"}, ruleset.Actions...)

// Lesson is a scenario to practise: a conversation, what a good answer holds, and what comes back.
type Lesson struct {
	ID      string    `json:"id"`
	Title   Words     `json:"title"`
	Cast    Cast      `json:"cast"`
	Opening []Opening `json:"opening"`
	Must    []string  `json:"must"`    // rules that miss something, and elements
	MustNot []string  `json:"mustNot"` // rules that the bad message breaks
	Replies []Reply   `json:"replies"`
	Hints   []Words   `json:"hints"`
	Model   Words     `json:"model"`
	Bad     Words     `json:"bad"`
	Reason  Words     `json:"reason"` // HTML

	file    string
	where   positions
	shipped bool
}

// Cast says who writes to whom, and when.
type Cast struct {
	Me       Words  `json:"me"`   // the situation of the one who practises
	Them     Words  `json:"them"` // the name of the chat
	Audience string `json:"audience"`
	Chat     string `json:"chat"`
	Readers  int    `json:"readers,omitempty"`
	Role     string `json:"role,omitempty"`
	Now      string `json:"now"` // RFC 3339 with offset
}

// Opening is a message that stands there already; a group's carry names.
type Opening struct {
	From string `json:"from"`
	Name string `json:"name,omitempty"`
	Text Words  `json:"text"`
}

// Reply is what the other side writes to a message that breaks a rule of mustNot, with this verdict or a stronger one, up to the next
// reply's; the one to clean, to a message in which nothing is found and a person ticked every element.
type Reply struct {
	Verdict string `json:"verdict"`
	Text    Words  `json:"text"`
}

// lessonsNow is the time of a lesson that names none: a Tuesday in working hours.
const lessonsNow = "2026-11-24T10:30:00+01:00"

// lessonFiles lists the files pack/lessons/*.yaml in order.
func lessonFiles(fsys fs.FS) ([]string, error) {
	return fs.Glob(fsys, "*/"+lessonFolder+"/*.yaml")
}

// readLessons reads every lesson of a folder. Those without a mistake are answered also where others have some.
func readLessons(fsys fs.FS) ([]Lesson, error) {
	names, err := lessonFiles(fsys)
	var all *multierror.Error
	all = multierror.Append(all, err)
	var out []Lesson
	for _, name := range names {
		data, err := readBounded(fsys, name, maxRuleFile)
		if err != nil {
			return nil, err
		}
		lesson, err := readLesson(name, data)
		if err != nil {
			all = multierror.Append(all, err)
			continue
		}
		out = append(out, lesson)
	}
	return out, all.ErrorOrNil()
}

// lessonID is the id of a lesson file: pack/stem.
func lessonID(name string) string {
	return path.Dir(path.Dir(name)) + "/" + strings.TrimSuffix(path.Base(name), ".yaml")
}

// readLesson reads one lesson file; the error names every mistake in it.
func readLesson(name string, data []byte) (Lesson, error) {
	tree, where, err := parse(name, data)
	if err != nil {
		return Lesson{}, err
	}
	var log field.Log
	v := field.Root(tree, &log)
	l := Lesson{ID: lessonID(name), Opening: []Opening{}, file: name, where: where}
	if !ruleset.ValidID(l.ID) {
		v.Advise("such as complaint/lessons/late-delivery.yaml", "pack and file names are lower-case words, digits and single dashes")
	}
	if v.Object(LessonFields...) {
		l.read(v)
	}
	return l, placed(name, where, &log)
}

func (l *Lesson) read(v field.Value) {
	l.Title = ruleset.ReadLocales(v.Need("title"), maxLine)
	typesetEach(l.Title, maxLine)
	l.readCast(v.Need("cast"))
	for _, item := range v.Need("opening").List(maxOpening) {
		l.Opening = append(l.Opening, readOpening(item))
	}
	l.Must = v.Need("must").Texts(maxPoints, 80)
	l.MustNot = v.Need("mustNot").Texts(maxPoints, 80)
	l.readReplies(v.Need("replies"))
	for _, item := range v.Need("hints").List(maxHints) {
		hint := ruleset.ReadLocales(item, maxMessage)
		typesetEach(hint, maxMessage)
		l.Hints = append(l.Hints, hint)
	}
	l.Model = ruleset.ReadLocales(v.Need("model"), maxMessage)
	l.Bad = ruleset.ReadLocales(v.Need("bad"), maxMessage)
	l.Reason = ruleset.ReadLocales(v.Need("reason"), maxWhy)
	renderEach(v.Get("reason"), l.Reason, reasons.MaxWhy)
	for _, name := range []string{"must", "mustNot", "hints"} {
		if list, ok := v.Get(name).Plain().([]any); ok && len(list) == 0 {
			v.Get(name).Fail("needs at least one item")
		}
	}
}

func (l *Lesson) readCast(v field.Value) {
	if v.Plain() == nil || !v.Object(CastFields...) {
		return
	}
	c := &l.Cast
	c.Me, c.Them = ruleset.ReadLocales(v.Need("me"), maxMessage), ruleset.ReadLocales(v.Need("them"), maxLine)
	typesetEach(c.Me, maxMessage)
	typesetEach(c.Them, maxLine)
	c.Audience = v.Need("audience").Choice(ruleset.Audiences...)
	c.Chat = v.Need("chat").Choice("individual", "group")
	c.Readers = v.Get("readers").Int(0, 100_000)
	if v.Has("role") {
		c.Role = v.Get("role").Text(40)
	}
	if c.Now = lessonsNow; v.Has("now") {
		c.Now = v.Get("now").Text(40)
		if _, err := time.Parse(time.RFC3339, c.Now); err != nil && c.Now != "" {
			v.Get("now").Advise(`such as "`+lessonsNow+`"`, "must be a time with its offset")
		}
	}
}

func readOpening(v field.Value) Opening {
	if !v.Object(OpeningFields...) {
		return Opening{}
	}
	o := Opening{From: v.Need("from").Choice("me", "them"), Text: ruleset.ReadLocales(v.Need("text"), maxMessage)}
	if v.Has("name") {
		o.Name = v.Get("name").Text(maxLine)
	}
	return o
}

// readReplies reads the answers: one to a clean message, and one at least to another.
func (l *Lesson) readReplies(v field.Value) {
	seen := map[string]bool{}
	for _, item := range v.List(maxReplies) {
		if !item.Object(ReplyFields...) {
			continue
		}
		r := Reply{Verdict: item.Need("verdict").Choice(Verdicts...), Text: ruleset.ReadLocales(item.Need("text"), maxMessage)}
		if seen[r.Verdict] && r.Verdict != "" {
			item.Get("verdict").Fail("%s has a reply already", field.Quote(r.Verdict))
		}
		seen[r.Verdict] = true
		l.Replies = append(l.Replies, r)
	}
	if v.Plain() != nil && (!seen["clean"] || len(l.Replies) < 2) {
		v.Advise("such as one for clean and one for note", "needs a reply to a clean message and one to another")
	}
	slices.SortStableFunc(l.Replies, func(a, b Reply) int { return slices.Index(Verdicts, a.Verdict) - slices.Index(Verdicts, b.Verdict) })
}

func (l *Lesson) mistake(path, format string, args ...any) *Mistake {
	at := l.where.find(path, false)
	return &Mistake{File: l.file, Line: at.line, Column: at.column, Problem: fmt.Sprintf(format, args...)}
}
