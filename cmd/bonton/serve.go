package main

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/bonton/bonton/server"
	"github.com/bonton/bonton/server/disk"
)

// serving is what bonton serve was told.
type serving struct {
	dir, address, practice  string
	keys, names             several
	tls, newToken, verbose  bool
	certificate, privateKey string
}

func serveCommand(args []string, out io.Writer) (int, error) {
	set := newFlags("serve")
	var s serving
	set.StringVar(&s.dir, "dir", "", "")
	set.StringVar(&s.address, "address", "127.0.0.1:8443", "")
	set.StringVar(&s.practice, "practice", "", "")
	set.Var(&s.keys, "key", "")
	set.BoolVar(&s.tls, "tls", false, "")
	set.Var(&s.names, "name", "")
	set.StringVar(&s.certificate, "certificate", "", "")
	set.StringVar(&s.privateKey, "certificate-key", "", "")
	set.BoolVar(&s.newToken, "new-token", false, "")
	set.BoolVar(&s.verbose, "verbose", false, "")
	if _, err := set.parse(args, 0, 0); err != nil {
		return exitUsage, err
	}
	if s.dir == "" && s.practice == "" {
		return exitUsage, usage{"--dir is missing", "the folder in which the server keeps what it serves; it is made if it is not there"}
	}
	if s.newToken && s.dir != "" {
		if err := s.makeToken(out); err != nil {
			return exitUsage, err
		}
		return exitClean, nil
	}
	serve := s.run
	if s.dir == "" {
		serve = s.runRoom
	}
	if err := serve(context.Background(), out); err != nil {
		return exitUsage, err
	}
	return exitClean, nil
}

// untilStopped ends with the context, or when the system or Ctrl-C asks for the end. Not before all passphrases are typed:
// until then Ctrl-C is the terminal's.
func untilStopped(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
}

// run serves until it is stopped, and then lets requests that run come to their end.
func (s serving) run(ctx context.Context, out io.Writer) error {
	config, err := s.config()
	if err != nil {
		return err
	}
	ctx, stop := untilStopped(ctx)
	defer stop()
	store, err := disk.Open(s.dir)
	if err != nil {
		return err
	}
	defer store.Close()
	config.Store = store
	handler := server.New(config)
	if err := s.ready(ctx, handler); err != nil {
		return err
	}
	listener, address, err := s.listen() // before the certificate is looked at: another server may run with it
	if err != nil {
		return err
	}
	handler.CertificateEnds = s.certificateEnds(config.Log)
	var answers http.Handler = handler
	if s.practice != "" {
		if answers, err = withRoom(s.practice, handler); err != nil {
			return errors.Join(err, listener.Close())
		}
	}
	due := time.NewTicker(10 * time.Minute)
	defer due.Stop()
	go handler.Keep(ctx, due.C)
	fmt.Fprintf(out, "serving %s on %s\n", filepath.ToSlash(s.dir), address)
	if s.practice != "" {
		s.tellRoom(out, address)
	}
	return serveOn(ctx, listener, answers)
}

func (s serving) config() (server.Config, error) {
	level := slog.LevelInfo
	if s.verbose {
		level = slog.LevelDebug
	}
	config := server.Config{Log: slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: level}))}
	var err error
	if config.Token, err = s.token(); err != nil {
		return config, err
	}
	if len(s.keys) == 0 {
		return config, usage{"--key is missing", "the online key, by its name or its file: bonton keys new online makes one, the root must name it"}
	}
	for _, name := range s.keys {
		key, err := onlineKey(name)
		if err != nil {
			return config, err
		}
		config.Keys = append(config.Keys, key)
	}
	return config, nil
}

// onlineKey is a key of this user, or one in a file: a path, or NAME.key that lies here.
func onlineKey(name string) (ed25519.PrivateKey, error) {
	if !strings.ContainsAny(name, `/\`) && (!strings.HasSuffix(name, ".key") || missing(name)) {
		return openKey(name)
	}
	return unseal(name, name)
}

// ready says what would keep the server from its work, before it says that it serves.
func (s serving) ready(ctx context.Context, handler *server.Server) error {
	if err := handler.Ready(ctx); err != nil {
		return fmt.Errorf("%s: %w", filepath.ToSlash(s.dir), err)
	}
	if handler.Token == (server.Hash{}) {
		handler.Log.WarnContext(ctx, "nobody can publish: there is no admin token; bonton serve --dir DIR --new-token makes one", "file", s.tokenFile())
	}
	return nil
}
