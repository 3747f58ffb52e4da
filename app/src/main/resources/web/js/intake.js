// Where music comes in: drop, choose, paste, record, or one of the examples.

import { h, icon } from './dom.js';
import { chosen, filesOf } from './files.js';
import { pump } from './queue.js';
import { record } from './recording.js';
import { hasEnded, session } from './session.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const EXAMPLES = [
  'blues.mp3', 'classical.flac', 'country.opus', 'disco.ogg', 'electronic.ogg', 'hiphop.ogg', 'jazz.wav', 'metal.mp3',
  'pop.m4a', 'reggae.mp3', 'rock.mp3',
];
const NOTES = 'M9 18V5l11-2v13M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM20 16a3 3 0 1 1-6 0 3 3 0 0 1 6 0z';
const MICROPHONE = 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 14 0M12 18v3';

/** Takes `{file, path}` into the session and begins with them. */
export function take(entries, isShown = false) {
  if (entries.length === 0) {
    announce(texts.intake.nothing, true);
    return;
  }
  const [first] = session.add(entries);
  if (isShown || !session.selected || hasEnded(session.selected)) session.select(first);
  announce(texts.list.announceAdded(entries.length));
  pump();
}

/** What was asked for by itself is shown at once; for whoever asked with a key, it gets the focus. */
function takeOne(file, isByKey, onByKey) {
  take([{ file, path: file.name }], true);
  if (isByKey) onByKey();
}

/** The place to drop things at; small once there is a list. `onByKey` is called when a key began something. */
export function intake(onByKey) {
  const chooser = (isFolder) => {
    const input = h('input', { type: 'file', multiple: true, webkitdirectory: isFolder, class: 'unseen', tabindex: -1, 'aria-hidden': 'true' });
    input.addEventListener('change', () => {
      take(chosen(input.files));
      input.value = '';
    });
    return input;
  };
  const files = chooser(false);
  const folder = chooser(true);
  const recorder = h('div', { class: 'recorder', hidden: true });
  const recordButton = h('button', { type: 'button', class: 'secondary', onclick: () => record(recorder, recordButton, (file, isByKey) => takeOne(file, isByKey, onByKey)) },
    icon(MICROPHONE), texts.intake.record);
  const heading = h('p', { class: 'drop-title' });
  const choose = h('button', { type: 'button', class: 'primary', onclick: () => files.click() });
  const chooseFolder = h('button', { type: 'button', class: 'secondary', onclick: () => folder.click() });
  const element = h('div', { class: 'drop' },
    h('span', { class: 'drop-sign', 'aria-hidden': 'true' }, icon(NOTES)),
    heading,
    h('div', { class: 'buttons' }, choose, recordButton, chooseFolder),
    h('p', { class: 'note formats' }, texts.intake.or),
    recorder, files, folder);
  const update = () => {
    const isSmall = session.tracks.length > 0;
    heading.textContent = isSmall ? texts.intake.more : texts.intake.drop;
    choose.textContent = isSmall ? texts.intake.short.choose : texts.intake.choose;
    chooseFolder.textContent = isSmall ? texts.intake.short.folder : texts.intake.folder;
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

/** The clips that come along. */
export function examples(onByKey) {
  const fetchOne = async (name, button, isByKey) => {
    if (button.getAttribute('aria-disabled')) return;
    // A button that is truly disabled would lose the focus.
    button.setAttribute('aria-disabled', 'true');
    try {
      const answer = await fetch(`samples/${name}`);
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      const blob = await answer.blob();
      takeOne(new File([blob], name, { type: blob.type }), isByKey, onByKey);
    } catch {
      announce(texts.errors.advice.OFFLINE.join(' '), true);
    }
    button.removeAttribute('aria-disabled');
  };
  return h('div', { class: 'examples' },
    h('p', { class: 'note', id: 'examples' }, texts.intake.examples),
    h('ul', { 'aria-labelledby': 'examples' }, EXAMPLES.map((name) => {
      const button = h('button', { class: 'chip', type: 'button', onclick: (e) => fetchOne(name, button, e.detail === 0) }, name);
      return h('li', {}, button);
    })));
}
