// Genre over time: a column for each moment, its colours as high as the genres are probable.

import { s } from './dom.js';
import { colour, slices } from './labels.js';

const HEIGHT = 100;
/** Genres less probable than this are left to the background. */
const VISIBLE = 0.02;

/** `{element, light}`: the picture of a track's segments, as wide as the track is long; `light(label)` leaves the others dim, `light(null)` none. */
export function timeline(segments, seconds) {
  const shares = [];
  const columns = slices(segments).map(({ segment, from, to }) => {
    let y = HEIGHT;
    const floor = s('rect', { class: 'floor', x: from, y: 0, width: Math.max(0.01, to - from), height: HEIGHT });
    const inside = segment.labels.filter(({ score }) => score >= VISIBLE).map(({ label, score }) => {
      const height = HEIGHT * score;
      y -= height;
      const share = s('rect', { class: 'share', vars: colour(label), x: from, y: y.toFixed(2), width: Math.max(0.01, to - from), height: height.toFixed(2) });
      shares.push({ label, share });
      return share;
    });
    return [floor, inside];
  });
  const element = s('svg', { class: 'timeline', viewBox: `0 0 ${seconds} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, columns);
  const light = (wanted) => {
    element.classList.toggle('is-dim', wanted !== null);
    for (const { label, share } of shares) share.classList.toggle('is-lit', label === wanted);
  };
  return { element, light };
}

/** The labels that are worth naming in a legend: those that can be seen, the most frequent first. */
export function leaders(segments) {
  const sums = new Map();
  for (const { labels } of segments) {
    for (const { label, score } of labels) sums.set(label, (sums.get(label) ?? 0) + score);
  }
  return [...sums].filter(([, sum]) => sum >= 0.04 * segments.length).sort((a, b) => b[1] - a[1]).map(([label]) => label);
}
