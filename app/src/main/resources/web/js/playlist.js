// Tracks as a playlist (M3U in UTF-8, with lengths), for players beside the same folders.

import { genreOf } from './session.js';

/** A line each for length and place of the tracks of groups; what could not be read is left out. */
export function m3u(groups) {
  const lines = ['#EXTM3U'];
  for (const { title, tracks } of groups) {
    const playable = tracks.filter((track) => track.state !== 'failed');
    if (title && playable.length) lines.push(`#EXTGRP:${line(title)}`);
    for (const track of playable) {
      const seconds = track.state === 'done' ? Math.round(genreOf(track).durationSeconds) : -1;
      lines.push(`#EXTINF:${seconds},${line(track.name)}`, placeOf(track.path));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Texts of one line. */
function line(text) {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** A path as it was given; players would take one that begins so for a remark, or trim it. */
function placeOf(path) {
  // A line break cannot be written in a playlist: such a file is named, but not listed.
  if (/[\r\n]/.test(path)) return `# ${line(path)}`;
  return /^[#\s]/.test(path) ? `./${path}` : path;
}
