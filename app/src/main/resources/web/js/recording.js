// The panel of a recording: time, loudness, and what it sounds like so far.

import { bars, verdict } from './bars.js';
import { h } from './dom.js';
import { clock } from './format.js';
import { listenAlong } from './live.js';
import { Recorder } from './recorder.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const SHORTEST_SECONDS = 3;
const SILENT_SECONDS = 3;
const words = texts.recorder;

let recordings = 0;

/** Records in a place of the page; the recording is handed to `onTaken(file, isByKey)`. */
export async function record(place, opener, onTaken) {
  opener.disabled = true;
  let recorder;
  try {
    recorder = await Recorder.start();
  } catch (e) {
    announce(words[e.message] ?? words.unsupported, true);
    opener.disabled = false;
    opener.focus();
    return;
  }
  const time = h('span', { class: 'clock' }, clock(0));
  const meter = h('span', { class: 'meter', 'aria-hidden': 'true' }, h('span', {}));
  const hint = h('p', { class: 'note' }, words.hint);
  const live = livePanel();
  const name = words.name(recordings + 1);
  const hush = listenAlong(recorder, words.soFar(name), live.show);
  let loudest = 0;
  const timer = setInterval(() => {
    const level = recorder.level();
    loudest = Math.max(loudest, level);
    time.textContent = clock(recorder.seconds);
    meter.style.setProperty('--level', level);
    hint.textContent = loudest === 0 && recorder.seconds > SILENT_SECONDS ? words.silent : words.hint;
    if (recorder.isFull) end(true, false);
  }, 100);
  const end = async (isKept, isByKey) => {
    clearInterval(timer);
    hush();
    place.hidden = true;
    opener.disabled = false;
    opener.focus();
    if (!isKept) recorder.cancel();
    else if (recorder.seconds < SHORTEST_SECONDS) {
      recorder.cancel();
      announce(words.short, true);
    } else {
      recordings += 1;
      onTaken(await recorder.stop(name), isByKey);
    }
  };
  const stop = h('button', { type: 'button', class: 'primary', onclick: (e) => end(true, e.detail === 0) }, words.stop);
  place.replaceChildren(
    h('p', { class: 'recording' }, h('span', { class: 'lamp', 'aria-hidden': 'true' }), words.heading, time), meter, live.element, hint,
    h('div', { class: 'buttons' }, stop, h('button', { type: 'button', class: 'secondary', onclick: () => end(false, false) }, words.cancel)));
  place.hidden = false;
  announce(words.started);
  stop.focus();
}

/** `{element, show}`: the verdict so far, marked as such. Screen readers hear it when its words change. */
function livePanel() {
  const lead = h('span', { class: 'so-far' }, words.listening);
  const said = h('span', { class: 'so-far-verdict' });
  const spectrum = h('div', { class: 'so-far-bars' });
  const element = h('div', { class: 'live' }, h('p', {}, lead, said), spectrum);
  let last = '';
  const show = (results, seconds) => {
    lead.textContent = words.interim(clock(seconds));
    const text = results ? verdict({ ...results[0], segments: [] }) : words.nothing;
    said.textContent = text;
    spectrum.replaceChildren(...(results ? [bars(results[0].labels, { count: 3 }).element] : []));
    const news = results ? results[0].labels[0].label : text;
    if (news !== last) announce(words.announce(text));
    last = news;
  };
  return { element, show };
}
