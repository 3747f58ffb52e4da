// The table that compares: a row for each track, a column for each genre; what failed says so in its row.

import { byName } from './arrange.js';
import { verdict } from './bars.js';
import { h } from './dom.js';
import { explained } from './failure.js';
import { clock, percent, title } from './format.js';
import { colour } from './labels.js';
import { moodVerdict, place } from './mood.js';
import { addressOf, genreOf, moodOf, session } from './session.js';
import { texts } from './texts.js';

const words = texts.compare;

/** `{element, fill, tracks}`: `fill(tracks)` shows these, `tracks()` gives them in the order of the rows. */
export function comparison() {
  const head = h('tr', {});
  const body = h('tbody', {});
  const table = h('table', { class: 'compare' }, h('caption', { class: 'unseen' }, words.table), h('thead', {}, head), body);
  const frame = h('div', { class: 'compare-frame', tabindex: 0, role: 'region', 'aria-label': words.table, onscroll: () => showEdge() }, table);
  const element = h('div', { class: 'card compare-card' }, frame);
  /** A shadow tells of columns that are out of sight. */
  const showEdge = () => element.classList.toggle('has-more', frame.scrollLeft + frame.clientWidth < frame.scrollWidth - 4);
  new ResizeObserver(showEdge).observe(frame);
  const rows = new Map();
  let shown = [];
  let labels = [];
  let hasMoods = false;
  let columns = [];
  let by = null;

  const order = () => {
    const column = columns.find(({ key }) => key === by?.key);
    shown = [...shown].sort((a, b) => a.key - b.key);
    if (column) {
      const direction = by.isReversed ? -1 : 1;
      const isNone = (track) => (column.key !== 'file' && track.state === 'failed' ? 1 : 0);
      shown.sort((a, b) => isNone(a) - isNone(b) || direction * column.order(a, b));
    }
    const focus = document.activeElement;
    body.replaceChildren(...shown.map((track) => rows.get(track)));
    if (body.contains(focus)) focus.focus({ preventScroll: true });
    for (const { key, head: cell, isDown } of columns) {
      if (key !== by?.key) cell.removeAttribute('aria-sort');
      else cell.setAttribute('aria-sort', isDown === by.isReversed ? 'ascending' : 'descending');
    }
  };
  const sortBy = (key) => {
    by = { key, isReversed: by?.key === key && !by.isReversed };
    order();
  };
  const makeHead = () => {
    columns = columnsOf(labels, hasMoods).map((column) => ({
      ...column,
      head: h('th', { scope: 'col', class: column.kind },
        h('button', { type: 'button', class: 'sort', 'aria-label': words.sort(column.name), onclick: () => sortBy(column.key) }, column.name)),
    }));
    head.replaceChildren(...columns.map((column) => column.head));
  };
  return {
    element,
    tracks: () => shown,
    fill(tracks) {
      const known = [...new Set(tracks.filter(({ state }) => state === 'done').flatMap((track) => genreOf(track).labels.map(({ label }) => label)))].sort();
      const withMoods = session.tracks.some((track) => moodOf(track));
      if (known.join() !== labels.join() || withMoods !== hasMoods || columns.length === 0) {
        labels = known;
        hasMoods = withMoods;
        rows.clear();
        makeHead();
      }
      for (const track of rows.keys()) if (!session.tracks.includes(track)) rows.delete(track);
      for (const track of tracks) {
        if (rows.get(track)?.dataset.state !== track.state) rows.set(track, row(track, labels, hasMoods));
      }
      shown = tracks;
      order();
      showEdge();
    },
  };
}

/** `{key, name, kind, isDown, order}`; is down: begins with the highest. */
function columnsOf(labels, hasMoods) {
  const best = (track) => genreOf(track).labels[0].score;
  return [
    { key: 'file', name: words.file, kind: 'name', isDown: false, order: byName },
    { key: 'best', name: words.best, kind: 'word', isDown: true, order: (a, b) => best(b) - best(a) },
    ...labels.map((label) => ({ key: `genre ${label}`, name: title(label), kind: 'upright', isDown: true, order: (a, b) => score(b, label) - score(a, label) })),
    { key: 'mood', name: words.mood, kind: 'word', isDown: true, order: (a, b) => pleasure(b) - pleasure(a) },
    { key: 'length', name: words.length, kind: 'number', isDown: false, order: (a, b) => genreOf(a).durationSeconds - genreOf(b).durationSeconds },
  ].filter(({ key }) => key !== 'mood' || hasMoods);
}

function score(track, label) {
  return genreOf(track)?.labels.find((other) => other.label === label)?.score ?? 0;
}

/** Valence; who has none comes last. */
function pleasure(track) {
  const mood = moodOf(track);
  return (mood && place(mood.labels)?.[0]) ?? -2;
}

function row(track, labels, hasMoods) {
  // On phones the verdict stands below the name, by the style sheet, instead of in a column.
  const link = (said) => h('th', { scope: 'row', class: 'name', 'data-verdict': said },
    h('a', { href: addressOf(track), dir: 'auto', title: track.path, onclick: () => session.select(track) }, track.name));
  if (track.state === 'failed') {
    const [what] = explained(track.error);
    return h('tr', { class: 'is-failed', 'data-state': track.state }, link(texts.list.states.failed),
      h('td', { class: 'failed-why', colspan: labels.length + (hasMoods ? 3 : 2) }, h('span', { class: 'failed-words' }, what)));
  }
  const genre = genreOf(track);
  const mood = moodOf(track);
  return h('tr', { 'data-state': track.state }, link(verdict(genre)),
    h('td', { class: 'word best' }, verdict(genre)),
    labels.map((label) => {
      const share = score(track, label);
      return h('td', { class: 'heat', vars: { ...colour(label), '--score': share } }, share < 0.01 ? h('span', { class: 'little' }, '·') : percent(share));
    }),
    hasMoods ? h('td', { class: 'word' }, mood ? moodVerdict(mood) : '') : null,
    h('td', { class: 'number' }, clock(genre.durationSeconds)));
}
