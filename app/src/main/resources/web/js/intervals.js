// Shares with their intervals, one row each, on one scale from 0 to 100 %.

import { h, s } from './dom.js';
import { percent } from './format.js';
import { texts } from './texts.js';

const words = texts.models;

/** @param metrics `{dataset, split, value, low, high}` @param chance what guessing gives */
export function intervals(metrics, chance) {
  const x = (share) => (100 * share).toFixed(2);
  const rows = metrics.map(({ dataset, split, value, low, high }) => {
    const name = words.measured(dataset, words.parts[split] ?? split);
    const picture = s('svg', { class: split === 'test' ? 'interval' : 'interval hollow', 'aria-hidden': 'true' },
      s('line', { class: 'scale', x1: '0%', x2: '100%', y1: 12, y2: 12 }),
      s('line', { class: 'chance', x1: `${x(chance)}%`, x2: `${x(chance)}%`, y1: 0, y2: 24 }),
      s('line', { class: 'range', x1: `${x(low)}%`, x2: `${x(high)}%`, y1: 12, y2: 12 }),
      s('circle', { class: 'value', cx: `${x(value)}%`, cy: 12, r: 5.5 }));
    return h('li', {},
      h('span', { class: 'interval-name' }, name), picture,
      h('span', { class: 'interval-value' }, percent(value), h('small', {}, `${percent(low)} – ${percent(high)}`)));
  });
  return h('div', {}, h('ul', { class: 'intervals' }, rows), h('p', { class: 'note' }, words.accuracyNote(percent(chance))));
}
