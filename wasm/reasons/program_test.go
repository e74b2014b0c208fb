package main

import (
	"strings"
	"testing"
)

// TestLoadIsAllOrNothing holds that after a refused load the reasons before it are still told.
func TestLoadIsAllOrNothing(t *testing.T) {
	p := &program{}
	for _, step := range []struct{ got, want string }{
		{p.why("a/b", "fr"), `{"error":"no reasons are loaded yet"}`},
		{p.load([]byte(`{"format":1,"version":"1","why":{"a/b":{"en":"c","fr":"d"}}}`)), `{"version":"1"}`},
		{p.load([]byte(`{"format":1,"version":"2","why":{"a/b":{"en":"c"}}}`)), `"fr\" is missing`},
		{p.why("a/b", "en"), `{"html":"c"}`},
		{p.why("a/c", "en"), "there is no rule"},
	} {
		if !strings.Contains(step.got, step.want) {
			t.Errorf("got %s, want %s", step.got, step.want)
		}
	}
}

// TestCheck holds that texts are judged without being loaded.
func TestCheck(t *testing.T) {
	p := &program{}
	p.load([]byte(`{"format":1,"version":"1","why":{"a/b":{"en":"c","fr":"d"}}}`))
	for data, want := range map[string]string{
		`{"format":1,"version":"2","why":{"a/b":{"en":"<p>c</p>","fr":"d"}}}`:                  `{"version":"2"}`,
		`{"format":1,"version":"2","why":{"a/b":{"en":"<script>c</script>","fr":"<i>d</i>"}}}`: "why.a/b.fr: has HTML that is not allowed",
		`{`: "not JSON",
	} {
		if got := p.check([]byte(data)); !strings.Contains(got, want) {
			t.Errorf("%s: %s, want %s", data, got, want)
		}
	}
	if got := p.why("a/b", "en"); got != `{"html":"c"}` {
		t.Error(got)
	}
}
