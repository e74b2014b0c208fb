package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
)

// leastOf are the first versions that know what our style sheets use and browsers learnt late (MDN's compatibility tables).
// Without light-dark() a page has no colours at all.
var leastOf = map[string]struct{ chrome, firefox int }{
	"light-dark(": {123, 120},
	"color-mix(":  {111, 113},
	":has(":       {105, 121},
	"@property":   {85, 128},
}

// TestLeastVersions holds that the manifests admit the browsers that scripts are made for, and none that our styles need more than.
func TestLeastVersions(t *testing.T) {
	inRepository(t)
	for _, target := range targets {
		admitted := admittedVersion(t, target.Name)
		if made, _ := strconv.Atoi(target.Version); made != admitted {
			t.Errorf("scripts are made for version %d, the manifest admits %d", made, admitted)
		}
		for used, least := range usedIn(t, "extension") {
			need := map[api.EngineName]int{api.EngineChrome: least.chrome, api.EngineFirefox: least.firefox}[target.Name]
			if admitted < need {
				t.Errorf("the manifest admits version %d, %s needs %d", admitted, used, need)
			}
		}
	}
}

func admittedVersion(t *testing.T, engine api.EngineName) int {
	t.Helper()
	name, keys := "chrome.json", []string{"minimum_chrome_version"}
	if engine == api.EngineFirefox {
		name, keys = "firefox.json", []string{"browser_specific_settings", "gecko", "strict_min_version"}
	}
	object, err := readObject(filepath.Join("build", "browsers", name))
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range keys[:len(keys)-1] {
		object, _ = object[key].(map[string]any)
	}
	text, _ := object[keys[len(keys)-1]].(string)
	major, _, _ := strings.Cut(text, ".")
	version, err := strconv.Atoi(major)
	if err != nil {
		t.Fatal(err)
	}
	return version
}

// usedIn are the lines of leastOf that style sheets below dir need.
func usedIn(t *testing.T, dir string) map[string]struct{ chrome, firefox int } {
	t.Helper()
	used := map[string]struct{ chrome, firefox int }{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".css" {
			return err
		}
		css, err := os.ReadFile(path)
		for name, least := range leastOf {
			if strings.Contains(string(css), name) {
				used[name] = least
			}
		}
		return err
	})
	if err != nil || len(used) == 0 {
		t.Fatalf("%v: %v", used, err)
	}
	return used
}
