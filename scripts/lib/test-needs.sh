# What tests want beyond .NET and Node. Sourced after common.sh and postgres.sh.

find_chromium() {
    local name
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && return
    done
    return 1
}

has_cjk_font() { ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1 || fc-list :lang=ja 2>/dev/null | grep -q .; }

# One Debian package a line for everything that is missing.
missing_packages() {
    pg_bin >/dev/null || echo postgresql
    find_chromium >/dev/null || echo chromium
    has_cjk_font || echo fonts-noto-cjk
    command -v fc-query >/dev/null || echo fontconfig
    command -v zbarimg >/dev/null || echo zbar-tools
}

install_missing() {
    local missing
    missing=$(missing_packages)
    if [ -z "$missing" ] || [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then return 0; fi
    say "Installing" $missing
    export DEBIAN_FRONTEND=noninteractive
    if ! { quietly apt-get update -qq && quietly apt-get install -y -qq --no-install-recommends $missing; }; then
        say "Some packages could not be installed; going on without them."
    fi
}

name_missing() {
    local package
    for package in $(missing_packages); do
        case $package in
            postgresql) [ -n "${TOURISM_TEST_POSTGRES:-}" ] || say "Missing: PostgreSQL. Its tests are left out. Get it: apt-get install postgresql, or set TOURISM_TEST_POSTGRES to a server's connection string." ;;
            chromium) [ -n "${TOURISM_TEST_CHROMIUM:-}" ] || say "Missing: Chromium. The browser tests are left out. Get it: apt-get install chromium, or set TOURISM_TEST_CHROMIUM to a browser's path." ;;
            fonts-noto-cjk) say "Missing: a Japanese font. Screenshots show boxes. Get it: apt-get install fonts-noto-cjk" ;;
            fontconfig) say "Missing: fc-query. Whether every text can be drawn is not checked. Get it: apt-get install fontconfig" ;;
            zbar-tools) say "Missing: zbarimg. Tests that read printed QR codes are left out. Get it: apt-get install zbar-tools" ;;
        esac
    done
    [ -n "${TOURISM_TEST_SQLSERVER:-}" ] || say "No SQL Server: its schema is checked offline only. To run its tests set TOURISM_TEST_SQLSERVER to a connection string."
}
