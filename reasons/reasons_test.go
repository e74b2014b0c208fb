package reasons

import (
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/ruleset"
)

func set() *ruleset.Ruleset {
	return &ruleset.Ruleset{Version: "1.2-3", Rules: []ruleset.Rule{{ID: "tone/sot"}}}
}

// TestDecode reads texts and holds them against the rules, as the build does.
func TestDecode(t *testing.T) {
	for data, want := range map[string]string{
		`{"format":1,"version":"1.2-3","why":{"tone/sot":{"en":"<p>a</p>","fr":"b"}}}`:                                                                    "",
		`{"format":1,"version":"9","why":{"tone/sot":{"en":"a","fr":"b"}}}`:                                                                               `is "9", the rules are "1.2-3"`,
		`{"format":1,"version":"1.2-3","why":{}}`:                                                                                                         `"tone/sot" is missing`,
		`{"format":1,"version":"1.2-3","why":{"tone/sot":{"en":"a"}}}`:                                                                                    `"fr" is missing`,
		`{"format":1,"version":"1.2-3","why":{"tone/sot":{"en":"a","fr":"b"},"tone/x":{"en":"a","fr":"b"}}}`:                                              "no such rule",
		`{"format":1,"version":"1.2-3","why":{"tone/sot":{"de":"c","en":"a","fr":"b"}}}`:                                                                  `unknown field "de"`,
		`{"format":1,"version":"1.2-3","why":{"Sot":{"en":"a","fr":"b"}}}`:                                                                                "is no rule id",
		`{"format":1,"version":"1.2-3","why":[]}`:                                                                                                         "must be an object of rule ids",
		`{"format":1,"version":"1.2-3","why":{"tone/sot":null}}`:                                                                                          `"tone/sot" is missing`,
		`{"format":2,"version":"1.2-3","why":{"tone/sot":{"en":"a","fr":"b"}}}`:                                                                           "format 2 is not known",
		`{"format":1,"texts":{"guides":{"A":{"en":"a","fr":"b"}}},"version":"1.2-3","why":{"tone/sot":{"en":"a","fr":"b"}}}`:                              `"A" is no name`,
		`{"format":1,"texts":{"guides":{"a":{"en":"a","fr":"b"}},"notice":{"en":"a","fr":"b"}},"version":"1.2-3","why":{"tone/sot":{"en":"a","fr":"b"}}}`: "",
		`{"format":1,"version":"1.2-3","why":{"tone/sot":{"en":"a","fr":"b"}},"wording":[{"en":"a","id":"x"}]}`:                                           `"fr" is missing`,
		`{"format":1,"version":"1.2-3"}`:                                                                                                                  `"why" is missing`,
		`[]`:                                                                                                                                              "must be an object",
		`{}  `:                                                                                                                                            "not canonical",
		strings.Repeat("[", 200_000):                                                                                                                      "nested more than 16",
	} {
		texts, err := Decode([]byte(data))
		if err == nil {
			err = texts.Fit(set())
		}
		if (want == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", data, err, want)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	data := `{"format":1,"version":"1","why":{"tone/sot":{"en":"<p>a & b</p>","fr":"é"}}}`
	texts, err := Decode([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	if out, err := Encode(texts); err != nil || string(out) != data {
		t.Errorf("%v %s", err, out)
	}
}

// TestOf holds that whatever HTML a bundle brings, only the allowed elements come out.
func TestOf(t *testing.T) {
	texts := &Texts{Why: map[string]map[string]string{"test/fr": {
		"en": `<p onclick="x()">Say <strong>it</strong> otherwise. <a href="https://example.org/">more</a><a href="javascript:x()"></a></p>`,
		"fr": `<script>alert(1)</script><img src=x onerror=y><svg onload=z><iframe srcdoc=q></iframe>Bonjour<style>*{}</style>`,
	}}}
	html, err := texts.Of("test/fr", "de")
	if err != nil || html != `<p>Say <strong>it</strong> otherwise. <a href="https://example.org/" rel="noreferrer noopener" target="_blank">more</a></p>` {
		t.Errorf("%v %s", err, html)
	}
	if html, _ = texts.Of("test/fr", "fr-CA"); strings.ContainsAny(html, "<") || !strings.Contains(html, "Bonjour") {
		t.Errorf("hostile reason came through: %s", html)
	}
	if _, err := texts.Of("test/none", "fr"); err == nil {
		t.Error("a reason for no rule")
	}
}

// FuzzDecode holds that foreign bytes never crash the decoder, and that what it accepts is written the same again.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format":1,"version":"1","why":{"tone/sot":{"en":"a","fr":"b"}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		texts, err := Decode(data)
		if err != nil {
			return
		}
		if out, err := Encode(texts); err != nil || string(out) != string(data) {
			t.Fatalf("%s was written as %s (%v)", data, out, err)
		}
	})
}
