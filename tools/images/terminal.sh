#!/usr/bin/env bash
# Draws what a command prints as a picture of a terminal, with headless Chromium.
# usage: terminal.sh OUT.png WIDTH HEIGHT COMMAND...      (run at the repository's root)
set -euo pipefail
out=$1 width=$2 height=$3
shift 3
page=$(mktemp --suffix=.html)
trap 'rm -f "$page"' EXIT
escape() { sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g'; }
{
  cat <<'HTML'
<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; background: #1b1e26; color: #d8dee9; font: 15px/1.55 "DejaVu Sans Mono", monospace; }
pre { margin: 0; padding: 18px 22px; font: inherit; }
b { color: #8fbcbb; font-weight: 600; }
</style><pre>
HTML
  printf '<b>$ %s</b>\n' "$(printf '%s' "$*" | escape)"
  "$@" 2>/dev/null | escape
  echo '</pre>'
} >"$page"
chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
  --window-size="$width,$height" --screenshot="$out" "file://$page" >/dev/null 2>&1
