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
    run(track).finally(() => {
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

async function run(track) {
  try {
    const id = await sent(track, await wantedModels());
    session.change(track, { state: 'listening', progress: 0, id });
    const results = await heard(track, id);
    const error = results.find((result) => result.error)?.error;
    if (error) fail(track, error);
    else session.change(track, { state: 'done', progress: 1, results });
  } catch (e) {
    if (e.name === 'AbortError') return;
    fail(track, { code: e.code ?? 'UNKNOWN', message: e.message });
  }
}

function fail(track, error) {
  session.change(track, { state: 'failed', error });
}

/** Sends until the server takes it; waits as long as a busy one says. */
async function sent(track, models) {
  for (;;) {
    try {
      const onProgress = (progress) => session.change(track, { progress });
      return await api.send(track.file, track.name, models, onProgress, track.abort.signal);
    } catch (e) {
      if (!e.retryAfterSeconds) throw e;
      for (let left = e.retryAfterSeconds; left > 0; left -= 1) {
        session.change(track, { state: 'busy', retrySeconds: left });
        await second(track.abort.signal);
      }
      session.change(track, { state: 'sending', progress: 0 });
    }
  }
}

/** The results of a job, in the order of its models. */
async function heard(track, id) {
  for await (const { type, data } of api.events(id, track.abort.signal)) {
    if (type === 'progress') session.change(track, { progress: data.progress });
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
    await second(track.abort.signal);
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
