package repository

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"slices"
	"strings"

	"github.com/bonton/bonton/bundle"
)

// maxPublication bounds a publication on its way, in bytes.
const maxPublication = 64 << 20

// Encode writes a publication as the body of POST /v1/publish: multipart/form-data, each file under its path. The header
// If-Match holds the version of the targets that it follows, in quotes.
func (p Publication) Encode() (contentType string, body []byte, err error) {
	var out bytes.Buffer
	form := multipart.NewWriter(&out)
	for i, root := range p.Roots {
		err = cmp.Or(err, part(form, fmt.Sprintf("root/%d", i), root))
	}
	if p.Targets != nil {
		err = cmp.Or(err, part(form, "targets.json", p.Targets))
	}
	for _, path := range slices.Sorted(maps.Keys(p.Files)) {
		err = cmp.Or(err, part(form, path, p.Files[path]))
	}
	err = cmp.Or(err, form.Close())
	return form.FormDataContentType(), out.Bytes(), err
}

func part(form *multipart.Writer, name string, data []byte) error {
	w, err := form.CreateFormField(name)
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

// DecodePublication reads what Encode wrote, from anyone; Accept judges it.
func DecodePublication(contentType string, body io.Reader) (p Publication, err error) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "multipart/form-data" {
		return p, &bundle.Error{File: "publication", Class: bundle.ErrFormat, Detail: "a publication is multipart/form-data"}
	}
	limited := &io.LimitedReader{R: body, N: maxPublication}
	form := multipart.NewReader(limited, params["boundary"])
	p.Files = map[string][]byte{}
	for {
		file, err := form.NextPart()
		if err == io.EOF {
			return p, nil
		}
		if err != nil {
			return p, &bundle.Error{File: "publication", Class: bundle.ErrFormat, Detail: err.Error()}
		}
		if err := p.take(file.FormName(), file); err != nil {
			return p, err
		}
	}
}

func (p *Publication) take(name string, body io.Reader) error {
	limit := int64(bundle.MaxTargets)
	if base := name[strings.LastIndexByte(name, '.')+1:]; base == "gz" {
		limit = bundle.Limits[bundle.Rules].Packed
	}
	data, err := io.ReadAll(io.LimitReader(body, limit+1))
	switch {
	case err != nil:
		return &bundle.Error{File: name, Class: bundle.ErrFormat, Detail: err.Error()}
	case int64(len(data)) > limit:
		return &bundle.Error{File: name, Class: bundle.ErrTooLarge}
	case strings.HasPrefix(name, "root/"):
		p.Roots = append(p.Roots, data)
	case name == "targets.json":
		p.Targets = data
	case strings.HasPrefix(name, "targets/"):
		p.Files[name] = data
	default:
		return &bundle.Error{File: name, Class: bundle.ErrFormat, Detail: "no part of a publication has this name"}
	}
	return nil
}

// Noted are the files of a publication by their path in the repository, without what the keeper adds.
func (p Publication) Noted(s State) map[string][]byte {
	files := map[string][]byte{}
	for path, data := range p.Files {
		files[path] = data
	}
	for i, root := range p.Roots {
		files[RootPath(int64(len(s.Roots)+i+1))] = root
	}
	if p.Targets != nil {
		s.Targets = p.Targets
		files[TargetsPath(s.TargetsVersion())] = p.Targets
	}
	return files
}
