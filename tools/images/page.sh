#!/usr/bin/env bash
# Takes the pictures of docs/web.md with headless Chromium, and makes them small with ffmpeg.
set -euo pipefail
cd "$(dirname "$0")/../.."
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
mvn -q test -pl app -am -Dtest=ScreenshotTest -Dsurefire.failIfNoSpecifiedTests=false -Dauricle.screenshots="$taken"
for png in "$taken"/*.png; do
  ffmpeg -v error -y -i "$png" -vf "split[a][b];[a]palettegen=max_colors=256:reserve_transparent=0[p];[b][p]paletteuse=dither=none" \
    -compression_level 100 -pred mixed "docs/images/$(basename "$png")"
done
