// What a recording sounds like so far, asked again and again while it goes on.
//
// The load is bounded: one question at a time, none sooner than a few seconds, a quarter of the recording or
// twice the last answer's time after the one before, and none before a busy server's time has come. All that is sent of a
// recording is then about four times the recording.

import * as api from './api.js';
import { heard, wantedModels } from './queue.js';

const FIRST_SECONDS = 4;
const LEAST_SECONDS = 4;

/** How long to wait after an answer, in seconds. */
export function pauseAfter(recordedSeconds, answerSeconds, retryAfterSeconds = 0) {
  return Math.max(LEAST_SECONDS, recordedSeconds / 4, 2 * answerSeconds, retryAfterSeconds);
}

/**
 * Asks until it is stopped.
 *
 * @param recorder `{seconds, soFar(name)}`
 * @param onVerdict told of the results of the first so many seconds, or of null where there are none
 * @return a function that stops it
 */
export function listenAlong(recorder, name, onVerdict) {
  const ended = new AbortController();
  let timer = setTimeout(ask, 1000 * FIRST_SECONDS);
  async function ask() {
    const began = performance.now();
    const seconds = recorder.seconds;
    let busy = 0;
    try {
      const results = await resultsOf(recorder.soFar(name), ended.signal);
      if (!ended.signal.aborted) onVerdict(results, seconds);
    } catch (e) {
      busy = e.retryAfterSeconds ?? 0;
      if (!ended.signal.aborted && !busy) onVerdict(null, seconds);
    }
    if (!ended.signal.aborted) timer = setTimeout(ask, 1000 * pauseAfter(recorder.seconds, (performance.now() - began) / 1000, busy));
  }
  return () => {
    clearTimeout(timer);
    ended.abort();
  };
}

/** The results of a sound; null where it is none that the models can name. The server keeps nothing of it. */
async function resultsOf(file, signal) {
  const id = await api.send(file, file.name, await wantedModels(), () => {}, signal);
  try {
    const results = await heard(id, signal, () => {});
    return results.some((result) => result.error) ? null : results;
  } finally {
    api.forget(id);
  }
}
