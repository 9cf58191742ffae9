# Builds, starts, watches and stops the host. Sourced after common.sh.

host_dll=$root/artifacts/bin/Tourism.Pos/release/Tourism.Pos.dll
host_pid=

# The first address of a list, with "every interface" turned into one that a browser can open.
browsable() { sed -E 's/;.*//; s#//(\*|\+|0\.0\.0\.0|\[::\])#//localhost#; s#/+$##' <<<"$1"; }

port_free() {
    node -e '
        const { hostname, port, protocol } = new URL(process.argv[1]);
        const socket = require("net").connect(port || (protocol === "https:" ? 443 : 80), hostname.replace(/[\[\]]/g, ""));
        socket.on("connect", () => process.exit(1)).on("error", () => process.exit(0));
        setTimeout(() => process.exit(0), 2000);' "$1" || [ $? -ne 1 ]
}

build_host() {
    local stamp=$root/artifacts/run.stamp now
    now=$(sources_fingerprint src)
    if [ -f "$host_dll" ] && unchanged_since "$stamp" "$now"; then
        say "Building: nothing has changed"
        return
    fi
    say "Building (about a minute the first time)"
    quietly dotnet build "$root/src/Pos/Tourism.Pos.csproj" -c Release -nologo -v q || fail "the build failed; the errors are above."
    # Taken again: the build itself writes lock files and browser libraries.
    remember "$stamp" "$(sources_fingerprint src)"
}

start_host() {
    local log=$1 urls=$2 data=$3
    Tourism__Mode=${Tourism__Mode:-Demo} Tourism__DataDirectory=$data dotnet "$host_dll" --urls "$urls" >"$log" 2>&1 &
    host_pid=$!
}

host_alive() { kill -0 "$host_pid" 2>/dev/null; }

wait_ready() {
    local url=$1 until=$((SECONDS + $2))
    while host_alive && [ $SECONDS -lt $until ]; do
        node "$root/scripts/lib/is-ready.mjs" "$url" && return
        sleep 0.2
    done
    return 1
}

wait_host() {
    local code=0
    wait "$host_pid" || code=$?
    host_pid=
    return "$code"
}

stop_host() {
    [ -n "$host_pid" ] && host_alive || return 0
    say "Stopping"
    kill -TERM "$host_pid" 2>/dev/null || true
    for _ in $(seq 100); do
        host_alive || return 0
        sleep 0.1
    done
    kill -KILL "$host_pid" 2>/dev/null || true
}
