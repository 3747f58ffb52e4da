// One track: its progress, its error, or what it sounds like.

import { card } from './api.js';
import { bars } from './bars.js';
import { certaintyOf } from './certainty.js';
import { h, icon } from './dom.js';
import { saveButtons } from './download.js';
import { failure } from './failure.js';
import { clock, percent, title, word } from './format.js';
import { moodWord, place, plane, tags } from './mood.js';
import { Player } from './player.js';
import { genreOf, moodOf } from './session.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const LINK = 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 6 6l1-1';

/** `{element, update, close}` of a track; `update` after progress. */
export function resultView(track) {
  if (track.state === 'done') return done(track);
  if (track.state === 'failed') return { element: failure(track), update() {}, close() {} };
  return pending(track);
}

function pending(track) {
  const state = h('p', { class: 'state' });
  const bar = h('progress', { max: 1, 'aria-label': texts.result.progress });
  const update = () => {
    state.textContent = track.state === 'busy' ? texts.result.busy(track.retrySeconds) : texts.result[track.state];
    if (track.state === 'waiting' || track.state === 'busy' || track.progress === 0) bar.removeAttribute('value');
    else bar.value = track.progress;
  };
  update();
  const element = h('div', { class: 'card pending' }, h('h2', { tabindex: -1 }, track.name), state, bar);
  return { element, update, close() {} };
}

function done(track) {
  const genre = genreOf(track);
  const mood = moodOf(track);
  const genreBars = bars(genre.labels);
  const moods = mood ? moodCard(mood) : null;
  const player = new Player(track, genre, (segment, at) => {
    genreBars.mark(at > 0 ? segment?.labels ?? null : null);
    moods?.move(at);
  });
  const element = h('article', { class: 'result' },
    heading(track, genre),
    player.element,
    h('div', { class: moods ? 'pair' : 'pair alone' }, genreCard(genre, genreBars), moods?.element),
    warnings(genre),
    moments(genre));
  return { element, update() {}, close: () => player.close() };
}

function heading(track, genre) {
  const [best, second] = genre.labels;
  const unsure = genre.sure === false;
  const said = !unsure
    ? h('p', { class: 'verdict' }, title(best.label), h('span', { class: 'how-sure' }, percent(best.score)))
    : h('p', { class: 'verdict unsure' }, texts.result.unsureBig);
  return h('header', { class: 'result-head' },
    h('div', {},
      h('h2', { tabindex: -1 }, track.name),
      said,
      !unsure ? null : h('p', { class: 'perhaps' }, texts.result.unsure(word(best.label), word(second?.label ?? best.label))),
      h('p', { class: 'facts' }, texts.result.facts(clock(genre.durationSeconds)), h('a', { href: `#/models/${encodeURIComponent(genre.model)}` }, genre.model))),
    h('div', { class: 'actions' },
      h('button', { class: 'quiet', type: 'button', onclick: () => copyLink(track) }, icon(LINK), texts.result.copy),
      saveButtons(() => [track], () => track.name)));
}

async function copyLink(track) {
  const link = `${location.href.split('#')[0]}#/result/${track.id}`;
  try {
    await navigator.clipboard.writeText(link);
    announce(texts.result.copied, true);
  } catch {
    announce(texts.result.copyFailed(link), true);
  }
}

function genreCard(genre, genreBars) {
  return h('section', { class: 'card' },
    h('h3', {}, texts.result.genres),
    genreBars.element,
    rule(genre.model),
    h('p', { class: 'note' }, texts.result.present));
}

/** When the model is not sure, as its card tells; the card is another request, so it comes a little later. */
function rule(model) {
  const note = h('p', { class: 'note' }, texts.result.rule);
  card(model).then(
    ({ scores }) => { note.textContent = `${texts.result.rule} ${certaintyOf(scores)}`; },
    () => {}, // Without the card the rule is still true.
  );
  return note;
}

/** The plane and words of a mood; `move(seconds)` follows the playhead. */
function moodCard(mood) {
  const at = place(mood.labels);
  const words = tags(mood.labels);
  const segments = mood.segments ?? [];
  const dots = segments.map((segment) => ({ at: place(segment.labels), kind: 'part' }));
  const map = at ? plane([...dots, { at, kind: 'whole' }], moodWord(mood.labels[0].label), mood.labels) : null;
  const element = h('section', { class: 'card mood' },
    h('h3', {}, texts.mood.heading),
    map?.element,
    mood.sure === false ? h('p', { class: 'perhaps' }, texts.mood.unsure) : null,
    words,
    map ? h('p', { class: 'note' }, texts.mood.note) : null);
  const move = (seconds) => {
    const segment = segments.find((part) => seconds > 0 && seconds >= part.startSeconds && seconds < part.endSeconds);
    map?.move(segment ? place(segment.labels) : null);
  };
  return { element, move };
}

function warnings(genre) {
  if (!genre.warnings?.length) return null;
  return h('section', { class: 'card' }, h('h3', {}, texts.result.warnings), h('ul', {}, genre.warnings.map((text) => h('li', {}, text))));
}

function moments(genre) {
  if (!genre.segments?.length) return null;
  const rows = genre.segments.map((segment) => {
    const [best, ...rest] = segment.labels;
    const next = rest.slice(0, 2).map(({ label, score }) => `${title(label)} ${percent(score)}`).join(', ');
    return h('tr', {}, [clock(segment.startSeconds), clock(segment.endSeconds), title(best.label), percent(best.score), next].map((cell) => h('td', {}, cell)));
  });
  return h('details', { class: 'card' },
    h('summary', {}, texts.result.table),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': texts.result.table },
      h('table', {}, h('thead', {}, h('tr', {}, texts.result.tableHead.map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, rows))));
}
