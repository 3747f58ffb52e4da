// Confusion matrices as tables: rows are the truth, columns what the model heard.

import { h } from './dom.js';
import { percent, title } from './format.js';
import { texts } from './texts.js';

const words = texts.models;

/**
 * The card of a model's matrices, `{dataset, split, counts}` with `counts[reference][estimate]` of
 * tracks in the order of the labels: the one that tells most, and the others folded up. Null where
 * there is none.
 */
export function confusions(matrices, labels, model) {
  if (matrices.length === 0) return null;
  const [first, ...others] = [...matrices].sort((a, b) => rank(a) - rank(b));
  return h('section', { class: 'card' },
    h('h3', {}, words.confusion),
    h('p', { class: 'note' }, words.confusionNote),
    matrix(first, labels, model),
    others.length === 0 ? null : h('details', {},
      h('summary', {}, words.confusionMore(others.length)),
      others.map((other) => matrix(other, labels, model))));
}

/** Test tracks first, which played no part in making the model; then all data sets together. */
function rank({ dataset, split }) {
  return (split === 'test' ? 0 : 2) + (dataset === 'all' ? 0 : 1);
}

function matrix({ dataset, split, counts }, labels, model) {
  const name = words.measured(dataset, words.parts[split] ?? split);
  const rows = counts.map((row, i) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    return h('tr', {},
      h('th', { scope: 'row' }, title(labels[i])),
      row.map((count, j) =>
        h('td', { class: i === j ? 'hit' : 'miss', title: percent(all ? count / all : 0), vars: { '--score': all ? count / all : 0 } },
          count ? String(count) : h('span', { class: 'little' }, '·'))));
  });
  return h('div', { class: 'matrix' },
    h('h4', {}, name),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.of(words.of(words.confusion, name), model) },
      h('table', { class: 'confusion' },
        h('thead', {}, h('tr', {}, h('td', {}), labels.map((label) => h('th', { scope: 'col', class: 'upright' }, title(label))))),
        h('tbody', {}, rows))));
}
