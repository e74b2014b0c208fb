package detect

import (
	"slices"
	"strings"
)

// meetingHosts are services whose links carry the password of a meeting or a shared folder, for all who receive the link.
var meetingHosts = []string{"zoom.us", "zoom.com", "zoomgov.com", "webex.com", "meeting.tencent.com", "voovmeeting.com", "pan.baidu.com"}

// sharedNames are parameters that make a link open what its sender shares: a document, a parcel, a signature.
var sharedNames = []string{"key", "token", "resourcekey", "authkey", "sharekey", "accesskey", "rlkey"}

// sharedLink says whether the value that begins at byte at belongs to a link that is made to be passed around. A program's
// address keeps its keys: https://api.example.com/v1?key=….
func sharedLink(s string, at int) bool {
	head := linkBefore(s, at)
	name := strings.ToLower(parameter(head))
	switch {
	case name == "":
		return false
	case name == "pwd":
		return below(hostOf(head), meetingHosts)
	}
	return slices.Contains(sharedNames, name) && !strings.Contains(head, "/api") && !strings.Contains(head, ".api.")
}

// linkBefore is what stands before byte at in a link of the web, from its scheme or its host on; "" where the byte is in no
// link's path or query.
func linkBefore(s string, at int) string {
	start := at
	for start > 0 && at-start < maxLink && s[start-1] > ' ' && strings.IndexByte("(<[\"'", s[start-1]) < 0 {
		start--
	}
	head := s[start:at]
	_, rest, scheme := strings.Cut(head, "://")
	if !scheme {
		rest = head
	}
	stop := strings.IndexAny(rest, "/?#")
	if stop < 0 || !hostName(rest[:stop]) {
		return ""
	}
	return head
}

// hostName says whether s has the form of a host: names with dots between, the last one of letters.
func hostName(s string) bool {
	name, _, _ := strings.Cut(s, ":")
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && allLetters(strings.ToUpper(name[dot+1:])) && !strings.Contains(s, "@")
}

// maxLink is the most bytes of a link that are read.
const maxLink = 500

// parameter is the name of the parameter whose value begins where a part of a link ends, "" where none does.
func parameter(head string) string {
	name, ok := strings.CutSuffix(head, "=")
	if begin := strings.LastIndexAny(name, "?&#"); ok && begin >= 0 {
		return name[begin+1:]
	}
	return ""
}
