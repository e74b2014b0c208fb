package rules_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/ruleset"
	"github.com/bonton/bonton/lint/text"
	"github.com/bonton/bonton/rules"
)

// areas are the parts of a usage policy (docs/rule-format.md names the packs), each with the rules that speak of it.
var areas = map[string][]string{
	"promotion":   {"whatsapp/no-opt-out-", "policy/offer-after-stop-"},
	"rumour":      {"policy/rumour-"},
	"commitment":  {"policy/commitment-"},
	"advice":      {"policy/advice-"},
	"after hours": {"policy/after-hours"},
	"bulk":        {"whatsapp/bulk-"},
	"chain":       {"whatsapp/chain-"},
	"evasion":     {"whatsapp/evade-"},
	"goods":       {"whatsapp/goods-"},
	"harassment":  {"tone/harassment-"},
	"others":      {"privacy/others-"},
	"sensitive":   {"privacy/sensitive-"},
	"consent":     {"privacy/consent-"},
	"erasure":     {"privacy/erasure-"},
	"salary":      {"confidential/salary-"},
	"health":      {"confidential/health-"},
	"contract":    {"confidential/contract-"},
	"price":       {"confidential/price-"},
	"complaint":   {"complaint/"},
	"crisis":      {"crisis/"},
	"marking":     {"confidential/marking"},
	"codes":       {"confidential/one-time-code"},
	"emoji":       {"emoji/"},
	"greeting":    {"register/missing-", "register/greeting-"},
	"threat":      {"tone/threat-"},
	"contempt":    {"tone/contempt-"},
	"ultimatum":   {"tone/ultimatum-"},
	"sarcasm":     {"tone/sarcasm-"},
	"passive":     {"tone/passive-"},
	"blame":       {"tone/blame-"},
}

const enough = 20

// TestEnoughExamples holds that each entity and each area of the policy has examples enough to say what is meant, and that
// they are different sentences: no two share over half their words.
func TestEnoughExamples(t *testing.T) {
	book, err := rules.Read(rules.Packs())
	if err != nil {
		t.Fatal(all(err))
	}
	groups := map[string][]rules.Rule{}
	for _, rule := range book.Rules {
		if rule.Entity != "" {
			groups["entity "+rule.Entity] = append(groups["entity "+rule.Entity], rule)
		}
		for area, prefixes := range areas {
			if slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(rule.ID, p) }) {
				groups["area "+area] = append(groups["area "+area], rule)
			}
		}
	}
	for _, entity := range ruleset.Entities {
		groups["entity "+entity] = append(groups["entity "+entity], rules.Rule{})
	}
	for group, list := range groups {
		var flag, pass []rules.Example
		for _, rule := range list {
			flag, pass = append(flag, rule.Flag...), append(pass, rule.Pass...)
		}
		if len(flag) < enough || len(pass) < enough {
			t.Errorf("%s has %d examples that flag and %d that pass, %d of each are needed", group, len(flag), len(pass), enough)
		}
		different(t, group, flag)
		different(t, group, pass)
	}
}

// different compares each pair: half is measured on the longer sentence, so that a name or a number more makes none new.
func different(t *testing.T, group string, list []rules.Example) {
	t.Helper()
	words := make([]map[string]bool, len(list))
	for i, e := range list {
		words[i] = map[string]bool{}
		for _, w := range text.Words(text.Fold(e.Text)) {
			words[i][text.Fold(e.Text)[w.Start:w.End]] = true
		}
	}
	for i := range list {
		for k := range i {
			shared := 0
			for word := range words[i] {
				if words[k][word] {
					shared++
				}
			}
			if 2*shared > max(len(words[i]), len(words[k])) {
				t.Errorf("%s: over half the words of %q and %q are the same", group, list[k].Text, list[i].Text)
			}
		}
	}
}
