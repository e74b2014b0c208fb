// Package sqlhead keeps a server's head in one row of SQLite, here or at a host, and swaps it in one statement, so that no
// transaction is needed. It must not know which SQLite it talks to, nor keep any file.
package sqlhead

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/bonton/bonton/server"
)

// Schema makes the table. It may be run again.
const Schema = `CREATE TABLE IF NOT EXISTS head (id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, state TEXT NOT NULL)`

// Row is the row of the head.
type Row struct{ DB *sql.DB }

// Head is server.Store's.
func (r Row) Head(ctx context.Context) (head server.Head, err error) {
	var state string
	err = r.DB.QueryRowContext(ctx, "SELECT state FROM head WHERE id = 1").Scan(&state)
	if errors.Is(err, sql.ErrNoRows) {
		return head, nil
	}
	if err != nil {
		return head, err
	}
	if err := json.Unmarshal([]byte(state), &head); err != nil {
		return head, fmt.Errorf("the row of the head cannot be read: %w", err)
	}
	return head, nil
}

// Swap is server.Store's.
func (r Row) Swap(ctx context.Context, next server.Head) error {
	state, err := json.Marshal(next)
	if err != nil {
		return err
	}
	query, args := "UPDATE head SET revision = ?, state = ? WHERE id = 1 AND revision = ?", []any{next.Revision, string(state), next.Revision - 1}
	if next.Revision == 1 {
		query, args = "INSERT INTO head (id, revision, state) VALUES (1, ?, ?) ON CONFLICT DO NOTHING", args[:2]
	}
	done, err := r.DB.ExecContext(ctx, query, args...)
	if err != nil {
		return err
	}
	if rows, err := done.RowsAffected(); err != nil || rows == 1 {
		return err
	}
	return server.ErrConflict
}
