#!/usr/bin/env bash
# Builds what would be published twice, in folders of different names and at different times, and
# compares every byte: jars, sources, Javadoc, lists of components.
#
#     tools/release/reproducible.sh [MODULE,MODULE...]
#
# The commit is built, not what lies beside it. Without a list of modules all are built.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() {
  mkdir -p "$work/$1"
  git archive HEAD | tar -x -C "$work/$1"
  (cd "$work/$1" && mvn -q -B -Pcentral -Dgpg.skip -Dmaven.test.skip=true ${modules:+-pl "$modules" -am} package)
  (cd "$work/$1" && find . -path '*/target/*' \( -name 'auricle-*.jar' -o -name '*-cyclonedx.json' \) \
    | sort | xargs sha256sum) > "$work/$1.sums"
}
modules=${1:-}
build one
build another-name
if ! diff "$work/one.sums" "$work/another-name.sums"; then
  echo "The two builds differ." >&2
  exit 1
fi
cat "$work/one.sums"
echo "$(wc -l < "$work/one.sums") files are the same, byte for byte."
