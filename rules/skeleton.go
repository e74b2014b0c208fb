package rules

import _ "embed"

// Skeleton is a rule file to start from: it is valid, passes its own examples, and explains each field.
//
//go:embed skeleton.yaml
var Skeleton string

// SkeletonSchema is the name under which the skeleton looks for the JSON Schema of rule files, in the folder of packs.
const SkeletonSchema = "rule.schema.json"
