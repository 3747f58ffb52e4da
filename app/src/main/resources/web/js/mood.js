// Moods on the plane of valence (left to right) and arousal (bottom to top), after Russell's circumplex.

import { h, s } from './dom.js';
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

function cornerWord(labels, valence, arousal) {
  const label = labels.find((other) => signs(other.label)?.join() === `${valence},${arousal}`);
  return label ? moodWord(label.label) : texts.mood.corners[`${valence},${arousal}`];
}

/** A result's moods as words, the most probable first. */
export function tags(labels) {
  const shown = labels.filter(({ score }, i) => i === 0 || score >= 0.2);
  return h('ul', { class: 'tags' }, shown.map(({ label, score }) => h('li', { class: 'tag' }, texts.mood.tag(moodWord(label), percent(score)))));
}

/**
 * `{element, move}`: the plane with dots, each `{at: [valence, arousal], kind, name, vars}`;
 * `move(at)` shows the moment at the playhead, or none. Corners have the words of `labels`.
 */
export function plane(dots, words, labels) {
  const x = (valence) => 100 + 80 * valence;
  const y = (arousal) => 100 - 80 * arousal;
  const now = s('circle', { class: 'dot now', r: 6, visibility: 'hidden' });
  const corner = (valence, arousal) => {
    const end = valence > 0 ? 'end' : 'start';
    return s('text', { class: 'corner', x: x(valence), y: y(arousal) + (arousal > 0 ? 10 : -4), 'text-anchor': end }, cornerWord(labels, valence, arousal));
  };
  const { up, down, left, right } = texts.mood.axes;
  const element = s('svg', { class: 'plane', viewBox: '0 0 200 200', role: 'img', 'aria-label': texts.mood.plane(words) },
    s('rect', { class: 'ground', x: 14, y: 14, width: 172, height: 172, rx: 10 }),
    s('path', { class: 'axis', d: 'M100 18V182M18 100H182' }),
    [[1, 1], [-1, 1], [-1, -1], [1, -1]].map(([valence, arousal]) => corner(valence, arousal)),
    s('text', { class: 'end', x: 100, y: 10, 'text-anchor': 'middle' }, up),
    s('text', { class: 'end', x: 100, y: 197, 'text-anchor': 'middle' }, down),
    s('text', { class: 'end', x: 0, y: 0, 'text-anchor': 'middle', transform: 'translate(9 100) rotate(-90)' }, left),
    s('text', { class: 'end', x: 0, y: 0, 'text-anchor': 'middle', transform: 'translate(197 100) rotate(-90)' }, right),
    dots.map(({ at, kind, name, vars }) =>
      s('circle', { class: `dot ${kind}`, cx: x(at[0]), cy: y(at[1]), r: kind === 'whole' ? 8 : 3, vars: vars ?? {} }, name ? s('title', {}, name) : null)),
    now);
  const move = (at) => {
    now.setAttribute('visibility', at ? 'visible' : 'hidden');
    if (!at) return;
    now.setAttribute('cx', x(at[0]));
    now.setAttribute('cy', y(at[1]));
  };
  return { element, move };
}
