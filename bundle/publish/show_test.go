package publish

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"github.com/bonton/bonton/bundle"
	"github.com/bonton/bonton/bundle/devkeys"
	"github.com/bonton/bonton/bundle/repository"
)

// shown is what a signer reads of a draft.
func shown(t *testing.T, draft []byte, published repository.State) string {
	t.Helper()
	half, err := ReadHalf(draft)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(half.Show(published), "\n")
}

// TestShowRoot: a key under the name of another is told apart by its id, and so is a name that moved.
func TestShowRoot(t *testing.T) {
	w, _ := published(t)
	s := state(t, w)
	chain, err := s.Chain()
	if err != nil {
		t.Fatal(err)
	}
	trust := TrustOf(chain.Last())
	_, kept := dev(t, "dev-1")
	_, gone := dev(t, "dev-3")
	fake := stranger(t, "dev-3")
	online := stranger(t, "night")
	trust.Admins = []Public{kept, {Name: "boss", ID: trust.Admins[1].ID, Key: trust.Admins[1].Key}, fake}
	trust.Online = online
	draft, err := Rotate(chain, trust, morning)
	if err != nil {
		t.Fatal(err)
	}
	text := shown(t, draft, s)
	for _, want := range []string{"compared with root 1, which asks for 2 of 3", "- dev-3        " + gone.ID, "= dev-1        " + kept.ID,
		"+ dev-3        " + fake.ID + ", another key under a name", "boss         " + trust.Admins[1].ID + ", was called dev-2", "+ night        " + online.ID + " (online)", "- dev-online"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	if text := shown(t, draft, repository.State{}); !strings.Contains(text, "nothing is compared") {
		t.Errorf("%s", text)
	}
}

// stranger is a key of one test.
func stranger(t *testing.T, name string) Public {
	t.Helper()
	_, public, err := NewKey(name)
	if err != nil {
		t.Fatal(err)
	}
	return public
}

// TestShowOdd: what no command here writes, and a reader would take, is pointed at.
func TestShowOdd(t *testing.T) {
	_, p := published(t)
	root, err := bundle.ReadRoot(p.Roots[0])
	if err != nil {
		t.Fatal(err)
	}
	root.Signed.Roles["root"].Threshold, root.Signed.ConsistentSnapshot = 1, false
	root.Signed.UnrecognizedFields["later\x1b"] = 1
	draft, err := root.ToBytes(true)
	if err != nil {
		t.Fatal(err)
	}
	text := shown(t, draft, repository.State{})
	for _, want := range []string{"CAREFUL: the root is signed by 1 of", "CAREFUL: consistent_snapshot is false", `CAREFUL: "later\x1b" is there`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
}

// TestShowHidden: what a terminal would hide or act on is shown as it is written.
func TestShowHidden(t *testing.T) {
	_, p := published(t)
	for what, change := range map[string]func(targets map[string]*metadata.TargetFiles){
		"a version": func(targets map[string]*metadata.TargetFiles) {
			note := json.RawMessage(`{"version":"2 of 2026-11-28\u001b[8m","engine":1,"created":"2026-11-23T08:00:00Z"}`)
			for _, target := range targets {
				target.Custom = &note
			}
		},
		"a name": func(targets map[string]*metadata.TargetFiles) {
			targets["stable/\x1b[1A\u202e"] = targets["stable/rules.json.gz"]
		},
	} {
		file, err := bundle.ReadTargets(p.Targets)
		if err != nil {
			t.Fatal(err)
		}
		change(file.Signed.Targets)
		draft, err := file.ToBytes(true)
		if err != nil {
			t.Fatal(err)
		}
		if text := shown(t, draft, repository.State{}); strings.ContainsAny(text, "\x1b\u202e") {
			t.Errorf("%s: %q", what, text)
		}
	}
}

// TestShowTargets: every file is told by its hash, with what became of it.
func TestShowTargets(t *testing.T) {
	w, p := published(t)
	s := state(t, w)
	packed, err := Compile(packs, "2")
	if err != nil {
		t.Fatal(err)
	}
	was, err := bundle.ReadTargets(p.Targets)
	if err != nil {
		t.Fatal(err)
	}
	draft, _, err := Draft(p.Targets, []string{"stable"}, "2", packed, morning)
	if err != nil {
		t.Fatal(err)
	}
	text := shown(t, draft, s)
	same := repository.FilePath("pilot/texts.json.gz", was.Signed.Targets["pilot/texts.json.gz"])
	for _, want := range []string{"targets 2, ends 2027-02-21; compared with targets 1", "stable: version 2 of 2026-11-23", "changed   targets/stable/", "the same  " + same} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing:\n%s", want, text)
		}
	}
	if strings.Count(text, "targets/") != 6 {
		t.Errorf("want six files:\n%s", text)
	}
	s.Targets = draft // nobody signed it
	if text := shown(t, draft, s); !strings.Contains(text, "not compared") || strings.Contains(text, "the same") {
		t.Errorf("compared with what nobody signed:\n%s", text)
	}
}

// swapped is a rotation in which the key under a genuine id is a stranger's.
func swapped(t *testing.T, s repository.State, change func(*metadata.Key)) []byte {
	t.Helper()
	chain, err := s.Chain()
	if err != nil {
		t.Fatal(err)
	}
	trust := TrustOf(chain.Last())
	trust.Online = stranger(t, "night")
	draft, err := Rotate(chain, trust, morning)
	if err != nil {
		t.Fatal(err)
	}
	root, err := bundle.ReadRoot(draft)
	if err != nil {
		t.Fatal(err)
	}
	change(root.Signed.Keys[trust.Admins[1].ID])
	for _, name := range []string{"dev-1", "dev-3"} {
		if err := repository.Sign(root, devkeys.Key(name)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := root.ToBytes(true)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestSwappedKey: a key under the id of another, or a second id of one key, is not shown, signed or published.
func TestSwappedKey(t *testing.T) {
	w, _ := published(t)
	s := state(t, w)
	for what, change := range map[string]func(*metadata.Key){
		"another key":     func(key *metadata.Key) { key.Value.PublicKey = stranger(t, "dev-2").Key },
		"capital letters": func(key *metadata.Key) { key.Value.PublicKey = strings.ToUpper(key.Value.PublicKey) },
		"no key":          func(key *metadata.Key) { key.Type = "later" },
	} {
		draft := swapped(t, s, change)
		if _, err := ReadHalf(draft); !errors.Is(err, bundle.ErrFormat) {
			t.Errorf("%s: read for signing: %v", what, err)
		}
		_, err := repository.Accept(s, repository.Publication{Roots: [][]byte{draft}}, w.Has, devkeys.Key("dev-online"), morning)
		if !errors.Is(err, bundle.ErrFormat) {
			t.Errorf("%s: published: %v", what, err)
		}
	}
	was, now := stranger(t, "one"), stranger(t, "two")
	now.ID, now.Name = was.ID, was.Name
	if lines := keys([]Public{was}, []Public{now}, ""); !strings.Contains(strings.Join(lines, ""), "CAREFUL") {
		t.Errorf("%v", lines)
	}
}
