# Sums test reports (TRX). Sourced after common.sh.

# Prints "passed failed skipped" for one report.
trx_counts() {
    local counters
    counters=$(grep -ho '<Counters [^>]*>' "$1" | head -n 1) || return 1
    count() { sed -E "s/.*[[:space:]]$1=\"([0-9]+)\".*/\1/" <<<"$counters"; }
    echo "$(count passed) $(($(count failed) + $(count error) + $(count timeout) + $(count aborted))) $(($(count total) - $(count executed)))"
}
