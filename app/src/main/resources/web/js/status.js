// What is said without being asked: a live region for screen readers, and a short note for the eye.

import { h } from './dom.js';

const SHOWN_MILLIS = 6000;

const live = h('div', { class: 'unseen', role: 'status', 'aria-live': 'polite' });
const note = h('div', { class: 'toast', 'aria-hidden': 'true', dir: 'auto', hidden: true });
let timer = 0;

export const statusElements = [live, note];

/** Says a text to screen readers; `isShown` for what nobody else would see. */
export function announce(text, isShown = false) {
  live.textContent = text;
  if (!isShown) return;
  note.textContent = text;
  note.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    note.hidden = true;
  }, SHOWN_MILLIS);
}
