package contract

import (
	"net/http"
	"strings"
	"testing"
)

// static: whoever reads gets what a static host would give, from everywhere.
func static(t *testing.T, h *Host) {
	a := newAuthor(t)
	a.first(h)
	paths := map[string]string{
		"metadata/timestamp.json": "public, max-age=30", "metadata/1.root.json": "immutable",
		"metadata/1.targets.json": "immutable", snapshotPath(t, h): "immutable",
	}
	for path := range a.targets(1).Files {
		paths[path] = "immutable"
	}
	for path, cache := range paths {
		file(t, h, path, cache)
	}
	for _, path := range []string{
		"", "metadata", "metadata/", "targets/", "metadata/root.json", "metadata/2.root.json", "metadata/0.root.json", "metadata/01.root.json", "metadata/2.targets.json",
		"metadata/9999999999999999999.root.json", "metadata/1.other.json", "targets/stable/rules.json.gz", "targets/other/" + strings.Repeat("0", 64) + ".rules.json.gz",
		"targets/stable/" + strings.Repeat("0", 64) + ".rules.json.gz", "metadata/..%2f..%2fhead.sqlite", "head", "head.sqlite", "v1",
	} {
		if got := h.mustGet(t, path); got.code != http.StatusNotFound {
			t.Errorf("%s: %d", path, got.code)
		}
	}
}

// file reads one file in all ways.
func file(t *testing.T, h *Host, path, cache string) {
	t.Helper()
	got := h.mustGet(t, path)
	tag := got.header.Get("ETag")
	kind := "application/json"
	if strings.HasSuffix(path, ".gz") {
		kind = "application/gzip"
	}
	if got.code != http.StatusOK || len(got.body) == 0 || len(tag) < 34 || !strings.HasSuffix(got.header.Get("Cache-Control"), cache) {
		t.Errorf("%s: %d %v", path, got.code, got.header)
	}
	for name, want := range map[string]string{"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff", "Content-Type": kind, "Content-Encoding": "", "Set-Cookie": ""} {
		if got := got.header.Get(name); got != want {
			t.Errorf("%s: %s is %q", path, name, got)
		}
	}
	for condition, code := range map[string]int{tag: 304, `"x", ` + tag: 304, "W/" + tag: 304, "*": 304, `"x"`: 200} {
		again := h.mustGet(t, path, "If-None-Match", condition)
		if again.code != code || again.header.Get("ETag") != tag || again.header.Get("Access-Control-Allow-Origin") != "*" || code == 304 && len(again.body) > 0 {
			t.Errorf("%s with %s: %d %v", path, condition, again.code, again.header)
		}
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodHead, h.URL+"/"+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if head, err := do(reading, request); err != nil || head.code != http.StatusOK || head.header.Get("ETag") != tag || len(head.body) > 0 {
		t.Errorf("HEAD %s: %d %v %v", path, head.code, head.header, err)
	}
}
