// The page one works on: the intake, the list, and the chosen track.

import * as api from './api.js';
import { h } from './dom.js';
import { explained, failure } from './failure.js';
import { examples, intake } from './intake.js';
import { stateOf, trackList } from './list.js';
import { resultView } from './result.js';
import { session } from './session.js';
import { announce } from './status.js';
import { texts } from './texts.js';

/** `{element, show, close}`; `show(id)` chooses the result of a link. */
export function listenView() {
  const source = intake();
  const list = trackList((track) => {
    session.select(track);
    stage.querySelector('h2')?.focus();
  });
  const stage = h('div', { class: 'stage' });
  const lead = h('p', { class: 'lead' }, texts.intake.lead);
  const more = examples();
  const privacy = h('p', { class: 'note privacy' }, texts.intake.privacy);
  const side = h('div', { class: 'side' }, source.element, list.element, more, privacy);
  const heading = h('h1', {}, texts.intake.heading);
  const element = h('div', { class: 'listen' }, h('div', { class: 'hero' }, heading, lead), h('div', { class: 'desk' }, side, stage));
  let view = null;

  const showSelected = () => {
    view?.close();
    view = session.selected ? resultView(session.selected) : null;
    stage.replaceChildren(...(view ? [view.element] : []));
    for (const track of session.tracks) list.update(track);
    const id = session.selected?.state === 'done' ? session.selected.id : null;
    if (location.hash === '' || location.hash === '#/' || location.hash.startsWith('#/result/')) {
      history.replaceState(null, '', id ? `#/result/${id}` : '#/');
    }
  };
  const showList = () => {
    element.classList.toggle('busy', session.tracks.length > 0);
    source.update();
    list.update();
  };
  const events = new AbortController();
  const on = (type, callback) => session.addEventListener(type, (e) => callback(e.detail), { signal: events.signal });
  on('list', showList);
  on('select', showSelected);
  on('progress', (track) => {
    list.update(track);
    if (track === session.selected) view?.update();
  });
  on('state', (track) => {
    list.update(track);
    if (track === session.selected) showSelected();
  });
  showList();
  showSelected();
  return {
    element,
    show: (id) => open(id, stage),
    close() {
      events.abort();
      view?.close();
    },
  };
}

/** Tells of tracks that have ended, wherever on the page one is. */
export function tellEnds() {
  session.addEventListener('state', ({ detail: track }) => {
    if (track.state === 'done') announce(texts.list.announceDone(track.name, stateOf(track)));
    if (track.state === 'failed') announce(texts.list.announceFailed(track.name, explained(track.error)[0]));
  });
}

/** Chooses the result of an id, fetched from the server if this tab does not know it. */
async function open(id, stage) {
  const known = session.tracks.find((track) => track.id === id);
  if (known) {
    session.select(known);
    return;
  }
  stage.replaceChildren(h('p', { class: 'card pending' }, texts.result.loading));
  try {
    const job = await api.job(id);
    const results = job.results.filter((result) => result);
    if (results.length === 0) throw new api.ApiError('NOT_FOUND', '');
    session.select(session.addKnown(id, results[0].path, results));
    session.keep();
  } catch (e) {
    const error = { code: e.code ?? 'UNKNOWN', message: e.message };
    stage.replaceChildren(failure({ name: texts.result.page, error, file: null }));
  }
}
