// One track: its progress, its error, or what it sounds like.

import { bars } from './bars.js';
import { h, icon } from './dom.js';
import { saveButtons } from './download.js';
import { failure } from './failure.js';
import { clock, percent, title, word } from './format.js';
import { moodCard } from './moodcard.js';
import { Player } from './player.js';
import { genreOf, moodOf } from './session.js';
import { announce } from './status.js';
import { storyOf } from './story.js';
import { texts } from './texts.js';
import { why } from './why.js';

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
  const element = h('div', { class: 'card pending' }, nameOf(track), state, bar);
  return { element, update, close() {} };
}

function done(track) {
  const genre = genreOf(track);
  const mood = moodOf(track);
  const player = new Player(track, genre, (segment, at) => {
    genreBars?.mark(at > 0 ? segment?.labels ?? null : null);
    moods?.move(at);
  });
  const genreBars = bars(genre.labels, { spotlight: player.spotlight });
  const moods = mood ? moodCard(mood, (seconds) => player.seek(seconds)) : null;
  player.begin();
  const element = h('article', { class: 'result' },
    heading(track, genre),
    warnings(genre),
    player.element,
    h('div', { class: moods ? 'pair' : 'pair alone' }, genreCard(genre, genreBars), moods?.element),
    moments(genre));
  return {
    element,
    update() {},
    close() {
      player.close();
      moods?.close();
    },
  };
}

function nameOf(track) {
  const folder = track.path.slice(0, -track.name.length).replace(/\/$/, '');
  return [h('h2', { tabindex: -1, dir: 'auto' }, track.name), folder ? h('p', { class: 'facts folder', dir: 'auto' }, folder) : null];
}

function heading(track, genre) {
  return h('header', { class: 'result-head' },
    h('div', {},
      nameOf(track),
      verdictOf(genre),
      h('p', { class: 'facts' }, texts.result.facts(clock(genre.durationSeconds)), h('a', { href: `#/models/${encodeURIComponent(genre.model)}` }, genre.model))),
    h('div', { class: 'actions' },
      h('button', { class: 'quiet', type: 'button', onclick: () => copyLink(track) }, icon(LINK), texts.result.copy),
      saveButtons(() => [{ title: '', tracks: [track] }], track.name)));
}

/** What it sounds like; how it changes, where it does, counts for more than that no genre is clear. */
function verdictOf(genre) {
  const [best, second] = genre.labels;
  const story = storyOf(genre);
  if (genre.sure !== false) {
    return [
      h('p', { class: 'verdict' }, title(best.label), h('span', { class: 'how-sure' }, percent(best.score))),
      story ? h('p', { class: 'perhaps story' }, texts.story.changes(story)) : null,
    ];
  }
  if (story) return [h('p', { class: 'verdict story' }, title(story)), h('p', { class: 'perhaps' }, texts.story.mixed)];
  return [
    h('p', { class: 'verdict unsure' }, texts.result.unsureBig),
    h('p', { class: 'perhaps' }, texts.result.unsure(word(best.label), word(second?.label ?? best.label))),
  ];
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
    h('p', { class: 'note' }, texts.result.present),
    why(genre));
}

function warnings(genre) {
  if (!genre.warnings?.length) return null;
  return h('section', { class: 'card warnings' }, h('h3', {}, texts.result.warnings), h('ul', {}, genre.warnings.map((text) => h('li', {}, text))));
}

function moments(genre) {
  if (!genre.segments?.length) return null;
  const rows = genre.segments.map((segment) => {
    const [best, ...rest] = segment.labels;
    const next = rest.slice(0, 2).map(({ label, score }) => `${title(label)} ${percent(score)}`).join(', ');
    return h('tr', {}, [clock(segment.startSeconds), clock(segment.endSeconds), title(best.label), percent(best.score), next].map((cell) => h('td', {}, cell)));
  });
  return h('details', { class: 'card moments' },
    h('summary', {}, texts.result.table),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': texts.result.table },
      h('table', {}, h('thead', {}, h('tr', {}, texts.result.tableHead.map((name) => h('th', { scope: 'col' }, name)))), h('tbody', {}, rows))));
}
