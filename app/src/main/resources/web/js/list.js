// The files of the session, one below the other: found, ordered, grouped, removed, saved.

import { arrangement } from './arrangement.js';
import { stateOf, stripe } from './bars.js';
import { h, icon } from './dom.js';
import { saveButtons } from './download.js';
import { colour } from './labels.js';
import { progressView, shareOf } from './progress.js';
import { remove } from './removal.js';
import { scroller } from './scroller.js';
import { genreOf, session } from './session.js';
import { soon } from './soon.js';
import { texts } from './texts.js';
import { filterField, orderTools } from './tools.js';

const CROSS = 'M6 6l12 12M18 6 6 18';
const MANY = 2;
/** From so many on, rows that are out of sight are not drawn. */
const LONG = 60;

/** `{element, update, select, close}`: all items; `update(track)` after a change of one, `select()` after another was chosen. */
export function trackList(onChosen) {
  const items = new Map();
  const sections = new Map();
  const list = h('div', { class: 'tracks', onkeydown: (e) => key(e, list) });
  const frame = scroller(list, () => [...list.querySelectorAll('li')].filter((row) => row.checkVisibility()));
  const overall = progressView();
  const filter = filterField();
  const tools = orderTools();
  const nothing = h('p', { class: 'note', hidden: true }, texts.tools.nothing);
  const removeFailed = h('button', { class: 'quiet remove-failed', type: 'button', onclick: () => removeMany(failed()) });
  const removeAll = h('button', { class: 'quiet remove-all', type: 'button', onclick: () => removeMany(shown()) });
  const actions = h('div', { class: 'list-actions' }, saveButtons(() => arrangement.groups()), removeFailed, removeAll);
  const skip = h('a', { class: 'skip-list', href: '#main', onclick: (e) => {
    e.preventDefault();
    onChosen(session.selected);
  } }, texts.list.skip);
  const element = h('section', { class: 'list', 'aria-labelledby': 'list-heading' },
    h('h2', { id: 'list-heading' }, texts.list.heading), overall.element, filter.element, tools.element, skip, frame.element, nothing, actions);
  let chosen = null;

  const itemOf = (track) => {
    if (!items.has(track)) {
      items.set(track, makeItem(track, onChosen, list));
      fill(items.get(track), track);
    }
    return items.get(track);
  };
  /** Brings sections and items into the order of the arrangement, moving only what has to move. */
  const arrange = () => {
    const focus = document.activeElement;
    const groups = arrangement.groups();
    for (const known of items.keys()) if (!session.tracks.includes(known)) items.delete(known);
    align(list, groups.map((group) => sectionOf(sections, group).element));
    for (const group of groups) align(sectionOf(sections, group).list, group.tracks.map((track) => itemOf(track).element));
    if (focus !== document.activeElement && list.contains(focus)) focus.focus({ preventScroll: true });
    const count = session.tracks.length;
    list.classList.toggle('is-long', count >= LONG);
    const failures = failed().length;
    element.hidden = count === 0;
    nothing.hidden = groups.some(({ tracks }) => tracks.length > 0);
    for (const part of [tools.element, actions]) part.hidden = count < MANY;
    filter.element.hidden = count < MANY && arrangement.filter === '';
    skip.hidden = count < MANY;
    removeFailed.hidden = failures === 0;
    removeFailed.textContent = texts.list.removeFailed(failures);
    removeAll.textContent = arrangement.filter.trim() ? texts.list.removeShown(shown().length) : texts.list.removeAll;
    filter.update();
    tools.update();
    frame.refresh();
  };
  const arrangeSoon = soon(arrange, 150);
  const events = new AbortController();
  const on = (target, type, callback) => target.addEventListener(type, callback, { signal: events.signal });
  on(session, 'list', ({ detail: added }) => {
    arrange();
    const first = added.find((track) => items.get(track)?.element.isConnected);
    if (first) frame.reveal(items.get(first).element);
  });
  on(session, 'state', ({ detail: track }) => {
    arrangeSoon();
    if (track.state === 'sending' && arrangement.order === 'added' && arrangement.group === 'none' && items.has(track)) frame.follow(items.get(track).element);
  });
  on(arrangement, 'change', arrange);
  arrange();
  return {
    element,
    update(track) {
      if (items.has(track)) fill(items.get(track), track);
    },
    select() {
      for (const track of [chosen, session.selected]) if (items.has(track)) fill(items.get(track), track);
      chosen = session.selected;
    },
    close() {
      events.abort();
      for (const part of [overall, filter, tools]) part.close();
    },
  };
}

function shown() {
  return arrangement.groups().flatMap(({ tracks }) => tracks);
}

function failed() {
  return session.tracks.filter(({ state }) => state === 'failed');
}

/** Makes elements the children of a parent, in their order. */
function align(parent, wanted) {
  const keep = new Set(wanted);
  for (const old of [...parent.children]) if (!keep.has(old)) old.remove();
  let at = parent.firstElementChild;
  for (const element of wanted) {
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
}

/** `{element, list}` of a group; groups with a title can be folded up. */
function sectionOf(sections, { key, title, tracks }) {
  if (!sections.has(key)) {
    const list = h('ul', { class: 'track-items' });
    const count = h('span', { class: 'group-count' });
    const element = key === '' ? list : h('details', { class: 'group', open: true, vars: key.startsWith('?') ? { '--chroma': 0.01 } : colour(key) },
      h('summary', {}, h('span', { class: 'swatch', 'aria-hidden': 'true' }), h('span', {}, title), ' ', count), list);
    sections.set(key, { element, list, count });
  }
  const section = sections.get(key);
  section.count.textContent = String(tracks.length);
  return section;
}

function makeItem(track, onChosen, list) {
  const state = h('span', { class: 'track-state' });
  const line = h('span', { class: 'track-line' });
  const name = h('span', { class: 'track-name', dir: 'auto', title: track.path }, track.name);
  const button = h('button', { class: 'track', type: 'button', onclick: () => onChosen(track) }, name, state, line);
  const close = h('button', { class: 'quiet square', type: 'button', 'aria-label': texts.list.remove(track.name), onclick: () => removeOne(track, button, list) }, icon(CROSS));
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
    line.replaceChildren();
    line.style.setProperty('--progress', shareOf(track));
  }
}

/** The buttons of the tracks that can be seen, from top to bottom. */
function buttons(list) {
  return [...list.querySelectorAll('.track')].filter((button) => button.checkVisibility());
}

/** Removes a track; the one in its place gets the focus. */
function removeOne(track, button, list) {
  const index = buttons(list).indexOf(button);
  remove([track]);
  const left = buttons(list);
  (left[Math.min(index, left.length - 1)] ?? document.querySelector('.undo-button'))?.focus();
}

/** Removes many; the way back gets the focus. */
function removeMany(tracks) {
  remove(tracks);
  document.querySelector('.undo-button')?.focus();
}

/** Arrow keys, Home and End go from track to track, Delete removes. */
function key(event, list) {
  const all = buttons(list);
  const at = all.indexOf(document.activeElement);
  if (at < 0) return;
  const goals = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
  if (event.key === 'Delete') all[at].nextElementSibling.click();
  else if (event.key in goals) all[Math.min(all.length - 1, Math.max(0, goals[event.key]))].focus();
  else return;
  event.preventDefault();
}
