// Moods as words and as places: valence (left to right) and arousal (bottom to top), after Russell's circumplex.

import { h } from './dom.js';
import { percent, word } from './format.js';
import { texts } from './texts.js';

/** Signs of valence and arousal of quadrants, by what models call them. */
const QUADRANTS = [
  [/^(q1|happy|excited|joy)/i, [1, 1]],
  [/^(q2|angry|tense|anxious)/i, [-1, 1]],
  [/^(q3|sad|depress)/i, [-1, -1]],
  [/^(q4|calm|relax|peace|content)/i, [1, -1]],
];

function signs(label) {
  return QUADRANTS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}

/** The expected quadrant, `[valence, arousal]` in [-1, 1]; null if the labels are no quadrants. */
export function place(labels) {
  const known = labels.filter(({ label }) => signs(label));
  if (known.length < Math.min(4, labels.length) || known.length === 0) return null;
  const mean = (axis) => known.reduce((sum, { label, score }) => sum + signs(label)[axis] * score, 0);
  return [mean(0), mean(1)];
}

/** The word for a label: a quadrant's own word where a model only numbers them. */
export function moodWord(label) {
  return /^q[1-4]$/i.test(label) ? texts.mood.corners[signs(label).join()] : word(label);
}

/** The word of a corner, as the labels have it. */
export function cornerWord(labels, valence, arousal) {
  const label = labels.find((other) => signs(other.label)?.join() === `${valence},${arousal}`);
  return label ? moodWord(label.label) : texts.mood.corners[`${valence},${arousal}`];
}

/** The best mood in a few words, doubt included. */
export function moodVerdict({ labels, sure = true }) {
  const best = moodWord(labels[0].label);
  return sure ? texts.mood.tag(best, percent(labels[0].score)) : texts.mood.perhaps(best);
}

/** A result's moods as words, the most probable first. */
export function tags(labels) {
  const shown = labels.filter(({ score }, i) => i === 0 || score >= 0.2);
  return h('ul', { class: 'tags' }, shown.map(({ label, score }) => h('li', { class: 'tag' }, texts.mood.tag(moodWord(label), percent(score)))));
}
