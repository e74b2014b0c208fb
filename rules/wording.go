package rules

import (
	"fmt"

	"github.com/bonton/bonton/lint"
	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/ruleset"
)

// testWording lints the approved answers with all rules: an answer that would be held cannot be used as it is.
func (b *Book) testWording() []error {
	if b.Folder == nil || len(b.Folder.Wording) == 0 {
		return nil
	}
	engine, err := lint.New(b.Ruleset("wording"))
	if err != nil {
		return []error{err}
	}
	var out []error
	for i, answer := range b.Folder.Wording {
		for k, text := range []string{answer.FR, answer.EN} {
			locale := ruleset.Locales[k]
			if problem := held(engine, text, locale); problem != "" {
				problem = fmt.Sprintf("the approved answer %q %s", answer.ID, problem)
				out = append(out, b.Folder.mistake(field.Join(field.Index("wording", i), locale), problem))
			}
		}
	}
	return out
}

// held says why a text cannot be sent at once, or nothing.
func held(engine *lint.Engine, text, locale string) string {
	report, err := engine.Lint(lint.Draft{Text: text, Locale: locale})
	if err != nil {
		return err.Error()
	}
	for _, f := range report.Findings {
		if ruleset.Strength(f.Action) > ruleset.Strength("note") {
			return fmt.Sprintf("would be held by %s: %q", f.Rule, marked(text, []lint.Finding{f}))
		}
	}
	return ""
}
