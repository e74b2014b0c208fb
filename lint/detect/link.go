package detect

import (
	"slices"
	"strings"

	"github.com/bonton/bonton/lint/field"
	"github.com/bonton/bonton/lint/text"
)

// link finds addresses of the web by their host: those of `deny` (shorteners), those that are drawn like one of `alike` and
// are another, or all that are not of `only`. A domain stands for its subdomains too; `except` spares
// some of a denied one, or its addresses with a path ("goo.gl/maps").
type link struct {
	deny, only []string
	except     []string
	alike      map[string]string // how the name reads → the domain
	words      []Word
}

func readLink(v field.Value) Detector {
	v = v.Get("link")
	if !v.Object("deny", "alike", "only", "except") {
		return nil
	}
	d := &link{deny: v.Get("deny").Texts(maxTerms, maxTermSize), only: v.Get("only").Texts(maxTerms, maxTermSize),
		except: v.Get("except").Texts(maxTerms, maxTermSize), alike: map[string]string{}}
	for _, domain := range v.Get("alike").Texts(maxTerms, maxTermSize) {
		d.alike[skeleton(domain)] = domain
	}
	if given := slices.DeleteFunc(v.Names(), func(name string) bool { return name == "except" }); len(given) != 1 {
		v.Fail("needs one of deny, alike and only")
	}
	for _, domain := range d.deny {
		d.words = append(d.words, Word{Text: text.Fold(domain)})
	}
	if len(d.deny) == 0 {
		d.words = []Word{{Text: "://"}, {Text: "www."}}
		for _, domain := range d.alike { // such a name is written without its scheme too
			d.words = append(d.words, Word{Text: domain[strings.LastIndexByte(domain, '.'):]})
		}
		slices.SortFunc(d.words, func(a, b Word) int { return strings.Compare(a.Text, b.Text) })
		d.words = slices.Compact(d.words)
	}
	return d
}

func (d *link) Words() []Word { return d.words }

func (d *link) Find(t *text.Text, hits []Hit) []Match {
	view := t.Clean()
	s := view.S
	var out []Match
	end := 0
	for _, spot := range keywordSpots(t, view, hits) {
		if spot.Start < end || len(out) == MaxMatches {
			continue
		}
		span := linkAround(s, spot)
		if span.Empty() || span.Start < end {
			continue
		}
		end = span.End
		if d.judge(hostOf(s[span.Start:span.End])) && !d.spared(s[span.Start:span.End]) {
			out = append(out, Match{Span: view.Span(span.Start, span.End), Confidence: 4})
		}
	}
	return out
}

// judge says whether the host is one that is looked for.
func (d *link) judge(host string) bool {
	switch {
	case len(d.deny) > 0:
		return below(host, d.deny) && !below(host, d.except)
	case len(d.only) > 0:
		return strings.Contains(host, ".") && !below(host, d.only)
	}
	reads := skeleton(host)
	for read, domain := range d.alike {
		if strings.HasSuffix(reads, read) && below(reads, []string{read}) && !below(host, []string{domain}) {
			return true
		}
	}
	return false
}

// spared says whether an address begins as one that `except` lists with its path.
func (d *link) spared(address string) bool {
	address = strings.ToLower(address)
	host := hostOf(address)
	return slices.ContainsFunc(d.except, func(start string) bool {
		name, path, ok := strings.Cut(start, "/")
		return ok && name == host && strings.Contains(address+"/", host+"/"+path+"/")
	})
}

// below says whether a host is one of the domains or a part of one.
func below(host string, domains []string) bool {
	return slices.ContainsFunc(domains, func(domain string) bool { return host == domain || strings.HasSuffix(host, "."+domain) })
}

// skeleton is how a domain reads: look-alike letters and digits made one (UTS #39 gives the idea).
func skeleton(domain string) string {
	labels := strings.Split(strings.ReplaceAll(domain, "rn", "m"), ".")
	for i := range labels {
		labels[i] = text.Strip(text.Fold(labels[i]))
	}
	return strings.Join(labels, ".")
}

// linkAround is the run without spaces around a spot, marks around it left out; it must not be an e-mail address.
func linkAround(s string, spot text.Span) text.Span {
	start, end := spot.Start, spot.End
	for start > 0 && spot.Start-start < maxDomain && s[start-1] > ' ' && strings.IndexByte("(<[\"'«,", s[start-1]) < 0 {
		start--
	}
	for end < len(s) && end-spot.End < 2000 && s[end] > ' ' && strings.IndexByte(">)]\"'", s[end]) < 0 {
		end++
	}
	end = start + len(strings.TrimRight(s[start:end], ".,;:!?…»*_~"))
	if at := strings.IndexByte(s[start:end], '@'); at >= 0 && !strings.Contains(s[start:start+at], "/") {
		return text.Span{}
	}
	return text.Span{Start: start, End: end}
}

// hostOf is the name between the scheme and the path, in lower case.
func hostOf(address string) string {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	if i := strings.IndexAny(address, "/?#:"); i >= 0 {
		address = address[:i]
	}
	return strings.TrimPrefix(strings.ToLower(address), "www.")
}
