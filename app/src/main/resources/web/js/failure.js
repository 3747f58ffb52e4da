// An error in words: what it is, what to do, what the server said.

import { h } from './dom.js';
import { retry } from './queue.js';
import { texts } from './texts.js';

/** What statuses mean where a code is not known: that of a newer server, or of a proxy in between. */
const STATUSES = { 401: 'UNAUTHORIZED', 403: 'WRONG_ORIGIN', 404: 'NOT_FOUND', 408: 'SLOW_UPLOAD', 413: 'TOO_LARGE', 415: 'UNSUPPORTED', 421: 'WRONG_HOST', 503: 'BUSY', 507: 'NO_ROOM' };

/** `[what, whatToDo]` of an error. */
export function explained({ code, status, message }) {
  const { advice, unknown } = texts.errors;
  if (Object.hasOwn(advice, code)) return advice[code];
  if (STATUSES[status]) return advice[STATUSES[status]];
  return status >= 500 ? advice.INTERNAL : [unknown, message];
}

/** The card of a track that failed. */
export function failure(track) {
  const { code, message } = track.error;
  const [what, advice] = explained(track.error);
  return h('div', { class: 'card failure' },
    h('h2', { tabindex: -1, dir: 'auto' }, track.name),
    h('p', { class: 'what' }, what),
    h('p', {}, advice),
    h('p', { class: 'note' }, `${texts.errors.said}: ${message ? `${message} ` : ''}[${code}]`),
    track.file ? h('button', { type: 'button', onclick: () => retry(track) }, texts.result.retry) : null);
}
