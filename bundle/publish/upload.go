package publish

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/bonton/bonton/bundle/repository"
	"github.com/bonton/bonton/bundle/web"
)

// Upload hands a publication to a server: POST /v1/publish, with the version of the targets it follows in If-Match, so that
// of two admins who publish at once only one succeeds. The server signs snapshot and timestamp.
func Upload(ctx context.Context, base, token string, follows int64, p repository.Publication) error {
	address := strings.TrimSuffix(base, "/") + "/v1/publish"
	if err := web.Check(address); err != nil {
		return err
	}
	kind, body, err := p.Encode()
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", kind)
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("If-Match", strconv.Quote(strconv.FormatInt(follows, 10)))
	answer, err := web.Client().Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return explain(answer)
}

// explain turns a refusal into words that say what to do.
func explain(answer *http.Response) error {
	said, _ := io.ReadAll(io.LimitReader(answer.Body, 4<<10)) // only to be shown
	switch code := answer.StatusCode; {
	case code >= 200 && code < 300:
		return nil
	case code == http.StatusPreconditionFailed:
		return fmt.Errorf("the server holds other targets than the repository here: %s\n  hint: if somebody else published meanwhile, get the newest repository, build and sign again; an empty server wants publish --all first", strings.TrimSpace(string(said)))
	case code == http.StatusUnauthorized || code == http.StatusForbidden:
		return fmt.Errorf("the server does not know the admin token (answer %d)", code)
	default:
		return fmt.Errorf("the server answered %d: %s", code, strings.TrimSpace(string(said)))
	}
}
