// All tracks of the session beside each other: a table of genres, what failed included, and moods on one plane.

import { arrangement } from './arrangement.js';
import { h } from './dom.js';
import { saveButtons } from './download.js';
import { comparison } from './comparison.js';
import { colour } from './labels.js';
import { moodVerdict, moodWord, place } from './mood.js';
import { plane } from './plane.js';
import { progressView } from './progress.js';
import { addressOf, genreOf, hasEnded, moodOf, session } from './session.js';
import { soon } from './soon.js';
import { texts } from './texts.js';
import { filterField } from './tools.js';

/** `{element, close}` of the page. */
export function compareView() {
  const overall = progressView();
  const filter = filterField();
  const table = comparison();
  const moods = h('section', { class: 'card mood side-by-side' });
  const empty = h('div', { class: 'card' }, h('p', {}, texts.compare.empty), h('p', {}, h('a', { class: 'button primary', href: '#/' }, texts.compare.toListen)));
  const nothing = h('p', { class: 'note' }, texts.tools.nothing);
  const actions = h('div', { class: 'list-actions' }, saveButtons(() => [{ title: '', tracks: table.tracks() }]));
  let map = null;
  let drawn = [];

  const fill = () => {
    const ended = arrangement.filtered().filter(hasEnded);
    table.fill(ended);
    const hasAny = session.tracks.some(hasEnded);
    empty.hidden = session.tracks.length > 0;
    nothing.hidden = !hasAny || ended.length > 0;
    filter.element.hidden = !hasAny;
    for (const part of [table.element, actions]) part.hidden = ended.length === 0;
    filter.update();
    drawMoods(ended.filter((track) => track.state === 'done' && moodOf(track) && place(moodOf(track).labels)));
  };
  /** Draws the plane anew only if its dots are others; the focus stays on its dot. */
  const drawMoods = (tracks) => {
    if (tracks.length === drawn.length && tracks.every((track, i) => track === drawn[i])) return;
    drawn = tracks;
    const focus = document.activeElement?.closest('.side-by-side [data-key]')?.dataset.key;
    map?.close();
    moods.hidden = tracks.length === 0;
    if (moods.hidden) return;
    const counts = new Map();
    for (const track of tracks) {
      const word = moodWord(moodOf(track).labels[0].label);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const words = [...counts].sort((a, b) => b[1] - a[1]).map(([word, n]) => texts.compare.count(n, word)).join(', ');
    map = plane(tracks.map(dotOf), words, moodOf(tracks[0]).labels);
    moods.replaceChildren(h('h2', {}, texts.compare.moods), h('p', { class: 'note' }, texts.compare.dots), map.element);
    if (focus) map.focus(focus);
  };
  moods.hidden = true;
  const later = soon(fill, 150);
  const events = new AbortController();
  for (const type of ['list', 'state']) session.addEventListener(type, later, { signal: events.signal });
  arrangement.addEventListener('change', fill, { signal: events.signal });
  fill();
  const element = h('div', { class: 'page' },
    h('h1', { tabindex: -1 }, texts.compare.heading), h('p', { class: 'lead' }, texts.compare.lead),
    h('div', { class: 'compare-head' }, filter.element, overall.element), empty, nothing, table.element, actions, moods);
  return {
    element,
    close() {
      events.abort();
      map?.close();
      overall.close();
      filter.close();
    },
  };
}

function dotOf(track) {
  const mood = moodOf(track);
  return {
    at: place(mood.labels), kind: 'whole of many', key: String(track.key), name: track.name, said: moodVerdict(mood), href: addressOf(track),
    onopen: () => session.select(track),
    vars: colour(genreOf(track).labels[0].label),
  };
}
