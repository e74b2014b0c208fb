package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// The TUF library reaches protobuf through one table of algorithm names, and protobuf's runtime is half of a program for
// the browser. Such programs get the module with its enum constants alone, taken from its own source at each build.
const (
	specsModule  = "github.com/sigstore/protobuf-specs"
	specsPackage = "gen/pb-go/common/v1"
)

// slimFlags write a go.mod below dist in which that module is its constants, and answer the flags that build with it. Whatever else of it
// a later version of its importers needs, the compiler names.
func slimFlags() ([]string, error) {
	const dir = "dist/slim"
	source, err := output("go", "list", "-f", "{{.Dir}}", specsModule+"/"+specsPackage)
	if err != nil {
		return nil, err
	}
	constants, err := enumConstants(source)
	if err != nil {
		return nil, err
	}
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return nil, err
	}
	sum, err := os.ReadFile("go.sum")
	if err != nil {
		return nil, err
	}
	replace := fmt.Appendf(nil, "\nreplace %s => ./%s/specs\n", specsModule, dir)
	return []string{"-modfile=" + dir + "/go.mod"}, writeFiles(dir, map[string][]byte{
		"go.mod":       append(mod, replace...),
		"go.sum":       sum,
		"specs/go.mod": fmt.Appendf(nil, "module %s\n\ngo 1.26\n", specsModule),
		"specs/" + specsPackage + "/constants.go": constants,
	})
}

// enumConstants is a Go file of the package in dir that has its enums and their constants, and nothing else.
func enumConstants(dir string) ([]byte, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	file := &ast.File{Name: ast.NewIdent(filepath.Base(dir))}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		file.Decls = append(file.Decls, enumDecls(parsed)...)
	}
	if len(file.Decls) == 0 {
		return nil, fmt.Errorf("%s has no enums", dir)
	}
	var out bytes.Buffer
	err = format.Node(&out, token.NewFileSet(), file)
	return out.Bytes(), err
}

// enumDecls are a file's types of int32 and their constants.
func enumDecls(file *ast.File) (decls []ast.Decl) {
	for _, decl := range file.Decls {
		general, ok := decl.(*ast.GenDecl)
		if !ok || len(general.Specs) == 0 {
			continue
		}
		switch spec := general.Specs[0].(type) {
		case *ast.TypeSpec:
			if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "int32" {
				decls = append(decls, decl)
			}
		case *ast.ValueSpec:
			if general.Tok == token.CONST && spec.Type != nil {
				decls = append(decls, decl)
			}
		}
	}
	return decls
}
