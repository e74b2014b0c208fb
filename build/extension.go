package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// browsers are the differing builds; each has a manifest overlay in build/browsers.
var browsers = []string{"chrome", "firefox"}

// buildExtension makes dist/<browser> and its zip for every browser. The parts that do not differ are made once.
func buildExtension() error {
	common := filepath.Join("dist", "common")
	if err := os.RemoveAll(common); err != nil {
		return err
	}
	for _, step := range []func(string) error{buildWasm, buildBundle, buildScripts, copyAssets} {
		if err := step(common); err != nil {
			return err
		}
	}
	for _, browser := range browsers {
		if err := assemble(common, browser); err != nil {
			return fmt.Errorf("%s: %w", browser, err)
		}
	}
	if err := buildSite(filepath.Join("dist", "practice"), common); err != nil {
		return fmt.Errorf("the practice room: %w", err)
	}
	// Edge takes the very package of Chrome.
	if err := copyFile(archiveOf("edge"), archiveOf("chrome")); err != nil {
		return err
	}
	return tellHowToLoad()
}

// assemble writes one browser's folder and zip from the common parts and its manifest, then checks the size budget.
func assemble(common, browser string) error {
	dir := filepath.Join("dist", browser)
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.CopyFS(dir, os.DirFS(common)); err != nil {
		return err
	}
	if err := writeManifest(dir, browser); err != nil {
		return err
	}
	if err := loosenSchema(dir); err != nil {
		return err
	}
	archive := archiveOf(browser)
	if err := writeZip(archive, dir); err != nil {
		return err
	}
	return checkBudget(archive, dir)
}

// archiveOf is the package of a browser as its store takes it.
func archiveOf(browser string) string { return filepath.Join("dist", "bonton-"+browser+".zip") }

func tellHowToLoad() error {
	for _, browser := range browsers {
		dir, err := filepath.Abs(filepath.Join("dist", browser))
		if err != nil {
			return err
		}
		fmt.Printf("%-8s load %s (the repository's root is not loadable)\n", browser, dir)
	}
	return nil
}
