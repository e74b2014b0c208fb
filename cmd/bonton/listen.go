package main

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// serveOn bounds how long anything may take: a publication comes in parts of megabytes, a slow line included.
func serveOn(ctx context.Context, listener net.Listener, handler http.Handler) error {
	web := &http.Server{
		Handler: handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 2 * time.Minute, WriteTimeout: 2 * time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return web.Shutdown(last)
}

// listen opens the address, encrypted if that was asked for.
func (s serving) listen() (net.Listener, string, error) {
	if (s.certificate == "") != (s.privateKey == "") || s.tls && s.certificate != "" {
		return nil, "", usage{"either --tls, or --certificate and --certificate-key", "--tls makes a certificate; the others take yours"}
	}
	listener, err := net.Listen("tcp", s.address)
	if err != nil {
		return nil, "", err
	}
	if !s.tls && s.certificate == "" {
		return listener, "http://" + listener.Addr().String(), nil
	}
	certificate, err := s.certificates()
	if err != nil {
		return nil, "", errors.Join(err, listener.Close())
	}
	config := &tls.Config{Certificates: []tls.Certificate{certificate}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}
	return tls.NewListener(listener, config), "https://" + listener.Addr().String(), nil
}
