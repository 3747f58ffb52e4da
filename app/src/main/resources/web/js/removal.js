// Taking tracks out of the session, and bringing them back for a while.

import { forget } from './api.js';
import { h } from './dom.js';
import { named } from './format.js';
import { pump } from './queue.js';
import { session } from './session.js';
import { announce } from './status.js';
import { texts } from './texts.js';

/** So long the server is not asked to forget the results. */
const REGRET_MILLIS = 30_000;

let removed = [];
let timer = 0;
const changes = new EventTarget();

/** Takes tracks out; the last removal can be undone. */
export function remove(tracks) {
  if (tracks.length === 0) return;
  settle();
  removed = session.remove(tracks);
  timer = setTimeout(settleUnlessUsed, REGRET_MILLIS);
  announce(`${whatWasRemoved()} ${texts.removal.hint}`);
  changes.dispatchEvent(new Event('change'));
}

/** Brings back what was removed last. */
export function undo() {
  if (removed.length === 0) return;
  clearTimeout(timer);
  const back = removed;
  removed = [];
  session.bringBack(back);
  if (!session.selected) session.select(back[0].track);
  announce(texts.removal.undone(back.length), false);
  changes.dispatchEvent(new Event('change'));
  pump();
}

/** The way back does not vanish under whoever is at it. */
function settleUnlessUsed() {
  if (document.querySelector('.undo:hover, .undo:focus-within')) timer = setTimeout(settleUnlessUsed, REGRET_MILLIS / 10);
  else settle();
}

/** There is no way back any more: the server forgets the results, the browser the sound. */
export function settle() {
  clearTimeout(timer);
  for (const { track } of removed) {
    if (track.id) forget(track.id);
    if (track.url) URL.revokeObjectURL(track.url);
  }
  removed = [];
  changes.dispatchEvent(new Event('change'));
}

function whatWasRemoved() {
  return removed.length === 1 ? texts.list.announceRemoved(named(removed[0].track.name)) : texts.removal.many(removed.length);
}

/** `{element, close}`: says what was removed last, and brings it back when asked. */
export function undoStrip(onUndone) {
  const words = h('span', { class: 'undo-words', dir: 'auto' });
  const button = h('button', { type: 'button', class: 'quiet undo-button', onclick: () => {
    const { track } = removed[0];
    undo();
    onUndone(track);
  } }, texts.removal.undo);
  const element = h('p', { class: 'undo' }, words, button);
  const show = () => {
    element.hidden = removed.length === 0;
    if (removed.length) words.textContent = whatWasRemoved();
  };
  const events = new AbortController();
  changes.addEventListener('change', show, { signal: events.signal });
  show();
  return { element, close: () => events.abort() };
}

/** Ctrl+Z brings back, too, except where it means a text. */
export function watchUndo() {
  addEventListener('keydown', (e) => {
    if (e.key !== 'z' || !(e.ctrlKey || e.metaKey) || e.shiftKey || removed.length === 0) return;
    if (e.target instanceof Element && e.target.matches('input, textarea')) return;
    e.preventDefault();
    undo();
  });
  addEventListener('pagehide', settle);
}
