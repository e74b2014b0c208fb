#!/bin/sh
# Makes sure that Chromium and Firefox are there for the tests: where they usually are, or at BONTON_CHROME and
# BONTON_FIREFOX. Installs Debian's when it is root on Debian (with French, the tests' first language); else says what to do.
set -eu

has() { # has NAME PATH...: whether one of the paths is an executable
	shift
	for path; do [ -n "$path" ] && [ -x "$path" ] && return 0; done
	return 1
}

missing=""
has chrome "${BONTON_CHROME:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome /usr/bin/google-chrome-stable \
	/usr/bin/microsoft-edge /snap/bin/chromium "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
	"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge" || missing="chromium chromium-l10n"
has firefox "${BONTON_FIREFOX:-}" /usr/bin/firefox-esr /usr/bin/firefox /snap/bin/firefox \
	/Applications/Firefox.app/Contents/MacOS/firefox || missing="$missing firefox-esr firefox-esr-l10n-fr"

# Debian keeps translations apart: its browsers speak only English without them.
if command -v dpkg >/dev/null 2>&1; then
	for package in chromium:chromium-l10n firefox-esr:firefox-esr-l10n-fr; do
		if dpkg -s "${package%%:*}" >/dev/null 2>&1 && ! dpkg -s "${package##*:}" >/dev/null 2>&1; then missing="$missing ${package##*:}"; fi
	done
fi

[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
	echo "installing$(printf ' %s' $missing)"
	apt-get update -q >/dev/null # not joined by &&: set -e would let its failure pass
	DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null
	exit 0
fi
cat >&2 <<EOF
The browser tests need a Chromium-family browser and Firefox, both able to speak French.
Debian, Ubuntu:  sudo apt-get install$(printf ' %s' $missing)
elsewhere:       install Chrome and Firefox, or name them: BONTON_CHROME=/path BONTON_FIREFOX=/path make test
EOF
exit 1
