# A private PostgreSQL that lives as long as one script: own folder, own free port, own password. Sourced after common.sh.

pg_dir=
pg_pid=

# Debian keeps the server's programs out of PATH.
pg_bin() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb 2>/dev/null | sort -V | tail -n 1) || true
    [ -n "$found" ] || found=$(command -v initdb) || return 1
    dirname "$(readlink -f "$found")"
}

# PostgreSQL refuses to run as root, so root lends it the account that the package made.
pg_as() {
    if [ "$(id -u)" -eq 0 ]; then
        (cd / && runuser -u "$pg_account" -- "$@")
    else
        (cd / && "$@")
    fi
}

# Sets TOURISM_TEST_POSTGRES.
start_postgres() {
    local bin password port careless
    # Nothing in it outlives the tests, so it need not wait for the disk; a benchmark asks for pg_durable=yes.
    [ "${pg_durable:-}" = yes ] && careless= || careless='-c fsync=off -c synchronous_commit=off -c full_page_writes=off'
    bin=$(pg_bin)
    pg_account=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
    pg_dir=$(mktemp -d /tmp/tourism-postgres.XXXXXX)
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$password" >"$pg_dir/password"
    if [ "$(id -u)" -eq 0 ]; then chown -R "$pg_account" "$pg_dir"; fi
    pg_as "$bin/initdb" -D "$pg_dir/data" -U postgres --auth=scram-sha-256 --pwfile="$pg_dir/password" \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$pg_dir/initdb.log" 2>&1 || { cat "$pg_dir/initdb.log" >&2; return 1; }

    # Below the range that outgoing connections use; a taken port makes the server end, and the next one is tried.
    for _ in 1 2 3 4 5 6 7 8; do
        port=$((20000 + RANDOM % 10000))
        if pg_as "$bin/pg_ctl" -D "$pg_dir/data" -l "$pg_dir/data/server.log" -w -s -o "-p $port -c listen_addresses=127.0.0.1 \
            -c unix_socket_directories= -c max_connections=200 -c shared_buffers=128MB $careless" start >/dev/null 2>&1; then
            pg_pid=$(head -n 1 "$pg_dir/data/postmaster.pid")
            export TOURISM_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Password=$password;Database=postgres"
            return 0
        fi
    done
    tail -n 5 "$pg_dir/data/server.log" >&2
    return 1
}

stop_postgres() {
    if [ -n "$pg_pid" ]; then
        kill -QUIT "$pg_pid" 2>/dev/null || true
        for _ in $(seq 50); do
            kill -0 "$pg_pid" 2>/dev/null || break
            sleep 0.1
        done
    fi
    if [ -n "$pg_dir" ]; then rm -rf "$pg_dir"; fi
    pg_pid= pg_dir=
}
