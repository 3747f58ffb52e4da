// What the library's pages ask the server.

import { ask, eventsOf, hasKey } from '../api.js';

const BASE = 'library';

const json = async (answer) => (await answer).json();

const asked = (parameters) => {
  const given = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return given.length ? `?${new URLSearchParams(given)}` : '';
};

const send = (path, body) => ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

/** The library in figures. */
export const summary = () => json(ask(BASE));

/** `{total, offset, songs}` of a query. */
export const songs = (query, sort, offset, limit, signal) => json(ask(`${BASE}/songs${asked({ query, sort, offset, limit })}`, { signal }));

/** Songs by their numbers, at most 500. */
export const songsOf = async (ids) => (ids.length === 0 ? [] : (await json(ask(`${BASE}/songs${asked({ ids: ids.join(',') })}`))).songs);

/** The numbers of all songs of a query. */
export const ids = async (query, sort) => (await json(ask(`${BASE}/ids${asked({ query, sort })}`))).ids;

/** All that is known of a song. */
export const song = (id) => json(ask(`${BASE}/songs/${encodeURIComponent(id)}`));

/** What sounds like it: `{by, songs: [{song, similarity, why}]}`. */
export const similar = (id, count) => json(ask(`${BASE}/songs/${encodeURIComponent(id)}/similar${asked({ count })}`));

/** Says what a song is, or takes that back where there is no label; resolves to the song as it is now. */
export const correct = (id, field, labels) => json(send(`${BASE}/songs/${encodeURIComponent(id)}/corrections`, { field, labels }));

/** The map, or `{progress}` while it is made. */
export const map = () => json(ask(`${BASE}/map`));

/** A playlist's text: of the numbers of songs, or of a query. */
export const playlist = async ({ ids: chosen = null, query = '', sort = '' }) =>
  (await (chosen ? send(`${BASE}/playlist`, { ids: chosen }) : ask(`${BASE}/playlist${asked({ query, sort })}`))).text();

/** Begins a scan of the folders that were scanned before. */
export const scan = () => json(ask(`${BASE}/scan`, { method: 'POST' }));

/** Breaks it off. */
export const stopScan = () => ask(`${BASE}/scan`, { method: 'DELETE' });

/** Events `scan` and `library`. */
export const watch = (signal) => eventsOf(`${BASE}/scan`, signal);

/** An address for an `audio` element, and what gives its memory back. */
export async function sound(id) {
  const path = `${BASE}/songs/${encodeURIComponent(id)}/audio`;
  if (!hasKey()) return { url: `api/v1/${path}`, release() {} };
  // An element cannot send the key, so the whole file is fetched.
  const url = URL.createObjectURL(await (await ask(path)).blob());
  return { url, release: () => URL.revokeObjectURL(url) };
}
