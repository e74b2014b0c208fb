package bundle

import "slices"

// DevelopmentKeys are the ids of the keys whose secret halves are public: bundle/devkeys makes them, tests and builds use
// them. A root that names one protects nobody.
var DevelopmentKeys = []string{
	"3b050473cca8c3330fa2a6a7d215160ff03f65a7ca3ea6e8efbbc7587e306f52",
	"f4212ebdfc31d3e281691a9f95b10ecbc203924a073378450f241d0443f7e4a6",
	"5941ad818be3fb1073247b579d0cfe5fe4403c9a12c6e04e2aadca5f91e5a457",
	"3bd1a6aa48471a69640d9e2dd9576c58f7945616f7db6858abcfba660133b086",
}

// Development says whether the newest root names a development key.
func (c *Chain) Development() bool {
	for id := range c.Last().Signed.Keys {
		if slices.Contains(DevelopmentKeys, id) {
			return true
		}
	}
	return false
}
