#!/usr/bin/env bash
# Makes the lists of mail providers anew from two npm packages and the reviewed files in domain-lists/.
# Needs npm. A run with the same versions gives the same bytes; to take newer lists, raise a version here,
# run it, and read the diff. New entries that belong to a company go to domain-lists/excluded.txt.
set -euo pipefail
export LC_ALL=C

public_package=free-email-domains public_version=1.12.6
public_file=domains.json public_licence=LICENSE.md
disposable_package=disposable-email-domains-js disposable_version=1.26.0
disposable_file=dist/dict/disposable_email_blocklist.json disposable_licence=LICENSE

scripts=$(cd "$(dirname "$0")" && pwd)
resources=$scripts/../src/main/resources/io/github/orgswitcher/domain
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch <package> <version>: unpacks the package to $work/<package>/package
fetch() {
    mkdir "$work/$1"
    (cd "$work/$1" && tar -xzf "$(npm pack --silent "$1@$2")")
}

# entries <json>: the strings of a JSON array, one a line
entries() {
    node -e 'for (const name of JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))) console.log(name)' "$1"
}

# reviewed <file>: a file of our own without comments
reviewed() {
    sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$scripts/domain-lists/$1"
}

# cleaned: lower case, only well-formed names of two labels or more, none reserved for examples, sorted, each once
cleaned() {
    tr '[:upper:]' '[:lower:]' | tr -d ' \t\r' |
        grep -E '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{0,58}[a-z0-9]|[a-z]{2,63})$' |
        grep -vE '(^|\.)(example\.(com|net|org)|example|invalid|local|localhost|test)$' |
        sort -u
}

# licence <package> <version> <licence file>: where the entries come from, and the licence of that package
licence() {
    printf 'The entries are taken from the npm package %s, version %s' "$1" "$2"
    printf ', changed by scripts/update-domain-lists.sh.\nThe licence of that package:\n\n'
    tr -d '\r' <"$work/$1/package/$3"
}

fetch "$public_package" "$public_version"
fetch "$disposable_package" "$disposable_version"

reviewed excluded.txt | cleaned >"$work/excluded"
entries "$work/$disposable_package/package/$disposable_file" | cleaned |
    comm -23 - "$work/excluded" >"$resources/disposable-providers.txt"
{ entries "$work/$public_package/package/$public_file"; reviewed added-public.txt; } | cleaned |
    comm -23 - "$work/excluded" | comm -23 - "$resources/disposable-providers.txt" >"$resources/public-providers.txt"
licence "$disposable_package" "$disposable_version" "$disposable_licence" >"$resources/disposable-providers.LICENSE"
licence "$public_package" "$public_version" "$public_licence" >"$resources/public-providers.LICENSE"

wc -l "$resources"/*-providers.txt
