// The files of the session, one below the other.

import { forget } from './api.js';
import { stripe, verdict } from './bars.js';
import { h, icon } from './dom.js';
import { saveButtons } from './download.js';
import { percent } from './format.js';
import { colour } from './labels.js';
import { genreOf, session } from './session.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const CROSS = 'M6 6l12 12M18 6 6 18';

/** What is known of a track so far, in a few words. */
export function stateOf(track) {
  const states = texts.list.states;
  switch (track.state) {
    case 'done':
      return verdict(genreOf(track));
    case 'busy':
      return states.busy(track.retrySeconds);
    case 'sending':
    case 'listening':
      return states[track.state](percent(track.progress));
    default:
      return states[track.state];
  }
}

/** `{element, update}`: all items; `update(track)` after a change of one, `update()` of the list. */
export function trackList(onChosen) {
  const items = new Map();
  const list = h('ul', { class: 'tracks' });
  const actions = h('div', { class: 'list-actions' },
    saveButtons(() => session.tracks), h('button', { class: 'quiet', type: 'button', onclick: removeAll }, texts.list.removeAll));
  const element = h('section', { class: 'list', 'aria-labelledby': 'list-heading' },
    h('h2', { id: 'list-heading' }, texts.list.heading),
    list,
    actions);
  const update = (track) => {
    if (track) {
      if (items.has(track)) fill(items.get(track), track);
      return;
    }
    for (const known of items.keys()) if (!session.tracks.includes(known)) items.delete(known);
    for (const present of session.tracks) {
      if (!items.has(present)) {
        const item = makeItem(present, onChosen);
        items.set(present, item);
        fill(item, present);
      }
    }
    const wanted = session.tracks.map((present) => items.get(present).element);
    for (const old of [...list.children]) if (!wanted.includes(old)) old.remove();
    wanted.forEach((item, i) => {
      if (list.children[i] !== item) list.insertBefore(item, list.children[i] ?? null);
    });
    element.hidden = wanted.length === 0;
    actions.hidden = wanted.length < 2;
  };
  update();
  return { element, update };
}

function makeItem(track, onChosen) {
  const state = h('span', { class: 'track-state' });
  const line = h('span', { class: 'track-line' });
  const button = h('button', { class: 'track', type: 'button', onclick: () => onChosen(track) }, h('span', { class: 'track-name' }, track.name), state, line);
  const close = h('button', { class: 'quiet square', type: 'button', 'aria-label': texts.list.remove(track.name), onclick: () => removeOne(track) }, icon(CROSS));
  return { element: h('li', {}, button, close), button, state, line };
}

function fill({ button, state, line, element }, track) {
  element.className = `is-${track.state}`;
  button.setAttribute('aria-current', session.selected === track ? 'true' : 'false');
  state.textContent = stateOf(track);
  if (track.state === 'done') {
    const { labels } = genreOf(track);
    line.replaceChildren(stripe(labels));
    for (const [name, value] of Object.entries(colour(labels[0].label))) element.style.setProperty(name, value);
  } else {
    line.style.setProperty('--progress', track.state === 'listening' ? 0.5 + track.progress / 2 : track.progress / 2);
  }
}

function removeOne(track) {
  const index = session.tracks.indexOf(track);
  session.remove(track);
  if (track.id) forget(track.id);
  announce(texts.list.announceRemoved(track.name));
  const left = document.querySelectorAll('.tracks .track');
  (left[Math.min(index, left.length - 1)] ?? document.querySelector('.drop button'))?.focus();
}

function removeAll() {
  for (const track of [...session.tracks]) removeOne(track);
}
