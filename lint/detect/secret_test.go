package detect

import (
	"regexp/syntax"
	"strings"
	"testing"

	"github.com/bonton/bonton/lint/text"
)

func TestSecretKeys(t *testing.T) {
	cases(t, `{"secret":"keys"}`,
		"dépôt [[ghp_4kTz81LmQw7RyPb20sVx93NcDa56HuJe7KfG]] ok", "api_key = [[8f3kQ92mzX71pLw0Vb5t]]", "api_key = aaaaaaaaaaaaaaaaaaaa",
		"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ.eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV", "[[glsoat-4kTz81LmQw7RyPb20sVx93NcDa56]]",
		"la clé du local 12 est à l'accueil", "ghp_", "version 1.2.3",
	)
}

func TestSecretShapes(t *testing.T) {
	cases(t, `{"secret":"shapes"}`, "bot [[MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB]]",
		"sid [[AC0123456789abcdef0123456789abcdef]]", "APARTEMENT12345", "MZ1yGvKTj0rY0cV8i47CjBb.uRHQPq.Xb1Mk2nEhe-4iUcrGOuegj57zNC", "//registry.npmjs.org/:_authToken=[[346a14f2-a672-4668-a892]]",
	)
}

func TestSecretAssignments(t *testing.T) {
	cases(t, `{"secret":"assignments"}`,
		`db_pass = "[[tr8-Kew!pond]]"`, "if ('[[blue-Kite-77]]' !== passwd)", "PASSWORD=[[hunter2hunter2]]", `secret.assign("[[tr8-Kew!pond]]",9)`,
		"password = ${X}", "secret_length = 123456789", "api_key: aaaaaaaaaaaaaaaa", "token_url='https://exemple.fr/a1'", "password: required", "secret :", "pwd=",
		"private_key = read(store[k1]);", "Server=db1;Password=[[k4-Moulin]];Port=1", "password = service_api_key", "password: AKxxxxxx91",
	)
}

// TestSharedLinks: a link that is made to be passed around keeps the value that opens it; one of a program does not.
func TestSharedLinks(t *testing.T) {
	cases(t, `{"secret":"assignments"}`,
		"https://us02web.zoom.us/j/81234567890?pwd=QkRlY2tTRGZ4bGJ3dz09", "zoom.us/j/8123456789?pwd=QkRlY2tTRGZ4bGJ3dz09",
		"https://exemple.fr/ftp?user=a&pwd=[[QkRlY2tTRGZ4bGJ3dz09]]", "https://zoom.us.exemple.fr/j/8?pwd=[[QkRlY2tTRGZ4bGJ3dz09]]", "https://zoom.us/j/8?password=[[QkRlY2tTRGZ4bGJ3dz09]]",
		"zoom.us pwd=[[QkRlY2tTRGZ4bGJ3dz09]]",
	)
	cases(t, `{"secret":"keys"}`,
		"https://drive.google.com/file/d/1A2b3C/view?resourcekey=0-AbCdEfGh1234IjKl", "https://app.yousign.com/signatures/abc?token=3f78685a0b9c4d2e8f1a",
		"https://exemple.fr/suivi?key=AB12CD34EF56", "https://mega.exemple.nz/file/a1#key=8f3kQ92mzX71pLw0Vb5t",
		"https://exemple.fr/suivi?api_key=[[8f3kQ92mzX71pLw0Vb5t]]", "https://api.exemple.fr/v1?key=[[8f3kQ92mzX71pLw0Vb5t]]", "https://exemple.fr/api/x?token=[[8f3kQ92mzX71pLw0Vb5t]]",
		"https://exemple.fr/x?key=[[sk_live_4eC39HqLyjWDarjtT1zdp7dc]]", "token=[[8f3kQ92mzX71pLw0Vb5t]]",
	)
	cases(t, `{"pattern":"pwd=([^ ]+)","keywords":["pwd"],"group":1,"folded":true,"part":true,"check":"no-placeholder"}`,
		"https://us02web.zoom.us/j/81234567890?pwd=QkRlY2tTRGZ4bGJ3dz09", "pwd=[[QkRlY2tTRGZ4bGJ3dz09]]")
}

// TestSecretPatternsAreShallow: compiling one of them must not end a browser's stack.
func TestSecretPatternsAreShallow(t *testing.T) {
	for _, rule := range secretRules {
		tree, err := syntax.Parse(rule.pattern, syntax.Perl)
		if err != nil || nesting(tree) > maxNesting {
			t.Errorf("%s: nested %d deep (%v)", rule.id, nesting(tree), err)
		}
	}
}

// FuzzSecret holds that no text makes either kind of secret fail.
func FuzzSecret(f *testing.F) {
	for _, seed := range []string{`password = "x"`, "'a' == secret", "ghp_4kTz81LmQw7RyPb20sVx93NcDa56HuJe7KfG", "secret\xff:= é1234567é", ".assign(", "==passwd"} {
		f.Add(seed)
	}
	keys, _ := tryRead(`{"secret":"keys"}`)
	shapes, _ := tryRead(`{"secret":"shapes"}`)
	assignments, _ := tryRead(`{"secret":"assignments"}`)
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range []Detector{keys, shapes, assignments} {
			if s = strings.ToValidUTF8(s, "?"); len(find(d, s)) < len(s) {
				t.Fatalf("%q lost text", s)
			}
		}
	})
}

func TestEntropy(t *testing.T) {
	for s, want := range map[string]float64{"aaaa": 0, "ab": 1, "abcd": 2} {
		if got := entropy(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
	if (text.Span{}) != (valueAfter("", 0)) {
		t.Error("an empty text has a value")
	}
}
