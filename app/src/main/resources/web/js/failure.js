// An error in words: what it is, what to do, what the server said.

import { h } from './dom.js';
import { retry } from './queue.js';
import { texts } from './texts.js';

/** `[what, whatToDo]` of an error. */
export function explained({ code, message }) {
  return texts.errors.advice[code] ?? [texts.errors.unknown, message];
}

/** The card of a track that failed. */
export function failure(track) {
  const { code, message } = track.error;
  const [what, advice] = explained(track.error);
  return h('div', { class: 'card failure' },
    h('h2', { tabindex: -1 }, track.name),
    h('p', { class: 'what' }, what),
    h('p', {}, advice),
    h('p', { class: 'note' }, `${texts.errors.said}: ${message ? `${message} ` : ''}[${code}]`),
    track.file ? h('button', { type: 'button', onclick: () => retry(track) }, texts.result.retry) : null);
}
