// Results as files: JSON as of the REST API, CSV as `auricle classify --format csv` writes it, and playlists.

import { line } from './csv.js';
import { h, icon } from './dom.js';
import { m3u } from './playlist.js';
import { texts } from './texts.js';

const SAVE = 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14';

/** Buttons that save what `groups()` gives when they are pressed, in its order; one track is no playlist. */
export function saveButtons(groups, nameOfOne = null) {
  const name = () => nameOfOne ?? texts.list.fileName;
  const button = (text, said, onclick) => h('button', { class: 'quiet', type: 'button', 'aria-label': said, onclick }, icon(SAVE), text);
  const tracks = () => groups().flatMap((group) => group.tracks);
  return [
    button(texts.list.json, texts.list.saveJson, () => save(`${name()}.json`, 'application/json', json(tracks()))),
    button(texts.list.csv, texts.list.saveCsv, () => save(`${name()}.csv`, 'text/csv', csv(tracks()))),
    // .m3u8 says that it is UTF-8.
    nameOfOne !== null ? null : button(texts.list.m3u, texts.list.saveM3u, () => save(`${name()}.m3u8`, 'audio/x-mpegurl', m3u(groups()))),
  ];
}

/** Hands the browser a file to save. */
export function save(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The results of tracks as an array of the objects that the server gave. */
export function json(tracks) {
  return `${JSON.stringify(tracks.flatMap(resultsOf), null, 2)}\n`;
}

/** A row for each file and model and, after it, for each of its segments. */
export function csv(tracks) {
  const results = tracks.flatMap(resultsOf);
  const width = Math.max(1, ...results.map((result) => result.labels?.length ?? 0));
  const places = Array.from({ length: width }, (_, i) => i);
  const head = ['path', 'model', 'start_seconds', 'end_seconds', ...places.flatMap((i) => [`label_${i + 1}`, `score_${i + 1}`]), 'sure', 'error_code', 'error_message'];
  const row = (result, start, end, labels = [], sure = undefined) => [
    result.path, result.model, start, end, ...places.flatMap((i) => [labels[i]?.label, labels[i]?.score]), sure, result.error?.code, result.error?.message,
  ];
  const rows = results.flatMap((result) => [
    row(result, result.error ? undefined : 0, result.durationSeconds, result.labels, result.sure),
    ...(result.segments ?? []).map((segment) => row(result, segment.startSeconds, segment.endSeconds, segment.labels)),
  ]);
  return [head, ...rows].map((cells) => `${line(cells)}\n`).join('');
}

function resultsOf(track) {
  if (track.state === 'done') return track.results;
  return track.state === 'failed' ? [{ path: track.path, error: { code: track.error.code, message: track.error.message } }] : [];
}
