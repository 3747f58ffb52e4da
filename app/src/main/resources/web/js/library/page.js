// The library: its songs as a list, one song, the map. What all three share stands above them.

import { h, icon } from '../dom.js';
import { explained } from '../failure.js';
import { soon } from '../soon.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { changes, correctStrip, watchUndo } from './correct.js';
import { songGrid } from './grid.js';
import { saveList } from './lists.js';
import { mapView } from './map.js';
import { scanStrip } from './scan.js';
import { searchLine } from './search.js';
import { songView } from './song.js';
import { address, number, speakers } from './words.js';

const words = texts.library;
const SAVE = 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14';
const REFRESH_MILLIS = 3000;

/** `{element, go, close}`; `go([page, argument])` shows `songs QUERY`, `song ID` or `map QUERY`. */
export function libraryView() {
  const ended = new AbortController();
  const stage = h('div', { class: 'library-stage' });
  const facts = h('p', { class: 'lead library-facts' });
  const tabs = { songs: h('a', { href: address('songs') }, words.tabs.songs), map: h('a', { href: address('map') }, words.tabs.map) };
  const tools = h('div', { class: 'library-tools' });
  const top = h('div', { class: 'library-top' });
  const heading = h('h1', { tabindex: -1 }, words.heading);
  const element = h('div', { class: 'page library' }, h('div', { class: 'library-head' }, heading, facts), top, stage);
  let shown = { page: '', view: null };
  let summary = null;
  let wanted = ['songs', ''];
  /** Where the list was left, for whoever comes back from a song. */
  let list = null;
  let sort = '';

  const search = searchLine((query, isFinal) => {
    const page = shown.page === 'map' ? 'map' : 'songs';
    history.replaceState(null, '', address(page, query));
    link(query);
    shown.view?.ask?.(query, isFinal);
  });

  function link(query) {
    for (const [name, tab] of Object.entries(tabs)) tab.href = address(name, query);
  }

  async function open() {
    try {
      summary = await calls.summary();
    } catch (e) {
      missing(e);
      return;
    }
    const scan = scanStrip(changed, ended.signal);
    const playlist = h('button', { class: 'secondary', type: 'button', onclick: savePlaylist }, icon(SAVE), words.playlist);
    tools.replaceChildren(h('nav', { class: 'library-tabs', 'aria-label': words.views }, tabs.songs, tabs.map), h('div', { class: 'library-buttons' }, playlist, scan.button));
    top.replaceChildren(search.element, tools, scan.element);
    tell();
    watchUndo(ended.signal);
    await go(wanted);
  }

  function tell() {
    const faults = Object.values(summary.faults).reduce((sum, n) => sum + n, 0);
    facts.textContent = words.facts(number(summary.songs), Math.round(summary.seconds / 3600), number(faults), faults);
    search.learn(summary);
  }

  /** Somebody changed the library: a scan, a correction, the command line. */
  const changed = soon(async () => {
    if (ended.signal.aborted) return;
    try {
      summary = await calls.summary();
      tell();
    } catch {
      return; // said where something is asked for
    }
    shown.view?.refresh?.();
  }, REFRESH_MILLIS);

  const savePlaylist = () => saveList({ query: search.value, sort: shown.page === 'map' ? '' : sort });

  /** How to make a library, where there is none. */
  function missing(e) {
    if (e.code !== 'NO_LIBRARY') {
      stage.replaceChildren(h('p', { class: 'card failure', role: 'alert' }, explained(e).join(' ')));
      return;
    }
    facts.textContent = words.none.lead;
    stage.replaceChildren(h('div', { class: 'card none' }, h('h2', {}, words.none.heading),
      h('ol', { class: 'steps' }, words.none.steps.map(([text, command]) => h('li', {}, text, h('code', { class: 'command' }, command)))),
      h('p', { class: 'note' }, words.none.said, ' ', e.message),
      h('button', { type: 'button', class: 'primary', onclick: () => {
        stage.replaceChildren();
        open();
      } }, words.none.again)));
  }

  function listView() {
    if (list) return list;
    const columns = speakers(summary.models);
    const strip = columns.length ? correctStrip(columns, () => grid.song, (song) => {
      grid.replace(song);
      grid.move(grid.current + 1);
    }) : null;
    const grid = songGrid({
      speakers: columns.slice(0, 2),
      onKey: (e, song) => strip?.key(e, song) ?? false,
      onFound: (found) => {
        if (typeof found === 'number') search.say(words.found(number(found), found));
        else search.say(found.code === 'BAD_QUERY' ? words.badQuery(found.message) : explained(found).join(' '), true);
      },
      onSort: (order) => {
        sort = order;
        grid.ask(search.value, sort);
      },
    });
    const onSong = ({ detail }) => grid.replace(detail);
    changes.addEventListener('song', onSong);
    const keys = h('p', { class: 'note keys' }, words.keys);
    list = {
      element: h('div', { class: 'library-list' }, strip?.element, grid.element, keys),
      ask: (query, isFinal) => grid.ask(query, sort, isFinal),
      refresh: () => grid.refresh(),
      comeBack: () => grid.move(grid.current),
      close() {
        changes.removeEventListener('song', onSong);
        grid.close();
      },
    };
    return list;
  }

  async function go(parts) {
    wanted = parts;
    if (!summary) return;
    const [page = '', argument = ''] = parts;
    const name = page === 'song' || page === 'map' ? page : 'songs';
    const before = shown;
    if (before.page === 'map' || before.page === 'song') before.view.close();
    for (const [key, tab] of Object.entries(tabs)) {
      if (key === name) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    top.hidden = name === 'song';
    heading.parentElement.hidden = name === 'song';
    if (name === 'song') {
      shown = { page: name, view: songView(argument, summary, search.value) };
      stage.replaceChildren(shown.view.element);
      if (before.page !== '') scrollTo(0, 0);
      return;
    }
    const isBack = before.page === 'song' && name === 'songs' && list && argument === search.value;
    search.set(argument);
    link(argument);
    shown = { page: name, view: name === 'map' ? mapView(search, (e) => search.say(explained(e).join(' '), true)) : listView() };
    stage.replaceChildren(shown.view.element);
    if (isBack) shown.view.comeBack();
    else await shown.view.ask(argument, false);
  }

  open();
  return {
    element,
    go,
    close() {
      ended.abort();
      shown.view?.close?.();
      if (list && shown.view !== list) list.close();
    },
  };
}
