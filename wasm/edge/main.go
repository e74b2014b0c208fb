//go:build js && wasm

// Edge is the server at Cloudflare's edge, as WebAssembly: it publishes, and signs anew when the clock calls. Reads never
// reach it, server/cloudflare/front.ts answers them. It must stay small: it is started for every request.
package main

import (
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/syumai/workers"
	edge "github.com/syumai/workers/cloudflare"

	"github.com/bonton/bonton/server"
	"github.com/bonton/bonton/server/cloudflare"
)

func main() {
	routes := http.NewServeMux()
	routes.HandleFunc("POST /v1/publish", func(w http.ResponseWriter, r *http.Request) {
		if s, err := open(r); err != nil {
			fail(w, err)
		} else {
			s.ServeHTTP(w, r)
		}
	})
	// The front calls this for its clock, and lets nobody else reach it.
	routes.HandleFunc("POST /clock/{at}", func(w http.ResponseWriter, r *http.Request) {
		if err := refresh(r); err != nil {
			fail(w, err)
		}
	})
	workers.Serve(routes)
}

func refresh(r *http.Request) error {
	at, err := strconv.ParseInt(r.PathValue("at"), 10, 64)
	if err != nil {
		return err
	}
	s, err := open(r)
	if err != nil {
		return err
	}
	return s.Refresh(r.Context(), time.UnixMilli(at))
}

// fail says what is wrong with the set-up, which is no secret, and fails the clock's call.
func fail(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), http.StatusInternalServerError)
}

func open(r *http.Request) (*server.Server, error) {
	token, err := server.ParseHash(variable("TOKEN_HASH"))
	if err != nil {
		return nil, err
	}
	keys, err := keys(variable("ONLINE_KEY"))
	if err != nil {
		return nil, err
	}
	store, err := cloudflare.Open(r.Context())
	if err != nil {
		return nil, err
	}
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	return server.New(server.Config{Store: store, Token: token, Keys: keys, Log: log}), nil
}

// variable reads a secret; an absent one is not always empty here.
func variable(name string) string {
	if value := edge.Getenv(name); value != "<undefined>" {
		return value
	}
	return ""
}

// keys reads online keys, separated by commas: two while one takes the other's place.
func keys(text string) (all []ed25519.PrivateKey, err error) {
	for seed := range strings.SplitSeq(text, ",") {
		raw, err := hex.DecodeString(strings.TrimSpace(seed))
		if err != nil || len(raw) != ed25519.SeedSize {
			return nil, errors.New("the secret ONLINE_KEY is not 64 hexadecimal digits: bonton keys reveal prints them")
		}
		all = append(all, ed25519.NewKeyFromSeed(raw))
	}
	return all, nil
}
