package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// certificates reads the given certificate, or the one that was made before, and makes one where there is none, it ends soon or
// lacks a name. One that cannot be read is not replaced: computers may trust it.
func (s serving) certificates() (tls.Certificate, error) {
	if s.certificate != "" {
		return tls.LoadX509KeyPair(s.certificate, s.privateKey)
	}
	names := append([]string{"localhost", "127.0.0.1", "::1"}, s.names...)
	file, keyFile := filepath.Join(s.dir, "certificate.pem"), filepath.Join(s.dir, "certificate.key")
	held, err := tls.LoadX509KeyPair(file, keyFile)
	switch {
	case err == nil && good(held.Leaf, names, time.Now()):
		return held, nil
	case err != nil && !(missing(file) && missing(keyFile)):
		return held, fmt.Errorf("%s and its key: %w\n  hint: put both back; or remove both, and the next start makes others, which each computer must be told to trust", filepath.ToSlash(file), err)
	}
	if err := makeCertificate(file, keyFile, names, time.Now()); err != nil {
		return tls.Certificate{}, err
	}
	return tls.LoadX509KeyPair(file, keyFile)
}

// good says whether a certificate holds for another month and all names.
func good(leaf *x509.Certificate, names []string, now time.Time) bool {
	return leaf != nil && leaf.NotAfter.After(now.AddDate(0, 1, 0)) &&
		!slices.ContainsFunc(names, func(name string) bool { return leaf.VerifyHostname(name) != nil })
}

// makeCertificate makes one that signs itself, for a year, which is the longest that browsers take. It can sign no other:
// whoever trusts it trusts this server only.
func makeCertificate(file, keyFile string, names []string, now time.Time) error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 127))
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: "bonton serve"}, NotBefore: now.Add(-time.Hour), NotAfter: now.AddDate(1, 0, 0),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}, BasicConstraintsValid: true,
	}
	for _, name := range names {
		if ip := net.ParseIP(name); ip != nil {
			template.IPAddresses = append(template.IPAddresses, ip)
		} else {
			template.DNSNames = append(template.DNSNames, name)
		}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return err
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	if err := writePEM(keyFile, "PRIVATE KEY", secret, 0o600); err != nil {
		return err
	}
	return writePEM(file, "CERTIFICATE", der, 0o644)
}

func missing(name string) bool {
	_, err := os.Stat(name)
	return errors.Is(err, os.ErrNotExist)
}

// writePEM replaces a file whole.
func writePEM(name, kind string, der []byte, mode os.FileMode) error {
	temporary := name + ".new"
	if err := os.Remove(temporary); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := create(temporary, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), mode); err != nil {
		return err
	}
	return os.Rename(temporary, name)
}
