// The models: what they know, what they learned from, how often they are right.

import * as api from './api.js';
import { h } from './dom.js';
import { explained } from './failure.js';
import { certaintyOf } from './certainty.js';
import { confusions } from './confusion.js';
import { title } from './format.js';
import { intervals } from './intervals.js';
import { colour } from './labels.js';
import { texts } from './texts.js';

const words = texts.models;

/** `{element, close}` of the page; `name` is the model to look at first. */
export function modelsView(name) {
  const body = h('div', { class: 'models' }, h('p', { class: 'note' }, words.loading));
  const element = h('div', { class: 'page' }, h('h1', { tabindex: -1 }, words.heading), h('p', { class: 'lead' }, words.lead), body);
  fill(body, name);
  return { element, close() {} };
}

async function fill(body, wanted) {
  try {
    const names = (await api.models()).map((model) => model.name);
    const cards = await Promise.all(names.map(api.card));
    body.replaceChildren(...cards.map(modelCard));
    if (wanted && names[0] !== wanted) body.children[names.indexOf(wanted)]?.scrollIntoView();
  } catch (e) {
    body.replaceChildren(h('p', { class: 'card failure', role: 'alert' }, explained({ code: e.code, message: e.message }).join(' ')));
  }
}

function modelCard({ about, labels, scores, training, createdBy }) {
  return h('article', { class: 'model' },
    h('h2', { id: `model-${about.name}` }, about.title, ' ', h('span', { class: 'model-name' }, about.name)),
    h('p', { class: 'prose' }, about.description),
    h('div', { class: 'pair' },
      h('section', { class: 'card' }, h('h3', {}, words.accuracy), accuracy(training, labels), certainty(scores), figures(training, about.name)),
      h('div', { class: 'stack' },
        h('section', { class: 'card' }, h('h3', {}, words.classes),
          h('ul', { class: 'legend' }, labels.map((label) => h('li', { vars: colour(label) }, h('span', { class: 'swatch', 'aria-hidden': 'true' }), title(label))))),
        h('section', { class: 'card limits' }, h('h3', {}, words.limits), h('p', {}, about.limits)),
        h('section', { class: 'card' }, h('h3', {}, words.use), h('p', {}, about.intendedUse)))),
    confusions(training.confusions ?? [], labels, about.name),
    h('section', { class: 'card' }, h('h3', {}, words.data), data(training.data, about.name)),
    h('p', { class: 'note' }, words.licence(about.licence, createdBy.replace('-SNAPSHOT', ''))));
}

function accuracy(training, labels) {
  const measured = training.metrics.filter((metric) => metric.name === 'accuracy');
  if (measured.length === 0) return null;
  // Test parts first: they are what counts.
  const ordered = [...measured].sort((a, b) => Number(b.split === 'test') - Number(a.split === 'test'));
  return intervals(ordered, 1 / labels.length);
}

/** Tags are given or not, each for itself: a model of them always answers. */
function certainty(scores) {
  return scores.output === 'tags' ? null : h('p', { class: 'note' }, certaintyOf(scores));
}

function figures(training, model) {
  const rows = training.metrics.map(({ name, dataset, split, value, low, high }) => [
    name, dataset, words.parts[split] ?? split, value.toFixed(3), `${low.toFixed(3)} – ${high.toFixed(3)}`,
  ]);
  return h('details', {}, h('summary', {}, words.figures), table(words.of(words.figures, model), words.figuresHead, rows, 3));
}

function data(uses, model) {
  const number = (tracks, part) => String(tracks[part] ?? '–');
  const rows = uses.map(({ dataset, tracks, split }) => [dataset, number(tracks, 'train'), number(tracks, 'validation'), number(tracks, 'test'), split]);
  return table(words.of(words.data, model), words.dataHead, rows, 1, 4);
}

/** A table; columns from `first` up to `end` hold numbers. */
function table(name, head, rows, first, end = head.length) {
  const kind = (i) => (i >= first && i < end ? 'number' : 'word');
  return h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name },
    h('table', {},
      h('thead', {}, h('tr', {}, head.map((text, i) => h('th', { scope: 'col', class: kind(i) }, text)))),
      h('tbody', {}, rows.map((cells) => h('tr', {}, cells.map((text, i) => h('td', { class: kind(i) }, text)))))));
}
