#!/bin/sh
# Renews the OpenID Connect library of the demo application: scripts/update-demo-library.sh [version]
# Needs npm. Look at the difference before you commit it.
set -eu
version=${1:-latest}
vendor=$(cd "$(dirname "$0")/.." && pwd)/src/demo/app/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() { # package[@version] -> its folder
    mkdir "$2"
    tar -xzf "$(npm pack --silent "$1")" -C "$2" --strip-components=1
}
fetch "oidc-client-ts@$version" oidc
# The library's browser file contains jwt-decode.
fetch "jwt-decode@$(node -p 'require("./oidc/package.json").dependencies["jwt-decode"]')" jwt

version=$(node -p 'require("./oidc/package.json").version')
{
    printf '/*! oidc-client-ts %s, Apache-2.0; contains jwt-decode, MIT; see oidc-client-ts.LICENSE */\n' "$version"
    grep -v '^//# sourceMappingURL=' oidc/dist/browser/oidc-client-ts.min.js
} > "$vendor/oidc-client-ts.min.js"
{
    printf 'oidc-client-ts\n==============\n\n'
    cat oidc/LICENSE
    printf '\njwt-decode\n==========\n\n'
    cat jwt/LICENSE
} > "$vendor/oidc-client-ts.LICENSE"
echo "oidc-client-ts $version"
