// Why a verdict is what it is: behind a question, for whoever asks it.

import { card } from './api.js';
import { certaintyOf } from './certainty.js';
import { h } from './dom.js';
import { percent, word } from './format.js';
import { texts } from './texts.js';

/** The disclosure of a result; the model's card is another request, made when it is opened. */
export function why({ model, labels, sure }) {
  const own = h('p', {}, texts.why.own(word(labels[0].label), percent(labels[0].score), sure === false));
  const rule = h('p', {}, texts.result.rule);
  const element = h('details', { class: 'why' }, h('summary', {}, texts.why.ask), h('div', { class: 'note' }, own, rule));
  element.addEventListener('toggle', () => {
    card(model).then(
      ({ scores }) => {
        if (scores.output !== 'tags') rule.textContent = `${texts.result.rule} ${certaintyOf(scores)}`;
      },
      () => {}, // Without the card the rule is still true.
    );
  }, { once: true });
  return element;
}
