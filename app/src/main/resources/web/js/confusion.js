// A confusion matrix as a table: rows are the truth, columns what the model heard.

import { h } from './dom.js';
import { percent, title } from './format.js';
import { texts } from './texts.js';

const words = texts.models;

/** The section; null for cards without one. @param matrix counts `[reference][estimate]` */
export function confusion(matrix, labels, model) {
  if (!Array.isArray(matrix) || matrix.length !== labels.length) return null;
  const rows = matrix.map((counts, i) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return h('tr', {},
      h('th', { scope: 'row' }, title(labels[i])),
      counts.map((count, j) => {
        const share = all ? count / all : 0;
        return h('td', { class: i === j ? 'hit' : 'miss', title: percent(share), vars: { '--score': share } }, count ? String(count) : h('span', { class: 'little' }, '·'));
      }));
  });
  return h('section', { class: 'card' },
    h('h3', {}, words.confusion),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.of(words.confusion, model) },
      h('table', { class: 'confusion' },
        h('thead', {}, h('tr', {}, h('td', {}), labels.map((label) => h('th', { scope: 'col', class: 'upright' }, title(label))))),
        h('tbody', {}, rows))),
    h('p', { class: 'note' }, words.confusionNote));
}
