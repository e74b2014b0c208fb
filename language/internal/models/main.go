// Command models cuts the models of lingua-go (Apache-2.0) down to one table of the languages that package language tells
// apart. It runs natively, by go generate in language; the library itself, which embeds all its models, is never linked.
package main

import (
	"archive/zip"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pemistahl/lingua-go/serialization"
	"google.golang.org/protobuf/proto"

	"github.com/bonton/bonton/language/internal/score"
	"github.com/bonton/bonton/language/internal/table"
)

const module = "github.com/pemistahl/lingua-go"

// rarest decides which letters are worth a place: those whose cost, weighed with how often they are met, would be missed.
// In steps of score.PerNat below certainty; docs/decisions/0051-language-of-a-draft.md has what other limits cost.
const rarest = 195

var files = [table.Longest + 1]string{1: "unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"}

func main() {
	data, err := generate()
	if err == nil {
		err = os.WriteFile(os.Args[1], []byte(data), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "models:", err)
		os.Exit(1)
	}
}

// generate makes the table. One language is read after the other, since all of them would take a gigabyte.
func generate() (table.Table, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return "", fmt.Errorf("find the module %s: %w", module, err)
	}
	var entries []table.Entry
	for number, language := range score.Languages {
		m, err := read(filepath.Join(strings.TrimSpace(string(dir)), "language-models", language.Code))
		if err != nil {
			return "", fmt.Errorf("%s: %w", language.Code, err)
		}
		entries = append(entries, m.worthKeeping(number)...)
	}
	return table.Build(entries), nil
}

// model is the cost of a word's next letter after those before it, by the letters up to and with it. Costs are whole
// numbers from here on, so that every machine makes the same table.
type model map[string]uint8

func read(dir string) (model, error) {
	m := model{}
	for n := 1; n <= table.Longest; n++ {
		data, err := unzip(filepath.Join(dir, files[n]+".pb.bin.zip"))
		if err != nil {
			return nil, err
		}
		var stored serialization.SerializableLanguageModel
		if err := proto.Unmarshal(data, &stored); err != nil {
			return nil, err
		}
		for _, set := range stored.NgramSets {
			cost := uint8(min(max(math.Round(-math.Log(set.Probability)*score.PerNat), 1), 255))
			for _, letters := range set.Ngrams {
				m[letters] = cost
			}
		}
	}
	return m, nil
}

func unzip(path string) ([]byte, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	file, err := archive.File[0].Open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// worthKeeping lists the model's entries in a fixed order: all of one and two letters, and of the longer ones those that
// say something that the shorter ones do not, about letters that are met often enough.
func (m model) worthKeeping(language int) []table.Entry {
	var out []table.Entry
	for letters, cost := range m {
		runes := []rune(letters)
		if slices.ContainsFunc(runes, table.Wide) || len(runes) > 2 && m.weight(runes, int(cost)) > rarest {
			continue
		}
		var key table.Letters
		for _, r := range runes {
			key = key.Add(r)
		}
		out = append(out, table.Entry{Language: language, Letters: key, Cost: cost})
	}
	slices.SortFunc(out, func(a, b table.Entry) int {
		if a.Letters < b.Letters {
			return -1
		}
		return 1
	})
	return out
}

// weight is how far an entry is from being missed, in steps: the rarer its letters and the closer the cost that they would
// have without it, the greater.
func (m model) weight(letters []rune, cost int) int {
	whole := cost
	for n := 1; n < len(letters); n++ {
		whole += m.cost(letters[:n])
	}
	missed := max(cost-m.cost(letters[1:])-score.Shorter, m.cost(letters[1:])+score.Shorter-cost)
	if missed == 0 {
		return math.MaxInt
	}
	return whole - int(math.Round(score.PerNat*math.Log(float64(missed)/score.PerNat)))
}

// cost is the cost of the last letter after those before it, as package score reads it.
func (m model) cost(letters []rune) int {
	for n := range letters {
		if cost, ok := m[string(letters[n:])]; ok {
			return int(cost) + n*score.Shorter
		}
	}
	return score.Unseen
}
