// What the user says of songs: labels to press, a key for each, and a way back.

import { h } from '../dom.js';
import { explained } from '../failure.js';
import { title } from '../format.js';
import { colour } from '../labels.js';
import { announce } from '../status.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { fullName } from './words.js';

const words = texts.library.correct;
const KEYS = '1234567890abcdefghijklmnopqrstuvwxyz';
const MOST_UNDONE = 100;

/** The key of a label by its place; none beyond those that there are. */
export const keyOf = (place) => KEYS[place] ?? '';

/** The label that a key means; undefined for every other key. */
export function labelOf(e, labels) {
  if (e.ctrlKey || e.metaKey || e.altKey || e.key.length !== 1) return undefined;
  const place = KEYS.indexOf(e.key.toLowerCase());
  return place < 0 ? undefined : labels[place];
}

const done = [];
export const changes = new EventTarget();

const tell = (song) => changes.dispatchEvent(new CustomEvent('song', { detail: song }));

/** What was said before in place of what is heard. */
const before = (song, field) => song.corrections?.[field] ?? (song.models[field]?.corrected ? [song.models[field].label] : []);

/** Says what a song is; resolves to the song as it is now, null if that failed. */
export async function correct(song, field, labels) {
  const old = before(song, field);
  try {
    const now = await calls.correct(song.id, field, labels);
    done.push({ id: song.id, field, old });
    if (done.length > MOST_UNDONE) done.shift();
    announce(labels.length ? words.done(fullName(song), labels.map(title).join(', ')) : words.taken(fullName(song), field), true);
    tell(now);
    return now;
  } catch (e) {
    announce(explained(e).join(' '), true);
    return null;
  }
}

/** Takes the last one back. */
export async function undo() {
  const last = done.pop();
  if (!last) return;
  try {
    const now = await calls.correct(last.id, last.field, last.old);
    announce(words.undone(fullName(now)), true);
    tell(now);
  } catch (e) {
    announce(explained(e).join(' '), true);
  }
}

/** Ctrl+Z, except where it means a text; ends with the signal. */
export function watchUndo(signal) {
  addEventListener('keydown', (e) => {
    if (e.key !== 'z' || !(e.ctrlKey || e.metaKey) || e.shiftKey || done.length === 0) return;
    if (e.target instanceof Element && e.target.matches('input, textarea')) return;
    e.preventDefault();
    undo();
  }, { signal });
}

/** The labels of a model as buttons with their keys; `pressed` are those that hold. */
export function labelButtons(labels, pressed, onPress, { hasKeys = true } = {}) {
  return h('ul', { class: 'label-keys' }, labels.map((label, i) => h('li', {},
    h('button', { class: 'chip label-key', type: 'button', 'aria-pressed': String(pressed.includes(label)), vars: colour(label), 'aria-keyshortcuts': hasKeys && keyOf(i) ? keyOf(i) : null, onclick: () => onPress(label) },
      h('span', { class: 'swatch', 'aria-hidden': 'true' }), title(label), hasKeys && keyOf(i) ? h('kbd', { 'aria-hidden': 'true' }, keyOf(i)) : null))));
}

/**
 * `{element, key}`: a strip above the list. While it is on, the key of a label says it of the row
 * with the focus; off, no letter changes anything.
 *
 * @param current gives the song of that row
 * @param onSaid told of the song as it is now
 */
export function correctStrip(speakers, current, onSaid) {
  let [isOn, model] = [false, speakers[0]];
  const names = () => model.labels.map(({ label }) => label);
  const toggle = h('button', { class: 'quiet', type: 'button', 'aria-pressed': 'false', onclick: () => turn(!isOn) }, words.toggle);
  const field = h('select', { 'aria-label': words.field, onchange: () => {
    model = speakers.find(({ name }) => name === field.value);
    show();
  } }, speakers.map(({ name }) => h('option', { value: name }, title(name))));
  const legend = h('div', { class: 'correct-legend' });
  const element = h('div', { class: 'correct-strip' }, h('div', { class: 'correct-tools' }, toggle, field, h('button', { class: 'quiet', type: 'button', onclick: undo }, words.undo)), legend);
  const say = (song, labels) => song && correct(song, model.name, labels).then((now) => now && onSaid(now));
  const show = () => {
    toggle.setAttribute('aria-pressed', String(isOn));
    element.classList.toggle('is-on', isOn);
    legend.hidden = !isOn;
    legend.replaceChildren(h('p', { class: 'note' }, words.hint),
      h('ul', { class: 'key-list' }, names().map((label, i) => h('li', {}, h('button', { class: 'legend-jump', type: 'button', vars: colour(label), onclick: () => say(current(), [label]) },
        h('kbd', { 'aria-hidden': 'true' }, keyOf(i)), h('span', { class: 'swatch', 'aria-hidden': 'true' }), title(label))))));
  };
  const turn = (on) => {
    isOn = on;
    show();
    announce(on ? words.on : words.off);
  };
  show();
  return {
    element,
    /** Takes a key for a song; whether it did. */
    key(e, song) {
      if (!isOn) return false;
      const label = labelOf(e, names());
      if (!label && e.key !== 'Backspace') return false;
      say(song, label ? [label] : []);
      return true;
    },
  };
}
