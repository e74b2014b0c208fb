package lint

import (
	"fmt"
	"sync"

	"github.com/microcosm-cc/bluemonday"

	"github.com/bonton/bonton/lint/field"
)

// policy is made when the first reason is asked for: drafts are checked before anybody asks why.
var policy = sync.OnceValue(func() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "strong", "em", "ul", "ol", "li", "code")
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("https")
	p.AllowRelativeURLs(false)
	p.RequireParseableURLs(true)
	p.RequireNoReferrerOnLinks(true)
	p.AddTargetBlankToFullyQualifiedLinks(true)
	return p
})

// Sanitise leaves p br strong em ul ol li code and https links of an HTML text, and nothing else.
func Sanitise(html string) string { return policy().Sanitize(html) }

// Why is the reason of a rule as sanitised HTML, in the locale or the nearest we have.
func (e *Engine) Why(rule, locale string) (string, error) {
	if e.texts == nil || e.texts.Why[rule] == nil {
		return "", fmt.Errorf("there is no rule %s", field.Quote(rule))
	}
	return Sanitise(e.texts.Why[rule][localeOf(Draft{Locale: locale})]), nil
}
