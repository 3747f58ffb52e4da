// From which score on a model's best label is an answer.

import { percent } from './format.js';
import { texts } from './texts.js';

/** What a card without a measured threshold answers from. */
const EVEN = 0.5;

/** In words: the threshold of a card's scores, and what it gave where it was chosen. */
export function certaintyOf({ certainty }) {
  if (!certainty) return texts.certainty.unknown(percent(EVEN));
  const { threshold, coverage, accuracy } = certainty;
  return texts.certainty.known(percent(threshold), percent(coverage), percent(accuracy));
}
