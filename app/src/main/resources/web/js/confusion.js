// A confusion matrix as a table: rows are the truth, columns what the model heard.

import { h } from './dom.js';
import { percent, title } from './format.js';
import { texts } from './texts.js';

const words = texts.models;

/** The card of one matrix: `counts[reference][estimate]` of tracks, in the order of the labels. */
export function confusion({ dataset, split, counts }, labels, model) {
  const name = words.of(words.confusion, `${dataset}, ${words.parts[split] ?? split}`);
  const rows = counts.map((row, i) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    return h('tr', {},
      h('th', { scope: 'row' }, title(labels[i])),
      row.map((count, j) =>
        h('td', { class: i === j ? 'hit' : 'miss', title: percent(all ? count / all : 0), vars: { '--score': all ? count / all : 0 } },
          count ? String(count) : h('span', { class: 'little' }, '·'))));
  });
  return h('section', { class: 'card' },
    h('h3', {}, name),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.of(name, model) },
      h('table', { class: 'confusion' },
        h('thead', {}, h('tr', {}, h('td', {}), labels.map((label) => h('th', { scope: 'col', class: 'upright' }, title(label))))),
        h('tbody', {}, rows))),
    h('p', { class: 'note' }, words.confusionNote));
}
