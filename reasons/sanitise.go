package reasons

import (
	"sync"

	"github.com/microcosm-cc/bluemonday"
)

// policy is made when the first reason is asked for.
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
