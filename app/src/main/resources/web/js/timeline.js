// Genre over time: a column for each moment, its colours as high as the genres are probable.

import { s } from './dom.js';
import { colour, slices } from './labels.js';

const HEIGHT = 100;
/** Genres less probable than this are left to the background. */
const VISIBLE = 0.02;

/** The picture of a track's segments; as wide as the track is long. */
export function timeline(segments, seconds) {
  const columns = slices(segments).map(({ segment, from, to }) => {
    let y = HEIGHT;
    return segment.labels.filter(({ score }) => score >= VISIBLE).map(({ label, score }) => {
      const height = HEIGHT * score;
      y -= height;
      return s('rect', { class: 'share', vars: colour(label), x: from, y: y.toFixed(2), width: Math.max(0.01, to - from), height: height.toFixed(2) });
    });
  });
  return s('svg', { class: 'timeline', viewBox: `0 0 ${seconds} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, columns);
}

/** The labels that are worth naming in a legend: best of a moment, most often first. */
export function leaders(segments) {
  const times = new Map();
  for (const { labels } of segments) {
    const best = labels[0]?.label;
    if (best) times.set(best, (times.get(best) ?? 0) + 1);
  }
  return [...times].sort((a, b) => b[1] - a[1]).map(([label]) => label);
}
