// How far all tracks are, as numbers, in words and as a bar.

import { h } from './dom.js';
import { percent } from './format.js';
import { session } from './session.js';
import { soon } from './soon.js';
import { texts } from './texts.js';

/** `{all, done, failed, open, share}`; open is what has not ended, share is of all work. */
export function tally(tracks) {
  let [done, failed, parts] = [0, 0, 0];
  for (const track of tracks) {
    if (track.state === 'done') done += 1;
    else if (track.state === 'failed') failed += 1;
    else parts += shareOf(track);
  }
  const all = tracks.length;
  return { all, done, failed, open: all - done - failed, share: all ? (done + failed + parts) / all : 0 };
}

/** How far one track is: to send it is one half, to listen the other. */
export function shareOf({ state, progress }) {
  if (state === 'sending') return progress / 2;
  return state === 'listening' ? 0.5 + progress / 2 : 0;
}

/** "12 of 46 done, 1 failed". */
export function said({ all, done, failed }) {
  return texts.progress.said(done, all, failed);
}

/** `{element, close}`: words and, while there is work, a bar; hidden for a single track. */
export function progressView() {
  const words = h('p', { class: 'overall-words' });
  const bar = h('div', { class: 'overall-bar', role: 'progressbar', 'aria-label': texts.progress.name, 'aria-valuemin': 0, 'aria-valuemax': 100 },
    h('span', { class: 'overall-good' }), h('span', { class: 'overall-bad' }));
  const element = h('div', { class: 'overall' }, words, bar);
  const show = () => {
    const now = tally(session.tracks);
    element.hidden = now.all < 2;
    words.textContent = said(now);
    bar.hidden = now.open === 0;
    bar.setAttribute('aria-valuenow', Math.floor(100 * now.share));
    bar.setAttribute('aria-valuetext', `${percent(now.share)}, ${said(now)}`);
    bar.style.setProperty('--share', now.share);
    bar.style.setProperty('--bad', now.all ? now.failed / now.all : 0);
  };
  const later = soon(show);
  const events = new AbortController();
  session.addEventListener('list', show, { signal: events.signal }); // at once, so that nothing below moves later
  for (const type of ['state', 'progress']) session.addEventListener(type, later, { signal: events.signal });
  show();
  return { element, close: () => events.abort() };
}
