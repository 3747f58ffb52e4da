#!/usr/bin/env bash
# Draws the pictures of docs/cli.md from the samples.
set -eu
cd "$(dirname "$0")/../.."
draw() {
  ./auricle picture --kind "$1" --width 480 --height 300 -o "docs/images/$1.png" "samples/$2"
}
draw waveform hiphop.ogg
draw mel jazz.wav
draw chroma classical.flac
draw tempogram disco.ogg
