// The best labels as bars, and a whole track's labels as one line of colours.

import { h } from './dom.js';
import { percent, title, word } from './format.js';
import { colour } from './labels.js';
import { texts } from './texts.js';

const BEST = 5;

/** `{element, mark}`: bars of the best labels; `mark(labels)` shows another moment's scores on them. */
export function bars(labels) {
  const marks = new Map();
  const rows = labels.slice(0, BEST).map(({ label, score }) => {
    const mark = h('span', { class: 'mark', hidden: true });
    marks.set(label, mark);
    return h('li', { class: 'bar', vars: { ...colour(label), '--score': score } },
      h('span', { class: 'bar-label' }, title(label)),
      h('span', { class: 'bar-track', 'aria-hidden': 'true' }, h('span', { class: 'bar-fill' }), mark),
      h('span', { class: 'bar-value' }, percent(score)));
  });
  const mark = (moment) => {
    for (const [label, element] of marks) {
      const found = moment?.find((other) => other.label === label);
      element.hidden = !moment;
      element.style.setProperty('--at', found?.score ?? 0);
    }
  };
  return { element: h('ol', { class: 'bars' }, rows), mark };
}

/** All labels in one line, as wide as they are probable. */
export function stripe(labels) {
  return h('span', { class: 'stripe', 'aria-hidden': 'true' },
    labels.filter(({ score }) => score >= 0.01).map(({ label, score }) => h('span', { vars: { ...colour(label), '--score': score } })));
}

/** The verdict of a result in a few words; tags, each for itself, are always sure. */
export function verdict({ labels, sure = true }) {
  const best = labels[0];
  return sure ? texts.list.verdict(title(best.label), percent(best.score)) : texts.list.unsure(word(best.label));
}
