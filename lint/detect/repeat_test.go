package detect

import "testing"

func TestRepeat(t *testing.T) {
	cases(t, `{"repeat":{"max":1,"exempt":["nous","très"]}}`, "[[le le]] colis est [[là  Là là]].", "nous nous voyons, très très bien", "le, le", "le\nle",
		"12 12", "a-a", "[[été ete]]", "non non-lieu", "ha")
	cases(t, `{"repeat":{"max":2}}`, "non non", "[[non non non]]")
}
