# A durable PostgreSQL with a database for ours and one for the yardstick, which pgbench fills with the same rows by hand.
# Sourced after common.sh, host.sh and postgres.sh.

bench_url=http://localhost:5089
bench_seconds=${TOURISM_BENCH_SECONDS:-15}

# Builds host and load; everything it starts ends with the script.
bench_begin() {
    need_dotnet
    need_node
    port_free "$bench_url" || fail "$bench_url is taken by another program."
    build_host
    quietly dotnet build "$root/tests/Benchmarks" -c Release -nologo -v q || fail "the benchmark does not build; the errors are above."
    bench_data=$(mktemp -d)
    trap 'stop_host >/dev/null; stop_postgres; rm -rf "$bench_data"' EXIT
    trap 'exit 130' INT TERM
}

pg_begin() {
    local name field
    pg_bin_dir=$(pg_bin) || fail "PostgreSQL is missing. Install it, for example: apt-get install postgresql"
    pg_durable=yes start_postgres || fail "PostgreSQL does not start; its reason is above."
    field() { sed -nE "s/.*$1=([^;]*).*/\1/p" <<<"$TOURISM_TEST_POSTGRES"; }
    export PGHOST=127.0.0.1 PGPORT=$(field Port) PGUSER=postgres PGPASSWORD=$(field Password)
    for name in ours yardstick; do
        "$pg_bin_dir/createdb" "$name"
        (use_postgres "$name" && Tourism__Mode=Demo Tourism__DataDirectory=$bench_data dotnet "$host_dll" migrate)
    done
    "$pg_bin_dir/psql" -q -d yardstick -c 'CREATE SEQUENCE yardstick_number'
}

use_postgres() {
    export Tourism__Database__Provider=PostgreSql Tourism__Database__ConnectionString="${TOURISM_TEST_POSTGRES/Database=postgres/Database=$1}"
}

use_sqlite() { unset Tourism__Database__Provider Tourism__Database__ConnectionString; }

bench_host() {
    start_host "$bench_data/host.log" "$bench_url" "$bench_data"
    wait_ready "$bench_url" 120 || { tail -n 30 "$bench_data/host.log" >&2; fail "the server did not start."; }
}

# .NET compiles what runs often a second time and better: nothing is measured before that is done.
warm_up() { dotnet "$root/artifacts/bin/Tourism.Benchmarks/release/Tourism.Benchmarks.dll" "$1" "$bench_url" "${TOURISM_BENCH_WARMUP:-20}" 32 >/dev/null; }

# Transactions per second of pgbench with $2 clients.
yardstick() {
    "$pg_bin_dir/pgbench" -n -M prepared -c "$2" -j 2 -T "$bench_seconds" -f "$root/scripts/bench.d/$1.sql" yardstick 2>/dev/null | sed -nE 's/^tps = ([0-9.]+).*/\1/p'
}

# One line "per_s p50_ms p99_ms" for each number of clients.
load() { dotnet "$root/artifacts/bin/Tourism.Benchmarks/release/Tourism.Benchmarks.dll" "$1" "$bench_url" "$bench_seconds" "${@:2}"; }

ratio() { node -p '(process.argv[1] / process.argv[2]).toFixed(2)' "$1" "$2"; }
