package ruleset

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/bonton/bonton/lint/detect"
	"github.com/bonton/bonton/lint/field"
)

// When narrows a rule: every condition that is given must be met by the draft. What a draft does not tell (no thread, no
// time) meets no condition about it, so a rule stays silent rather than guess.
type When struct {
	Audience     []string   `json:"audience,omitempty"`
	Chat         []string   `json:"chat,omitempty"`
	Surface      []string   `json:"surface,omitempty"`
	Hours        *Hours     `json:"hours,omitempty"`
	FirstContact *bool      `json:"firstContact,omitempty"`
	Crisis       *bool      `json:"crisis,omitempty"`
	Role         *Role      `json:"role,omitempty"`
	ReadersOver  int        `json:"readersOver,omitempty"` // the chat has more readers than this
	ThreadHas    *ThreadHas `json:"threadHas,omitempty"`
}

// whenFields is the closed list of conditions.
var whenFields = []string{"audience", "chat", "surface", "hours", "firstContact", "crisis", "role", "readersOver", "threadHas"}

// Days are the names of the days.
var Days = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// Clock is a time of the week: a day by its number in Days, and the minute of that day.
type Clock struct{ Day, Minute int }

// ReadClock reads the clock of an RFC 3339 time, whose offset is the writer's own: the hour is that written. The engine
// may not know the package time, through which it could ask for the hour itself.
func ReadClock(s string) (Clock, bool) {
	if len(s) < 16 || !shaped(s[:10], "0000-00-00") || strings.IndexByte("Tt ", s[10]) < 0 || !shaped(s[11:16], "00:00") {
		return Clock{}, false
	}
	number := func(from, to int) int {
		n, _ := strconv.Atoi(s[from:to]) // digits only
		return n
	}
	year, month, day, hour, minute := number(0, 4), number(5, 7), number(8, 10), number(11, 13), number(14, 16)
	if month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 {
		return Clock{}, false
	}
	return Clock{weekday(year, month, day), hour*60 + minute}, true
}

// weekday is Sakamoto's rule: January and February count to the year before.
func weekday(year, month, day int) int {
	if month < 3 {
		year--
	}
	return (year + year/4 - year/100 + year/400 + [...]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}[month-1] + day) % 7
}

// Hours is a part of the week by the clock of the draft's own `now`: within it, or outside.
type Hours struct {
	Within  string   `json:"within,omitempty"` // "08:00-19:00"; the end is not part of it, and may lie after midnight
	Outside string   `json:"outside,omitempty"`
	Days    []string `json:"days,omitempty"` // those that the stretch belongs to; none = every day

	from, to int // minutes
}

// Met says whether the hours hold a time.
func (h *Hours) Met(c Clock) bool {
	in := c.Minute >= h.from && c.Minute < h.to && h.on(c.Day)
	if h.to <= h.from { // over midnight: the morning belongs to the day before
		in = c.Minute >= h.from && h.on(c.Day) || c.Minute < h.to && h.on((c.Day+6)%7)
	}
	return in == (h.Within != "")
}

func (h *Hours) on(day int) bool {
	return len(h.Days) == 0 || slices.Contains(h.Days, Days[day])
}

// Role is a list of roles one of which the writer must have, or must not have.
type Role struct {
	Is, Not []string
}

// MarshalJSON writes the form that readRole reads.
func (r Role) MarshalJSON() ([]byte, error) {
	if r.Not != nil {
		return json.Marshal(map[string][]string{"not": r.Not})
	}
	return json.Marshal(r.Is)
}

// Met says whether a role fits. A writer without one has none of them.
func (r *Role) Met(role string) bool {
	if r.Not != nil {
		return !slices.Contains(r.Not, role)
	}
	return slices.Contains(r.Is, role)
}

// ThreadHas looks for phrases in the messages of one side: one of Terms must stand there, or one of Whole be all that a
// message says, and none of None may stand there.
type ThreadHas struct {
	From  string   `json:"from"` // me or them
	Terms []string `json:"terms"`
	Whole []string `json:"whole,omitempty"`
	None  []string `json:"none,omitempty"`
	Last  int      `json:"last,omitempty"` // only that many of the side's newest messages; 0 = all

	Phrases *detect.Phrases `json:"-"` // Terms, then Whole, then None, ready for use
}

const (
	maxReaders = 100_000
	maxRoles   = 50
	maxLast    = 20
)

func readWhen(v field.Value) When {
	if v.Plain() == nil || !v.Object(whenFields...) {
		return When{}
	}
	w := When{
		Audience:     v.Get("audience").Choices(Audiences...),
		Chat:         v.Get("chat").Choices(ChatKinds...),
		Surface:      v.Get("surface").Choices(Surfaces...),
		Hours:        readHours(v.Get("hours")),
		FirstContact: readFlag(v.Get("firstContact")),
		Crisis:       readFlag(v.Get("crisis")),
		Role:         readRole(v.Get("role")),
		ThreadHas:    readThreadHas(v.Get("threadHas")),
	}
	if v.Has("readersOver") {
		w.ReadersOver = v.Get("readersOver").Int(1, maxReaders)
	}
	if w.FirstContact != nil && *w.FirstContact && w.ThreadHas != nil && w.ThreadHas.From == "me" {
		v.Get("threadHas").Fail("never holds at a first contact: there is no earlier message from me")
	}
	return w
}

// readFlag keeps apart what is absent and what is false.
func readFlag(v field.Value) *bool {
	if v.Plain() == nil {
		return nil
	}
	flag := v.Flag()
	return &flag
}

func readHours(v field.Value) *Hours {
	if v.Plain() == nil || !v.Object("within", "outside", "days") {
		return nil
	}
	if v.Has("within") == v.Has("outside") {
		v.Advise(`such as {outside: "08:00-19:00", days: [mon, tue, wed, thu, fri]}`, "must have either within or outside")
		return nil
	}
	h := &Hours{Within: v.Get("within").Text(11), Outside: v.Get("outside").Text(11), Days: v.Get("days").Choices(Days...)}
	part := v.Get("within")
	if h.Outside != "" {
		part = v.Get("outside")
	}
	var ok bool
	if h.from, h.to, ok = stretch(h.Within + h.Outside); !ok {
		part.Advise(`such as "08:00-19:00"`, "is no stretch of the day")
		return nil
	}
	if h.to > 24*60 || h.from == h.to {
		part.Advise(`a whole day is "00:00-24:00"`, "ends after 24:00, or is empty")
	}
	return h
}

// stretch reads a part of the day, in minutes from midnight.
func stretch(s string) (from, to int, ok bool) {
	if !shaped(s, "00:00-00:00") {
		return 0, 0, false
	}
	at := func(i int) int { return int(s[i]-'0')*10 + int(s[i+1]-'0') }
	ok = at(0) < 24 && at(3) < 60 && at(6) <= 24 && at(9) < 60
	return at(0)*60 + at(3), at(6)*60 + at(9), ok
}

func readRole(v field.Value) *Role {
	if v.Plain() == nil {
		return nil
	}
	r := &Role{}
	list := v
	if v.IsObject() {
		v.Object("not")
		list = v.Need("not")
	}
	names := list.Texts(maxRoles, 40)
	for i, item := range list.List(maxRoles) {
		if i < len(names) && item.IsText() && !validRole(item.Text(40)) {
			item.Advise("such as spokesperson", "a role is written in lower case, with digits and dashes")
		}
	}
	if len(names) == 0 {
		v.Fail("needs at least one role")
		return nil
	}
	if r.Is = names; v.IsObject() {
		r.Is, r.Not = nil, names
	}
	return r
}

func readThreadHas(v field.Value) *ThreadHas {
	if v.Plain() == nil || !v.Object("from", "terms", "whole", "none", "last") {
		return nil
	}
	h := &ThreadHas{From: v.Need("from").Choice("me", "them"), Phrases: &detect.Phrases{}}
	h.Terms = h.Phrases.Read(v.Need("terms"))
	h.Whole = h.Phrases.Read(v.Get("whole"))
	h.None = h.Phrases.Read(v.Get("none"))
	if v.Has("last") {
		h.Last = v.Get("last").Int(1, maxLast)
	}
	if len(h.Terms) == 0 {
		v.Get("terms").Fail("needs at least one phrase")
	}
	return h
}
