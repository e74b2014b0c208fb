package main

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif" // ships the standard's JSON Schema
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSARIFIsValid holds that what is written is SARIF 2.1.0 by the standard's own schema, in both languages, with and
// without findings.
func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	for _, c := range []struct{ args, text string }{
		{"lint --format sarif", "Bonjour"},
		{"lint --format sarif --locale en", "You idiot\n😀 idiot, IBAN FR76 3000 6000 0112 3456 7890 189"},
	} {
		var out, errs bytes.Buffer
		run(strings.Fields(c.args), strings.NewReader(c.text), &out, &errs)
		tree, err := jsonschema.UnmarshalJSON(bytes.NewReader(out.Bytes()))
		if err != nil {
			t.Fatal(err, errs.String())
		}
		if err := schema.Validate(tree); err != nil {
			t.Error(err)
		}
		if strings.Contains(out.String(), "FR76") {
			t.Error("the log repeats what was written")
		}
	}
}

func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && len(lit.Value) > len(text) {
			text = lit.Value
		}
		return true
	})
	if text, err = strconv.Unquote(text); err != nil {
		t.Fatal(err)
	}
	tree, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("sarif.json", tree); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("sarif.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestSARIFContent holds the levels, the places in UTF-16 and the help in both languages.
func TestSARIFContent(t *testing.T) {
	var out, errs bytes.Buffer
	run([]string{"lint", "--format", "sarif", "--language", "fr"}, strings.NewReader("Salut\n😀 connard\nIBAN FR76 3000 6000 0112 3456 7890 189 bcp"), &out, &errs)
	var log sarifLog
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	got := log.Runs[0]
	var found []string
	for _, r := range got.Results {
		region := r.Locations[0].Physical.Region
		rule := got.Tool.Driver.Rules[r.RuleIndex]
		if rule.ID != r.RuleID || rule.Help.Text == "" || got.Translations[0].Rules[r.RuleIndex].Help.Markdown == "" {
			t.Errorf("%s: rule %+v", r.RuleID, rule)
		}
		found = append(found, r.RuleID+" "+r.Level+" "+strconv.Itoa(region.StartLine)+":"+strconv.Itoa(region.StartColumn)+"-"+strconv.Itoa(region.EndColumn))
	}
	want := "tone/insult-fr warning 2:4-11, confidential/iban error 3:6-39, register/sms-fr note 3:40-43"
	if strings.Join(found, ", ") != want {
		t.Errorf("got %s", strings.Join(found, ", "))
	}
	if got.Language != "fr" || got.Translations[0].Language != "en" || strings.Contains(got.Tool.Driver.Rules[0].Help.Text, "<") {
		t.Errorf("language %s, help %q", got.Language, got.Tool.Driver.Rules[0].Help.Text)
	}
}
