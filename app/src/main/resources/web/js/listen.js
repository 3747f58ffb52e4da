// The page one works on: the intake, the list, and the chosen track.

import * as api from './api.js';
import { h } from './dom.js';
import { failure } from './failure.js';
import { examples, intake } from './intake.js';
import { trackList } from './list.js';
import { errorOf } from './queue.js';
import { undoStrip } from './removal.js';
import { resultView } from './result.js';
import { session } from './session.js';
import { texts } from './texts.js';

/** `{element, show, close}`; `show(id)` chooses the result of a link. */
export function listenView() {
  const stage = h('div', { class: 'stage' });
  const focusStage = () => stage.querySelector('h2')?.focus();
  const choose = (track) => {
    session.select(track);
    focusStage();
  };
  const source = intake(focusStage);
  const list = trackList(choose);
  const strip = undoStrip(choose);
  const lead = h('p', { class: 'lead' }, texts.intake.lead);
  const more = examples(focusStage);
  const privacy = h('p', { class: 'note privacy' }, texts.intake.privacy);
  const side = h('div', { class: 'side' }, source.element, h('div', { class: 'shelf' }, list.element, strip.element), more, privacy);
  const heading = h('h1', {}, texts.intake.heading);
  const element = h('div', { class: 'listen' }, h('div', { class: 'hero' }, heading, lead), h('div', { class: 'desk' }, side, stage));
  let view = null;

  const showSelected = () => {
    // Whoever is in the card of a track that goes on to its next state stays in it.
    const hadFocus = stage.contains(document.activeElement);
    view?.close();
    view = session.selected ? resultView(session.selected) : null;
    stage.replaceChildren(...(view ? [view.element] : []));
    if (hadFocus) focusStage();
    const id = session.selected?.state === 'done' ? session.selected.id : null;
    if (location.hash === '' || location.hash === '#/' || location.hash.startsWith('#/result/')) {
      history.replaceState(null, '', id ? `#/result/${id}` : '#/');
    }
  };
  const showList = () => {
    element.classList.toggle('busy', session.tracks.length > 0);
    // Who brought music of their own needs no examples.
    element.classList.toggle('many', session.tracks.length > 3);
    source.update();
  };
  const events = new AbortController();
  const on = (type, callback) => session.addEventListener(type, (e) => callback(e.detail), { signal: events.signal });
  on('list', showList);
  on('select', () => {
    showSelected();
    list.select();
  });
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
  list.select();
  return {
    element,
    show: (id) => open(id, stage),
    close() {
      events.abort();
      view?.close();
      list.close();
      strip.close();
    },
  };
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
    const [track] = session.addKnown([{ id, path: results[0].path, results }]);
    session.select(track);
    session.keep();
  } catch (e) {
    stage.replaceChildren(failure({ name: texts.result.page, error: errorOf(e), file: null }));
  }
}
