// Package border is what every program on the border to JavaScript does the same way: answers are JSON text, and whatever goes
// wrong behind a call, panics included, becomes an answer with an error. It must not know what a program answers.
package border

import (
	"encoding/json"
	"fmt"
)

// Failure is the answer to a call that did not succeed.
type Failure struct {
	Error string `json:"error"`
}

// Encode writes an answer.
func Encode(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return `{"error":"the answer could not be written"}`
	}
	return string(data)
}

// Fail writes the answer for an error.
func Fail(err error) string { return Encode(Failure{err.Error()}) }

// Recovered is deferred by each call and turns a panic into the answer.
func Recovered(answer *string) {
	if p := recover(); p != nil {
		*answer = Encode(Failure{Panicked(p)})
	}
}

// Panicked says that the code panicked. It holds no text of a draft: a panic's value is the code's own words.
func Panicked(value any) string { return fmt.Sprintf("the engine failed: %v", value) }

// AppendFailure appends why a draft has no report.
func AppendFailure(out []byte, revision int, problem string) []byte {
	return append(out, Encode(struct {
		Revision int    `json:"revision"`
		Error    string `json:"error"`
	}{revision, problem})...)
}
