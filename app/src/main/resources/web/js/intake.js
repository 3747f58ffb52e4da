// Where music comes in: drop, choose, paste, record, or one of the examples.

import { h, icon } from './dom.js';
import { filesOf } from './files.js';
import { clock } from './format.js';
import { pump } from './queue.js';
import { Recorder } from './recorder.js';
import { session } from './session.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const SHORTEST_SECONDS = 3;
const SILENT_SECONDS = 3;
const EXAMPLES = ['classical.flac', 'disco.ogg', 'hiphop.ogg', 'jazz.wav', 'metal.mp3', 'reggae.mp3'];
const NOTES = 'M9 18V5l11-2v13M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM20 16a3 3 0 1 1-6 0 3 3 0 0 1 6 0z';
const MICROPHONE = 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 14 0M12 18v3';

let recordings = 0;

/** Takes files into the session and begins with them. */
export function take(files) {
  if (files.length === 0) {
    announce(texts.intake.nothing, true);
    return;
  }
  const first = files.map((file) => session.add(file))[0];
  if (!session.selected || session.selected.state === 'done' || session.selected.state === 'failed') session.select(first);
  announce(texts.list.announceAdded(files.length));
  pump();
}

/** The place to drop things at; small once there is a list. */
export function intake() {
  const input = h('input', { type: 'file', multiple: true, class: 'unseen', tabindex: -1, 'aria-hidden': 'true' });
  input.addEventListener('change', () => {
    take([...input.files]);
    input.value = '';
  });
  const recorder = h('div', { class: 'recorder', hidden: true });
  const record = h('button', { type: 'button', class: 'secondary', onclick: () => startRecording(recorder, record) }, icon(MICROPHONE), texts.intake.record);
  const heading = h('p', { class: 'drop-title' });
  const element = h('div', { class: 'drop' },
    h('span', { class: 'drop-sign', 'aria-hidden': 'true' }, icon(NOTES)),
    heading,
    h('div', { class: 'buttons' }, h('button', { type: 'button', class: 'primary', onclick: () => input.click() }, texts.intake.choose), record),
    h('p', { class: 'note formats' }, texts.intake.or),
    recorder, input);
  const update = () => {
    heading.textContent = session.tracks.length ? texts.intake.more : texts.intake.drop;
  };
  update();
  return { element, update };
}

/** Files may be dropped anywhere, and pasted. */
export function watchDrops(onTaken) {
  let depth = 0;
  const over = (isOver) => document.body.classList.toggle('dropping', isOver);
  const hasFiles = (e) => e.dataTransfer?.types.includes('Files');
  addEventListener('dragenter', (e) => {
    if (!hasFiles(e)) return;
    depth += 1;
    over(true);
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) over(false);
  });
  addEventListener('dragover', (e) => {
    if (hasFiles(e)) e.preventDefault();
  });
  addEventListener('drop', async (e) => {
    if (!hasFiles(e)) return;
    e.preventDefault();
    depth = 0;
    over(false);
    take(await filesOf(e.dataTransfer));
    onTaken();
  });
  addEventListener('paste', async (e) => {
    if (!e.clipboardData?.types.includes('Files')) return;
    take(await filesOf(e.clipboardData));
    onTaken();
  });
}

/** The six clips that come along. */
export function examples() {
  const fetchOne = async (name, button) => {
    button.disabled = true;
    try {
      const blob = await (await fetch(`samples/${name}`)).blob();
      take([new File([blob], name, { type: blob.type })]);
    } catch {
      announce(texts.errors.advice.OFFLINE.join(' '), true);
    }
    button.disabled = false;
  };
  return h('div', { class: 'examples' },
    h('p', { class: 'note', id: 'examples' }, texts.intake.examples),
    h('ul', { 'aria-labelledby': 'examples' }, EXAMPLES.map((name) => {
      const button = h('button', { class: 'chip', type: 'button', onclick: () => fetchOne(name, button) }, name);
      return h('li', {}, button);
    })));
}

async function startRecording(place, opener) {
  opener.disabled = true;
  let recorder;
  try {
    recorder = await Recorder.start();
  } catch (e) {
    announce(texts.recorder[e.message] ?? texts.recorder.unsupported, true);
    opener.disabled = false;
    return;
  }
  let loudest = 0;
  const time = h('span', { class: 'clock' }, clock(0));
  const meter = h('span', { class: 'meter', 'aria-hidden': 'true' }, h('span', {}));
  const hint = h('p', { class: 'note' }, texts.recorder.hint);
  const stop = h('button', { type: 'button', class: 'primary', onclick: () => end(true) }, texts.recorder.stop);
  const timer = setInterval(() => {
    const level = recorder.level();
    loudest = Math.max(loudest, level);
    time.textContent = clock(recorder.seconds);
    meter.style.setProperty('--level', level);
    hint.textContent = loudest === 0 && recorder.seconds > SILENT_SECONDS ? texts.recorder.silent : texts.recorder.hint;
    if (recorder.isFull) end(true);
  }, 100);
  const end = async (isKept) => {
    clearInterval(timer);
    place.hidden = true;
    opener.disabled = false;
    opener.focus();
    if (!isKept) recorder.cancel();
    else if (recorder.seconds < SHORTEST_SECONDS) {
      recorder.cancel();
      announce(texts.recorder.short, true);
    } else {
      recordings += 1;
      take([await recorder.stop(texts.recorder.name(recordings))]);
    }
  };
  place.replaceChildren(
    h('p', { class: 'recording' }, h('span', { class: 'lamp', 'aria-hidden': 'true' }), texts.recorder.heading, time), meter, hint,
    h('div', { class: 'buttons' }, stop, h('button', { type: 'button', class: 'secondary', onclick: () => end(false) }, texts.recorder.cancel)));
  place.hidden = false;
  announce(texts.recorder.started);
  stop.focus();
}
