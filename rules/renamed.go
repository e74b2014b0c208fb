package rules

// renamed says what became of ids that once shipped: the id of today, or "" for a rule that is gone. Ids stand in admins'
// overrides and in lists of ignored rules, so an entry is never taken out. testdata/ids.txt lists every id that ever
// shipped; a test wants each of them to be a rule or to stand here.
var renamed = map[string]string{}
