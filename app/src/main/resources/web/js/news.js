// What screen readers hear of tracks that end: each one of a few; of many now and then how far all are.

import { stateOf } from './bars.js';
import { explained } from './failure.js';
import { named } from './format.js';
import { said, tally } from './progress.js';
import { session } from './session.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const FEW = 3;
const PAUSE_MILLIS = 20_000;

/** Tells of tracks that have ended, wherever on the page one is. */
export function tellEnds() {
  let batch = 0;
  let last = 0;
  const count = () => {
    const { open } = tally(session.tracks);
    batch = open === 0 ? 0 : Math.max(batch, open);
    return open;
  };
  session.addEventListener('list', count);
  session.addEventListener('state', ({ detail: track }) => {
    const size = batch;
    const open = count();
    if (track.state !== 'done' && track.state !== 'failed') return;
    if (size <= FEW) announce(endOf(track));
    else if (open === 0 || performance.now() - last > PAUSE_MILLIS) {
      last = performance.now();
      announce(`${said(tally(session.tracks))}.`);
    }
  });
}

function endOf(track) {
  const name = named(track.name);
  if (track.state === 'failed') return texts.list.announceFailed(name, explained(track.error)[0]);
  return texts.list.announceDone(name, stateOf(track));
}
