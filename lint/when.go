package lint

import (
	"slices"

	"github.com/bonton/bonton/lint/ruleset"
)

// applying says, rule by rule, whether it has a say about the draft: its language and its conditions. A rule with
// languages is silent when the draft is in none of them.
func (e *Engine) applying(d Draft, language Language) []bool {
	place := placeOf(d, e.set.AudienceDefault)
	out := make([]bool, len(e.set.Rules))
	for i, rule := range e.set.Rules {
		out[i] = language.among(rule.Languages) && place.fits(rule.When)
	}
	return out
}

// among says whether the draft, or a part of it, is in one of the languages; an empty list stands for every language.
func (l Language) among(languages []string) bool {
	return holds(languages, l.Code) || slices.ContainsFunc(l.Also, func(code string) bool { return slices.Contains(languages, code) })
}

// place is where a draft goes, with nothing left empty.
type place struct{ audience, chat, surface string }

func placeOf(d Draft, audienceDefault string) place {
	p := place{audience: audienceDefault, chat: "unknown", surface: "composer"}
	if d.Chat != nil {
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

func (p place) fits(when ruleset.When) bool {
	return holds(when.Audience, p.audience) && holds(when.Chat, p.chat) && holds(when.Surface, p.surface)
}

func holds(list []string, value string) bool { return len(list) == 0 || slices.Contains(list, value) }
