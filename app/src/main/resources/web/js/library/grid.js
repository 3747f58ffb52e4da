// Songs as a list of any length: only the rows in sight exist, and their songs are asked for a page at a time.

import { h, icon } from '../dom.js';
import { clock, title } from '../format.js';
import { colour } from '../labels.js';
import { soon } from '../soon.js';
import { announce } from '../status.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { deck } from './deck.js';
import { address, fullName, nameOf, number, said } from './words.js';

const words = texts.library;
const PAGE = 100;
const SPARE = 6;
const ROW = 52;
/** What is beside the rows themselves when a page of them is turned. */
const OVERLAP = 1;

/**
 * `{element, ask, refresh, current, replace, move, close}`: the songs of a query.
 *
 * @param speakers models that have a column
 * @param onKey told of keys that are not for moving: `(event, song, index)`; true if it took one
 * @param onFound told how many songs there are, or of an error
 * @param onSort told of the order that a column's head asks for
 */
export function songGrid({ speakers, onKey, onFound, onSort }) {
  let [query, sort, total, current] = ['', '', 0, 0];
  let pages = new Map();
  let asking = new AbortController();
  const shown = new Map();
  const columns = [['title', words.columns.title], ['artist', words.columns.artist],
    ...speakers.map(({ name }) => [name, title(name)]), ['length', words.columns.length]];
  const heads = columns.map(([field, text]) => h('span', { class: `cell head is-${kind(field)}`, role: 'columnheader' },
    h('button', { class: 'sort', type: 'button', onclick: () => turn(field) }, text)));
  const head = h('div', { class: 'songs-head', role: 'rowgroup' },
    h('div', { class: 'song-row', role: 'row', 'aria-rowindex': 1 }, h('span', { class: 'cell is-play', role: 'columnheader' }, h('span', { class: 'unseen' }, words.columns.play)), heads));
  const body = h('div', { class: 'songs-space', role: 'rowgroup' });
  const view = h('div', { class: 'songs-view', role: 'presentation' }, body);
  const element = h('div', { class: 'songs', role: 'grid', 'aria-label': words.songs, vars: { '--models': String(speakers.length) }, onkeydown: key }, head, view);

  function kind(field) {
    return ['title', 'artist', 'length'].includes(field) ? field : 'model';
  }

  function turn(field) {
    onSort(sort === field ? `-${field}` : field);
  }

  /** The song of a row; undefined until it is there. */
  const at = (index) => {
    const page = pages.get(Math.floor(index / PAGE));
    return Array.isArray(page) ? page[index % PAGE] : undefined;
  };

  function need(page) {
    if (pages.has(page)) return pages.get(page);
    const from = pages;
    const asked = calls.songs(query, sort, page * PAGE, PAGE, asking.signal).then(
      (answer) => {
        if (from !== pages) return [];
        pages.set(page, answer.songs);
        if (answer.total !== total) resize(answer.total);
        draw();
        return answer.songs;
      },
      (e) => {
        from.delete(page);
        if (e.name !== 'AbortError' && from === pages) onFound(e);
        return [];
      });
    pages.set(page, asked);
    return asked;
  }

  function resize(count) {
    total = count;
    current = Math.min(current, Math.max(0, total - 1));
    body.style.height = `${total * ROW}px`;
    element.setAttribute('aria-rowcount', total + 1);
    onFound(total);
  }

  const needSoon = soon(() => {
    const [first, last] = range();
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE) && page * PAGE < total; page += 1) need(page);
  }, 60);

  function range() {
    const first = Math.max(0, Math.floor(view.scrollTop / ROW) - SPARE);
    return [first, Math.min(total - 1, Math.ceil((view.scrollTop + view.clientHeight) / ROW) + SPARE)];
  }

  /** Brings the rows that exist to those in sight; the one with the focus stays. */
  function draw() {
    const [first, last] = range();
    for (const [index, row] of shown) {
      if ((index < first || index > last) && index !== current) {
        row.element.remove();
        shown.delete(index);
      }
    }
    let isMissing = false;
    for (let index = first; index <= last; index += 1) isMissing = fill(index) || isMissing;
    if (total > 0 && (current < first || current > last)) fill(current);
    if (isMissing) needSoon();
  }

  /** Shows a row; whether its song is still missing. */
  function fill(index) {
    let row = shown.get(index);
    const song = at(index);
    if (!row) {
      row = { song: null, element: h('div', { class: 'song-row', role: 'row', 'aria-rowindex': index + 2, tabindex: index === current ? 0 : -1, onfocus: () => choose(index), ondblclick: () => open(at(index)) }) };
      row.element.style.top = `${index * ROW}px`;
      shown.set(index, row);
      place(row.element, index);
    }
    if (song && row.song !== song) {
      row.song = song;
      row.element.replaceChildren(...cells(song, index));
      row.element.classList.toggle('is-playing', deck.id === song.id);
    } else if (!song && !row.element.firstChild) {
      row.element.append(h('span', { class: 'cell is-title', role: 'gridcell' }, h('span', { class: 'ghost-text' })));
    }
    return !song;
  }

  /** In their order, also for who reads them one after the other. */
  function place(row, index) {
    let next = null;
    for (const [other, { element: sibling }] of shown) {
      if (other > index && sibling.isConnected && (next === null || other < next.other)) next = { other, sibling };
    }
    body.insertBefore(row, next?.sibling ?? null);
  }

  function cells(song, index) {
    const cell = (name, ...inside) => h('span', { class: `cell is-${name}`, role: 'gridcell' }, inside);
    const play = h('button', { class: 'quiet square row-play', type: 'button', tabindex: -1, 'aria-label': words.playSong(fullName(song)), onclick: () => playFrom(index) }, icon(PLAY));
    return [
      cell('play', song.error ? null : play),
      cell('title', h('a', { href: address('song', song.id), tabindex: -1, dir: 'auto' }, nameOf(song)), song.error ? h('span', { class: 'row-fault' }, song.error.code) : null),
      cell('artist', h('span', { dir: 'auto' }, song.artist ?? '')),
      ...speakers.map(({ name }) => {
        const verdict = song.models[name];
        return cell('model', verdict ? h('span', { class: `row-verdict${verdict.sure ? '' : ' is-unsure'}`, vars: colour(verdict.label) },
          h('span', { class: 'swatch', 'aria-hidden': 'true' }), h('span', { class: 'row-label' }, said(verdict))) : null);
      }),
      cell('length', song.durationSeconds === undefined ? '' : clock(song.durationSeconds)),
    ];
  }

  function open(song) {
    if (song) location.hash = address('song', song.id);
  }

  /** Plays this song and then those below it. */
  function playFrom(index) {
    const [asked, order] = [query, sort];
    deck.play({ total, at: async (i) => (asked === query && order === sort ? at(i) : null) ?? (await calls.songs(asked, order, i, 1)).songs[0] }, index);
  }

  function choose(index) {
    if (index === current) return;
    shown.get(current)?.element.setAttribute('tabindex', -1);
    current = index;
    shown.get(index)?.element.setAttribute('tabindex', 0);
    needSoon();
  }

  /** Goes to a row. */
  function move(index) {
    if (total === 0) return;
    const wanted = Math.min(total - 1, Math.max(0, index));
    const top = wanted * ROW;
    if (top < view.scrollTop) view.scrollTop = top;
    else if (top + ROW > view.scrollTop + view.clientHeight) view.scrollTop = top + ROW - view.clientHeight;
    const before = shown.get(current)?.element;
    fill(wanted);
    before?.setAttribute('tabindex', -1);
    current = wanted;
    const row = shown.get(wanted).element;
    row.setAttribute('tabindex', 0);
    row.focus({ preventScroll: true });
    draw();
  }

  function key(e) {
    if (!(e.target instanceof Element) || !e.target.closest('.songs-space') || e.altKey) return;
    const song = at(current);
    const rows = Math.max(1, Math.floor(view.clientHeight / ROW) - OVERLAP);
    const steps = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + rows, PageUp: current - rows, Home: 0, End: total - 1 };
    if (e.key in steps && !e.ctrlKey && !e.metaKey) move(steps[e.key]);
    else if (e.key === 'Enter' && song && !e.ctrlKey && !e.metaKey) open(song);
    else if (e.key === ' ' && song) {
      if (deck.id === song.id) deck.toggle();
      else if (!song.error) playFrom(current);
    } else if (!song || !onKey(e, song, current)) return;
    e.preventDefault();
  }

  function mark() {
    for (const { element: row, song } of shown.values()) row.classList.toggle('is-playing', song !== null && deck.id === song?.id);
  }

  view.addEventListener('scroll', draw, { passive: true });
  const size = new ResizeObserver(draw);
  size.observe(view);
  deck.addEventListener('change', mark);

  return {
    element,
    /** Shows the songs of another query or order, from the first on. */
    async ask(newQuery, newSort, isSaid = false) {
      [query, sort, current] = [newQuery, newSort, 0];
      asking.abort();
      asking = new AbortController();
      pages = new Map();
      heads.forEach((cell, i) => {
        const field = columns[i][0];
        if (sort.replace(/^-/, '') === field) cell.setAttribute('aria-sort', sort.startsWith('-') ? 'descending' : 'ascending');
        else cell.removeAttribute('aria-sort');
      });
      const mine = pages;
      await need(0);
      if (mine !== pages) return;
      for (const { element: row } of shown.values()) row.remove();
      shown.clear();
      view.scrollTop = 0;
      draw();
      if (isSaid) announce(words.found(number(total), total));
    },
    /** Asks again, for whoever looks at it stays where he is. */
    refresh() {
      const [first, last] = range();
      pages = new Map();
      for (let page = Math.floor(first / PAGE); page <= Math.max(0, Math.floor(last / PAGE)); page += 1) need(page);
    },
    /** The row with the focus, for whoever comes back to it. */
    get current() {
      return current;
    },
    /** Its song; undefined while that is asked for. */
    get song() {
      return at(current);
    },
    /** Puts a song that changed in the place of what it was. */
    replace(song) {
      for (const page of pages.values()) {
        if (!Array.isArray(page)) continue;
        const i = page.findIndex(({ id }) => id === song.id);
        if (i >= 0) page[i] = song;
      }
      draw();
    },
    move,
    close() {
      asking.abort();
      size.disconnect();
      deck.removeEventListener('change', mark);
    },
  };
}

const PLAY = 'M7 4.500v15l12-7.500z';
