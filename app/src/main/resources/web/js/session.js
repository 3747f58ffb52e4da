// What this tab has heard: tracks, in the order in which they came.

const STORE = 'auricle.session';

/**
 * States: waiting -> sending -> (busy -> sending) -> listening -> done | failed. `file` is missing
 * where only the result is known: after a reload, or from a link.
 */
class Session extends EventTarget {
  tracks = [];
  selected = null;
  #number = 0;

  /** A new track of a file. */
  add(file, name = file.name) {
    const track = {
      key: ++this.#number, name, file, url: URL.createObjectURL(file), state: 'waiting', progress: 0, retrySeconds: 0,
      id: null, results: [], error: null, abort: new AbortController(),
    };
    this.tracks.push(track);
    this.#tell('list', track);
    return track;
  }

  /** A track of which only the result is known. */
  addKnown(id, name, results) {
    const error = results.find((result) => result.error)?.error ?? null;
    const track = {
      key: ++this.#number, name, file: null, url: null, state: error ? 'failed' : 'done', progress: 1, retrySeconds: 0,
      id, results, error, abort: new AbortController(),
    };
    this.tracks.push(track);
    this.#tell('list', track);
    return track;
  }

  /** Changes a track and tells who listens: `state` if that changed, else `progress`. */
  change(track, changes) {
    const before = track.state;
    Object.assign(track, changes);
    this.#tell(before !== track.state ? 'state' : 'progress', track);
    if (track.state === 'done' && before !== 'done') this.keep();
  }

  remove(track) {
    const index = this.tracks.indexOf(track);
    if (index < 0) return;
    this.tracks.splice(index, 1);
    track.abort.abort();
    if (track.url) URL.revokeObjectURL(track.url);
    this.keep();
    if (this.selected === track) this.select(this.tracks[Math.min(index, this.tracks.length - 1)] ?? null);
    this.#tell('list', track);
  }

  select(track) {
    if (this.selected === track) return;
    this.selected = track;
    this.#tell('select', track);
  }

  /** Keeps results over a reload of the page; the sound is not kept. */
  keep() {
    const known = this.tracks.filter((t) => t.state === 'done').map(({ id, name, results }) => ({ id, name, results }));
    try {
      sessionStorage.setItem(STORE, JSON.stringify(known));
    } catch {
      // The store is full or forbidden: a reload then begins anew.
    }
  }

  restore() {
    try {
      for (const { id, name, results } of JSON.parse(sessionStorage.getItem(STORE) ?? '[]')) this.addKnown(id, name, results);
    } catch {
      sessionStorage.removeItem(STORE);
    }
  }

  #tell(type, track) {
    this.dispatchEvent(new CustomEvent(type, { detail: track }));
  }
}

export const session = new Session();

/** A track's result of the model of genres: the first asked for. */
export function genreOf(track) {
  return track.results[0] ?? null;
}

/** A track's result of the model of moods, if there is one. */
export function moodOf(track) {
  return track.results.find((result) => result.model === 'mood') ?? null;
}
