# Shared by all scripts. Sourced, never run.
# Gives: root, say, fail, need_dotnet, need_node, sources_fingerprint, unchanged_since, remember.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Build servers that outlive a script keep files open and memory taken.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# The SDK's own installer puts it under the home directory without touching PATH.
need_dotnet() {
    if ! command -v dotnet >/dev/null && [ -x "${HOME:-}/.dotnet/dotnet" ]; then
        export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
    fi
    command -v dotnet >/dev/null ||
        fail ".NET SDK 10 is missing. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 or your system's package dotnet-sdk-10.0."
    dotnet --list-sdks | grep -q '^10\.' ||
        fail ".NET SDK 10 is missing (dotnet knows: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ' -)). Get it from https://dotnet.microsoft.com/download/dotnet/10.0."
}

need_node() {
    local version
    version=$(node --version 2>/dev/null) ||
        fail "Node.js 20 or later is missing. Get it from https://nodejs.org or your system's packages nodejs and npm."
    [ "$(sed 's/^v//; s/[.].*//' <<<"$version")" -ge 20 ] ||
        fail "Node.js $version is too old. Get 20 or later from https://nodejs.org."
    command -v npm >/dev/null ||
        fail "npm is missing. It comes with Node.js from https://nodejs.org, or as your system's package npm."
}

# Runs a step quietly; its output is shown only when it fails.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        # The compiler repeats each error in its summary.
        if ! grep -E '(error|warn(ing)?) [A-Z]+[0-9]+' "$log" | sed -E 's/ \[[^]]*\]$//' | sort -u | head -40 | grep .; then
            tail -n 40 "$log"
        fi
        rm -f "$log"
        return 1
    fi
}

# One hash over name, size and time of everything a build reads; changes when a file is edited, added or removed.
sources_fingerprint() {
    (cd "$root" && find "$@" Directory.*.props BannedSymbols.txt global.json .npmrc \
        \( -name node_modules -o -path '*/wwwroot/lib' \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum | cut -d' ' -f1)
}

unchanged_since() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

remember() {
    mkdir -p "$(dirname "$1")"
    printf '%s\n' "$2" >"$1"
}
