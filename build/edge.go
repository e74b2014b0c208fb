package main

import "github.com/evanw/esbuild/pkg/api"

// edgeDir holds what runs at Cloudflare. The generator of the glue empties the folder it is given, so it comes first.
const edgeDir = "dist/edge"

// maxEdge is the limit of the program there, in bytes: it starts for each publication.
const maxEdge = 10 << 20

// buildEdge makes the server for Cloudflare's edge: the glue, the Go program, and the front that answers reads.
func buildEdge() error {
	if err := run(nil, "go", "tool", "workers-assets-gen", "-mode=go", "-o", edgeDir); err != nil {
		return err
	}
	slim, err := slimFlags()
	if err != nil {
		return err
	}
	if err := compile(edgeDir+"/app.wasm", "./wasm/edge", slim); err != nil {
		return err
	}
	if err := checkSize(edgeDir+"/app.wasm", maxEdge); err != nil {
		return err
	}
	return report(api.Build(api.BuildOptions{
		EntryPoints: []string{"server/cloudflare/front.ts"},
		Outfile:     edgeDir + "/front.mjs",
		Bundle:      true,
		Write:       true,
		Format:      api.FormatESModule,
		Target:      api.ES2022,
		External:    []string{"./worker.mjs"},
	}))
}
