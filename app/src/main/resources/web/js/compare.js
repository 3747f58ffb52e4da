// All tracks of the session beside each other: a table of genres, and moods on one plane.

import { verdict } from './bars.js';
import { h } from './dom.js';
import { saveButtons } from './download.js';
import { clock, percent, title } from './format.js';
import { colour } from './labels.js';
import { place, plane } from './mood.js';
import { genreOf, moodOf, session } from './session.js';
import { texts } from './texts.js';

/** `{element, close}` of the page. */
export function compareView() {
  const body = h('div', {});
  const fill = () => body.replaceChildren(...content(session.tracks.filter((track) => track.state === 'done')));
  const events = new AbortController();
  for (const type of ['list', 'state']) session.addEventListener(type, fill, { signal: events.signal });
  fill();
  const element = h('div', { class: 'page' }, h('h1', { tabindex: -1 }, texts.compare.heading), h('p', { class: 'lead' }, texts.compare.lead), body);
  return { element, close: () => events.abort() };
}

function content(tracks) {
  if (tracks.length === 0) {
    return [h('div', { class: 'card' }, h('p', {}, texts.compare.empty), h('p', {}, h('a', { class: 'button primary', href: '#/' }, texts.compare.toListen)))];
  }
  const dots = tracks
    .map((track) => ({ track, at: moodOf(track) && place(moodOf(track).labels) }))
    .filter(({ at }) => at)
    .map(({ track, at }) => ({ at, kind: 'whole', name: track.name, vars: colour(genreOf(track).labels[0].label) }));
  return [
    genreTable(tracks),
    h('div', { class: 'list-actions' },
      saveButtons(() => tracks)),
    dots.length ? h('section', { class: 'card mood side-by-side' }, h('h2', {}, texts.compare.moods), plane(dots, dots.map(({ name }) => name).join(', '), moodOf(tracks.find(moodOf)).labels).element) : null,
  ].filter(Boolean);
}

function genreTable(tracks) {
  const labels = [...new Set(tracks.flatMap((track) => genreOf(track).labels.map(({ label }) => label)))].sort();
  const score = (track, label) => genreOf(track).labels.find((other) => other.label === label)?.score ?? 0;
  const columns = [
    { name: texts.compare.file, order: (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }) },
    { name: texts.compare.best, order: (a, b) => genreOf(b).labels[0].score - genreOf(a).labels[0].score },
    ...labels.map((label) => ({ name: title(label), order: (a, b) => score(b, label) - score(a, label) })),
    { name: texts.compare.length, order: (a, b) => genreOf(a).durationSeconds - genreOf(b).durationSeconds },
  ];
  const body = h('tbody', {});
  const fill = (sorted) => body.replaceChildren(...sorted.map((track) => row(track, labels, score)));
  const heads = columns.map((column, i) => {
    const head = h('th', { scope: 'col', class: i > 1 && i < columns.length - 1 ? 'upright' : null },
      h('button', { type: 'button', class: 'sort', 'aria-label': texts.compare.sort(column.name), onclick: () => sort(column, head) }, column.name));
    return head;
  });
  const sort = (column, head) => {
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', 'other');
    fill([...tracks].sort(column.order));
  };
  fill(tracks);
  return h('div', { class: 'card scroll', tabindex: 0, role: 'region', 'aria-label': texts.compare.table },
    h('table', { class: 'compare' }, h('caption', { class: 'unseen' }, texts.compare.table), h('thead', {}, h('tr', {}, heads)), body));
}

function row(track, labels, score) {
  const genre = genreOf(track);
  return h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: `#/result/${track.id}` }, track.name)),
    h('td', { class: 'word' }, verdict(genre)),
    labels.map((label) => {
      const share = score(track, label);
      return h('td', { class: 'heat', vars: { ...colour(label), '--score': share } }, share < 0.01 ? h('span', { class: 'little' }, '·') : percent(share));
    }),
    h('td', { class: 'number' }, clock(genre.durationSeconds)));
}
