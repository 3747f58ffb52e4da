// The library as it changes: a scan that goes on, and songs that come and go.

import { h } from '../dom.js';
import { explained } from '../failure.js';
import { clock } from '../format.js';
import { announce } from '../status.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { number } from './words.js';

const words = texts.library.scan;
const AGAIN_MILLIS = 5000;

/**
 * `{element, button}`: how far a scan is, and what begins one.
 *
 * @param onChange told when songs or what is known of them changed
 * @param signal ends it
 */
export function scanStrip(onChange, signal) {
  const bar = h('progress', { 'aria-label': words.name, max: 1 });
  const said = h('span', { class: 'scan-said' });
  const stop = h('button', { class: 'quiet', type: 'button', onclick: () => calls.stopScan().catch(failed) }, words.stop);
  const element = h('div', { class: 'scan-strip', hidden: true }, bar, said, stop);
  const button = h('button', { class: 'secondary', type: 'button', onclick: () => calls.scan().then(show, failed) }, words.start);
  let last = null;
  function failed(e) {
    announce(explained(e).join(' '), true);
  }
  function show(now) {
    const isRunning = now.state === 'running';
    element.hidden = !isRunning;
    button.disabled = isRunning;
    if (now.total > 0) bar.value = now.done / now.total;
    else bar.removeAttribute('value');
    said.textContent = now.total < 0 ? words.looking : words.said(number(now.done), number(now.total), now.faults, now.secondsLeft === undefined ? '' : clock(now.secondsLeft));
    if (last === 'running' && !isRunning) announce(words.ended[now.state]?.(now.message ?? '') ?? '', true);
    else if (last !== null && last !== 'running' && isRunning) announce(words.started);
    last = now.state;
  }
  (async () => {
    let version = null;
    while (!signal.aborted) {
      try {
        for await (const { type, data } of calls.watch(signal)) {
          if (type === 'scan') show(data);
          else if (type === 'library') {
            if (version !== null && version !== data.version) onChange();
            ({ version } = data);
          }
        }
      } catch (e) {
        if (signal.aborted || e.code === 'NO_LIBRARY') return;
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLIS));
    }
  })();
  return { element, button };
}
