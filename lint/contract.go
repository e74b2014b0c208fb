package lint

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
)

// MaxText is the longest draft the engine reads, in UTF-16 code units: WhatsApp's 65,536 characters, were each an emoji.
const MaxText = 2 * 65_536

// Draft is what is to be checked; wasm/linter/engine.d.ts describes each field. Only Text is required: an empty surface is
// the composer, an empty locale French, an absent chat unknown.
type Draft struct {
	Revision int       `json:"revision"`
	Text     string    `json:"text"`
	Locale   string    `json:"locale"`
	Now      string    `json:"now"`
	Surface  string    `json:"surface"`
	Language *Language `json:"language"`
	Chat     *Chat     `json:"chat"`
	Thread   *Thread   `json:"thread"`
}

// Language is an ISO 639-1 code and how sure it is, 0..1; 0 says that it was only presumed from the chat or the interface.
// Also are the codes of other languages that a part of the draft is in: their rules apply too.
type Language struct {
	Code       string   `json:"code"`
	Confidence float64  `json:"confidence"`
	Also       []string `json:"also,omitempty"`
}

// Chat is where the draft goes to.
type Chat struct {
	Kind     string `json:"kind"`
	Audience string `json:"audience"`
	Language string `json:"language"`
	Readers  int    `json:"readers"` // 0 = not shown
	Role     string `json:"role"`
}

// Thread is the visible conversation, oldest message first.
type Thread struct {
	Complete bool      `json:"complete"`
	Messages []Message `json:"messages"`
}

// Message is one message of the conversation; From is "me" or "them", At RFC 3339 or empty.
type Message struct {
	From string `json:"from"`
	Text string `json:"text"`
	At   string `json:"at"`
}

// Report is the answer: all findings in order of start, and the strongest action among them, or "clean".
type Report struct {
	Revision  int       `json:"revision"`
	Verdict   string    `json:"verdict"`
	Language  Language  `json:"language"`
	Findings  []Finding `json:"findings"`
	Truncated bool      `json:"truncated,omitempty"` // there were more than MaxFindings
	Bundle    Bundle    `json:"bundle"`
}

// Finding is one problem. Start and End are UTF-16 code units of the draft's text, half-open.
type Finding struct {
	Rule       string `json:"rule"`
	Category   string `json:"category"`
	Entity     string `json:"entity,omitempty"`
	Action     string `json:"action"`
	Start      int    `json:"start"`
	End        int    `json:"end"`
	Message    string `json:"message"`
	Confidence int    `json:"confidence"`        // 1 (weak) to 5 (certain)
	Mutable    bool   `json:"mutable,omitempty"` // the reader may switch its rule off
	Fixes      []Fix  `json:"fixes"`

	// Formerly are ids that the rule had: it is switched off under them too.
	Formerly []string `json:"formerly,omitempty"`
}

// Fix is one way to mend a finding; at most one of a finding's fixes is applied. Its edits lie inside the finding, apart
// from each other and in order.
type Fix struct {
	Title string `json:"title"`
	Edits []Edit `json:"edits"`
}

// Edit replaces Start..End, in UTF-16 code units, by Text.
type Edit struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Bundle says which rules answered.
type Bundle struct {
	Version string `json:"version"`
	State   string `json:"state"` // packaged, current, stale or refused
}

// DecodeDraft reads a Draft from JSON. A lone surrogate becomes U+FFFD, which is as long: one code unit.
func DecodeDraft(data []byte) (Draft, error) {
	var d Draft
	if err := json.Unmarshal(data, &d); err != nil {
		return d, fmt.Errorf("the draft is no valid JSON: %w", err)
	}
	if err := d.check(); err != nil {
		return d, err
	}
	return d, checkText(d.Text)
}

func checkText(s string) error {
	if len(s) > MaxText && (len(s) > MaxText*3 || utf16Len(s) > MaxText) {
		return fmt.Errorf("the draft is longer than %d UTF-16 code units", MaxText)
	}
	return nil
}

// check refuses what the contract does not know, so that a rule is never skipped for a misspelt word.
func (d *Draft) check() error {
	switch {
	case d.Surface != "" && !slices.Contains(ruleset.Surfaces, d.Surface):
		return fmt.Errorf("unknown surface %s", field.Quote(d.Surface))
	case d.Thread.check() != nil:
		return d.Thread.check()
	case d.Chat == nil:
		return nil
	case d.Chat.Kind != "" && !slices.Contains(ruleset.ChatKinds, d.Chat.Kind):
		return fmt.Errorf("unknown chat kind %s", field.Quote(d.Chat.Kind))
	case d.Chat.Audience != "" && d.Chat.Audience != "unknown" && !slices.Contains(ruleset.Audiences, d.Chat.Audience):
		return fmt.Errorf("unknown audience %s", field.Quote(d.Chat.Audience))
	}
	return nil
}

// DecodeThread reads a thread from JSON.
func DecodeThread(data []byte) (*Thread, error) {
	t := new(Thread)
	if err := json.Unmarshal(data, t); err != nil {
		return nil, fmt.Errorf("the thread is no valid JSON: %w", err)
	}
	return t, t.check()
}

func (t *Thread) check() error {
	if t != nil && slices.ContainsFunc(t.Messages, func(m Message) bool { return m.From != "me" && m.From != "them" }) {
		return errors.New("a message of the thread is neither from me nor from them")
	}
	return nil
}

func utf16Len(s string) int {
	n := utf8.RuneCountInString(s)
	for i := range len(s) {
		if s[i] >= 0xF0 {
			n++
		}
	}
	return n
}
