package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bonton/bonton/bundle"
)

// inRepository runs from the repository's root, as the build does.
func inRepository(t *testing.T) {
	t.Helper()
	t.Chdir("..")
	t.Setenv("SOURCE_DATE_EPOCH", "1795305600")
}

// TestDevelopmentBundle holds that what the build packages is what a device starts with, and the same each time.
func TestDevelopmentBundle(t *testing.T) {
	inRepository(t)
	one, err := developmentBundle()
	if err != nil {
		t.Fatal(err)
	}
	two, _ := developmentBundle()
	for name := range one {
		if !bytes.Equal(one[name], two[name]) {
			t.Errorf("%s differs between two builds of the same sources", name)
		}
	}
	current, err := verified(one)
	if err != nil || !current.Dev || current.Source != bundle.Packaged || current.Revoked {
		t.Fatalf("%+v, %v", current, err)
	}
	one[bundle.Rules] = append([]byte{}, one[bundle.Texts]...)
	if _, err := verified(one); err == nil {
		t.Error("other rules than were signed are packed")
	}
}

// TestUnpacked holds that what a first start reads unpacked is what was signed.
func TestUnpacked(t *testing.T) {
	inRepository(t)
	dir := t.TempDir()
	if err := buildBundle(dir); err != nil {
		t.Fatal(err)
	}
	for file, unpacked := range map[string]string{bundle.Rules: "rules.json", bundle.Texts: "texts.json"} {
		packed, err := os.ReadFile(filepath.Join(dir, "bundle", file))
		if err != nil {
			t.Fatal(err)
		}
		want, _ := bundle.Unpack(file, packed)
		got, err := os.ReadFile(filepath.Join(dir, "engine", unpacked))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what %s holds (%v)", unpacked, file, err)
		}
	}
}

// TestTried holds that no package is made of what its engine would refuse, and that all of it is named.
func TestTried(t *testing.T) {
	inRepository(t)
	shipped, err := packagedBundle()
	if err != nil {
		t.Fatal(err)
	}
	current, err := verified(shipped)
	if err != nil {
		t.Fatal(err)
	}
	if err := tried(current); err != nil {
		t.Fatal(err)
	}
	current.Version = "another"
	if err := tried(current); err == nil || strings.Count(err.Error(), "it is another") != 2 {
		t.Errorf("other versions inside: %v", err)
	}
	current.Rules, current.Texts = []byte(`{"rules":[`), []byte(`{"texts":`)
	if err := tried(current); err == nil || !strings.Contains(err.Error(), "\n") {
		t.Errorf("both broken: %v", err)
	}
}

// TestRelease holds that no release has development keys, whichever way they come.
func TestRelease(t *testing.T) {
	inRepository(t)
	repository := t.TempDir()
	for _, version := range []string{"1", "2"} {
		if err := buildRepository([]string{repository, version}); err != nil {
			t.Fatal(err)
		}
	}
	for _, from := range []string{"", repository} {
		t.Setenv("BUNDLE", from)
		shipped, err := packagedBundle()
		if err != nil {
			t.Fatal(err)
		}
		if err := checkRelease(shipped, true); err == nil || !strings.Contains(err.Error(), "development signature") {
			t.Errorf("from %q: %v", from, err)
		}
		if err := checkRelease(shipped, false); err != nil {
			t.Error(err)
		}
		if current, err := verified(shipped); err != nil || from != "" && current.Version != "2" {
			t.Errorf("from %q: %+v, %v", from, current, err)
		}
	}
}
