// What this tab has heard: tracks, in the order in which they came.

import { soon } from './soon.js';

const STORE = 'auricle.session';
const KEEP_MILLIS = 500;

/**
 * States: waiting -> sending -> (busy -> sending) -> listening -> done | failed. `file` is missing
 * where only the result is known: after a reload, or from a link. `path` is the name with the
 * folders below the one that was given, `name` the last part of it.
 */
class Session extends EventTarget {
  tracks = [];
  selected = null;
  #number = 0;
  #keepSoon = soon(() => this.keep(), KEEP_MILLIS);

  /** New tracks of `{file, path}`, told of at once. */
  add(entries) {
    const added = entries.map(({ file, path }) => this.#make({ file, path, url: URL.createObjectURL(file), state: 'waiting' }));
    this.tracks.push(...added);
    this.#tell('list', added);
    return added;
  }

  /** Tracks of which only results are known, `{id, path, results, error}`. */
  addKnown(known) {
    const added = known.map(({ id, path, results, error }) => {
      const wrong = error ?? results.find((result) => result.error)?.error ?? null;
      return this.#make({ id, path, results, error: wrong, state: wrong ? 'failed' : 'done', progress: 1 });
    });
    this.tracks.push(...added);
    this.#tell('list', added);
    return added;
  }

  #make(about) {
    const track = { file: null, url: null, progress: 0, retrySeconds: 0, id: null, results: [], error: null, abort: new AbortController(), ...about };
    return Object.assign(track, { key: ++this.#number, name: about.path.split('/').at(-1) || about.path });
  }

  /** Changes a track and tells who listens: `state` if that changed, else `progress`. */
  change(track, changes) {
    const before = track.state;
    Object.assign(track, changes);
    this.#tell(before !== track.state ? 'state' : 'progress', track);
    if (before !== track.state && (track.state === 'done' || track.state === 'failed')) this.#keepSoon();
  }

  /** Takes tracks out and ends what is on its way; the answer brings them back. */
  remove(tracks) {
    const gone = new Set(tracks);
    const removed = this.tracks.map((track, place) => ({ track, place })).filter(({ track }) => gone.has(track));
    this.tracks = this.tracks.filter((track) => !gone.has(track));
    for (const { track } of removed) track.abort.abort();
    if (gone.has(this.selected)) this.select(this.tracks[Math.min(removed[0].place, this.tracks.length - 1)] ?? null);
    this.#keepSoon();
    this.#tell('list', []);
    return removed;
  }

  /** Puts removed tracks where they were; what had not ended waits again. */
  bringBack(removed) {
    for (const { track, place } of removed) {
      track.abort = new AbortController();
      if (track.state !== 'done' && track.state !== 'failed') Object.assign(track, { state: 'waiting', progress: 0, id: null });
      this.tracks.splice(place, 0, track);
    }
    this.#keepSoon();
    this.#tell('list', removed.map(({ track }) => track));
  }

  select(track) {
    if (this.selected === track) return;
    this.selected = track;
    this.#tell('select', track);
  }

  /** Keeps results over a reload of the page; the sound is not kept. */
  keep() {
    const ended = this.tracks.filter(({ state }) => state === 'done' || state === 'failed');
    const known = ended.map(({ id, path, results, error }) => ({ id, path, results, error }));
    try {
      sessionStorage.setItem(STORE, JSON.stringify(known));
    } catch {
      this.#keepVerdicts(known);
    }
  }

  /** So many results that there is no room for their moments. */
  #keepVerdicts(known) {
    try {
      const short = known.map((track) => ({ ...track, results: track.results.map((result) => ({ ...result, segments: undefined })) }));
      sessionStorage.setItem(STORE, JSON.stringify(short));
    } catch {
      // The store is full or forbidden: a reload then begins anew.
    }
  }

  restore() {
    try {
      this.addKnown(JSON.parse(sessionStorage.getItem(STORE) ?? '[]'));
    } catch {
      sessionStorage.removeItem(STORE);
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

export const session = new Session();

/** Whether nothing more happens to a track by itself. */
export function hasEnded({ state }) {
  return state === 'done' || state === 'failed';
}

/** A track's result of the model of genres: the first asked for. */
export function genreOf(track) {
  return track.results[0] ?? null;
}

/** A track's result of the model of moods, if there is one. */
export function moodOf(track) {
  return track.results.find((result) => result.model === 'mood') ?? null;
}

/** Where a track's result is shown; one that the server does not know is shown if it is selected. */
export function addressOf({ id }) {
  return `#/${id ? `result/${id}` : ''}`;
}
