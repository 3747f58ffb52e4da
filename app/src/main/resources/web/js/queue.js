// Sends the tracks of the session, a few at once, and follows what becomes of them.

import * as api from './api.js';
import { session } from './session.js';

/** More at once would only wait in the server's queue instead of here. */
const AT_ONCE = 2;

let running = 0;
let known = null;

/** The models to ask: the one of genres, or the server's default, and the one of moods. */
export async function wantedModels() {
  known ??= await api.models();
  const names = known.map((model) => model.name);
  const genre = names.includes('genre') ? 'genre' : names[0];
  return names.includes('mood') && genre !== 'mood' ? [genre, 'mood'] : [genre];
}

/** Begins what waits, as far as there is room. */
export function pump() {
  for (const track of session.tracks) {
    if (running >= AT_ONCE) return;
    if (track.state !== 'waiting') continue;
    running += 1;
    session.change(track, { state: 'sending', progress: 0 });
    run(track, track.abort.signal).finally(() => {
      running -= 1;
      pump();
    });
  }
}

/** Puts a failed track back into the queue. */
export function retry(track) {
  session.change(track, { state: 'waiting', progress: 0, error: null, results: [], id: null });
  pump();
}

/** What came of it is told only while the track is wanted: one that is brought back begins again. */
async function run(track, signal) {
  const tell = (changes) => {
    if (!signal.aborted) session.change(track, changes);
  };
  try {
    const id = await sent(track, await wantedModels(), signal, tell);
    tell({ state: 'listening', progress: 0, id });
    const results = await heard(id, signal, (progress) => tell({ progress }));
    const error = results.find((result) => result.error)?.error;
    if (error) tell({ state: 'failed', error });
    else tell({ state: 'done', progress: 1, results });
  } catch (e) {
    if (e.name !== 'AbortError') tell({ state: 'failed', error: errorOf(e) });
  }
}

/** What a track keeps of an error. */
export function errorOf(e) {
  return { code: e.code ?? 'UNKNOWN', message: e.message, status: e.status ?? 0 };
}

/** Sends until the server takes it; waits as long as a busy one says. */
async function sent(track, models, signal, tell) {
  for (;;) {
    try {
      return await api.send(track.file, track.path, models, (progress) => tell({ progress }), signal);
    } catch (e) {
      if (!e.retryAfterSeconds) throw e;
      for (let left = e.retryAfterSeconds; left > 0; left -= 1) {
        tell({ state: 'busy', retrySeconds: left });
        await second(signal);
      }
      tell({ state: 'sending', progress: 0 });
    }
  }
}

/** The results of a job, in the order of its models. */
export async function heard(id, signal, onProgress) {
  for await (const { type, data } of api.events(id, signal)) {
    if (type === 'progress') onProgress(data.progress);
    if (type === 'done') break;
  }
  // The stream may have been cut by something in between; the job itself knows.
  for (;;) {
    const job = await api.job(id);
    if (job.status === 'done' || job.status === 'failed') {
      const results = job.results.filter((result) => result);
      // No result at the end: the server met a fault of its own.
      if (results.length < job.results.length) throw new api.ApiError('INTERNAL', '');
      return results;
    }
    await second(signal);
  }
}

function second(signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, 1000);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('', 'AbortError'));
    });
  });
}
