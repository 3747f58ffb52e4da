#!/usr/bin/env bash
# Holds the public interface to that of an earlier version, the last tag unless another is named:
# builds that version's jars in a folder of its own and lets japicmp compare. Installs nothing.
#
#     tools/release/api.sh [TAG or COMMIT]
set -euo pipefail
cd "$(dirname "$0")/../.."

modules=(audio model)
since=${1:-$(git describe --tags --abbrev=0 2>/dev/null || true)}
if [ -z "$since" ]; then
  echo "No tag yet: there is nothing to compare with. Name a commit: $0 COMMIT"
  exit 0
fi

old=$(mktemp -d)
trap 'git worktree remove --force "$old/source" 2>/dev/null || true; rm -rf "$old"' EXIT
git worktree add --quiet --detach "$old/source" "$since"
list=$(IFS=,; echo "${modules[*]}")
(cd "$old/source" && mvn -q -B -pl "$list" -am -Dmaven.test.skip=true package)
for module in "${modules[@]}"; do
  cp "$old/source/$module"/target/auricle-"$module"-*.jar "$old/auricle-$module.jar"
done

mvn -q -B -Papi -Dapi.old="$old" -pl "$list" -am -Dmaven.test.skip=true package
echo "The public interface is compatible with $since."
