package lint

import (
	"slices"

	"github.com/bonton/bonton/lint/ruleset"
)

// among says whether the draft, or a part of it, is in one of the languages; an empty list stands for every language.
func (l Language) among(languages []string) bool {
	return holds(languages, l.Code) || slices.ContainsFunc(l.Also, func(code string) bool { return slices.Contains(languages, code) })
}

// place is where a draft goes, with nothing left empty but what nobody knows.
type place struct {
	audience, chat, surface, role string
	readers                       int
	crisis                        bool
	first                         *bool // the first message to this reader
}

func placeOf(d Draft, set *ruleset.Ruleset) place {
	p := place{audience: set.AudienceDefault, chat: "unknown", surface: "composer", crisis: set.Settings.Crisis, first: firstContact(d.Thread)}
	if d.Chat != nil {
		p.readers, p.role = d.Chat.Readers, d.Chat.Role
		if d.Chat.Audience != "" && d.Chat.Audience != "unknown" {
			p.audience = d.Chat.Audience
		}
		if d.Chat.Kind != "" {
			p.chat = d.Chat.Kind
		}
	}
	if d.Surface != "" {
		p.surface = d.Surface
	}
	return p
}

// firstContact is known when a message from me is in sight, or when the whole thread is.
func firstContact(t *Thread) *bool {
	if t == nil {
		return nil
	}
	first := !slices.ContainsFunc(t.Messages, func(m Message) bool { return m.From == "me" })
	if first && !t.Complete {
		return nil
	}
	return &first
}

// fits says whether a rule's conditions are met, but for its hours, which change while somebody types.
func (p *place) fits(when *ruleset.When) bool {
	return holds(when.Audience, p.audience) && holds(when.Chat, p.chat) && holds(when.Surface, p.surface) &&
		(when.FirstContact == nil || p.first != nil && *p.first == *when.FirstContact) &&
		(when.Crisis == nil || p.crisis == *when.Crisis) &&
		(when.Role == nil || when.Role.Met(p.role)) &&
		(when.ReadersOver == 0 || p.readers > when.ReadersOver)
}

func holds(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }
