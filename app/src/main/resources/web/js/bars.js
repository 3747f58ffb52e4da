// The best labels as bars, a whole track's labels as one line of colours, and its verdict in words.

import { h } from './dom.js';
import { percent, title, word } from './format.js';
import { colour } from './labels.js';
import { genreOf } from './session.js';
import { storyOf } from './story.js';
import { texts } from './texts.js';

/**
 * `{element, mark}`: bars of the best labels; `mark(labels)` shows another moment's scores on them.
 *
 * @param spotlight what bars lead to, where there are moments to go to
 */
export function bars(labels, { count = 5, spotlight = null } = {}) {
  const marks = new Map();
  const rows = labels.slice(0, count).map(({ label, score }) => {
    const mark = h('span', { class: 'mark', hidden: true });
    marks.set(label, mark);
    const inside = [
      h('span', { class: 'bar-label' }, title(label)),
      h('span', { class: 'bar-track', 'aria-hidden': 'true' }, h('span', { class: 'bar-fill' }), mark),
      h('span', { class: 'bar-value' }, percent(score)),
    ];
    const row = h('li', { class: 'bar', vars: { ...colour(label), '--score': score } },
      spotlight ? spotlight.button(label, { class: 'bar-jump' }, inside) : inside);
    return row;
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
export function verdict(result) {
  const { labels, sure = true } = result;
  const best = labels[0];
  if (sure) return texts.list.verdict(title(best.label), percent(best.score));
  return storyOf(result) || texts.list.unsure(word(best.label));
}

/** What is known of a track so far, in a few words. */
export function stateOf(track) {
  const states = texts.list.states;
  switch (track.state) {
    case 'done':
      return verdict(genreOf(track));
    case 'busy':
      return states.busy(track.retrySeconds);
    case 'sending':
    case 'listening':
      return states[track.state](percent(track.progress));
    default:
      return states[track.state];
  }
}
