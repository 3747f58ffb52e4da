// How a track changes, as a person would tell it: "blues, then classical, then country".

import { word } from './format.js';
import { slices } from './labels.js';
import { texts } from './texts.js';

/** What a change costs, in nats: one odd moment between two alike is then no change. */
const SWITCH = 2.5;
/** Scores below are all alike. */
const LEAST = 0.01;
/** From which mean score on a chapter has its label. */
const CLEAR = 0.4;
/** Nobody mentions a chapter shorter than this share of the track, or so many seconds, or of one moment alone. */
const SHORTEST = { share: 0.05, from: 8, to: 30 };
/** An unclear chapter is told of only if it is this long. */
const UNCLEAR = { share: 0.15, seconds: 15 };
/** Of less than this share in clear chapters there is no story. */
const MOST_CLEAR = 0.6;
/** More chapters than this are summed up. */
const MOST_TOLD = 8;

/**
 * The chapters of overlapping segments, `{label, from, to}` in the order of time; the label is null
 * where none is clear. Neighbours differ.
 */
export function chapters(segments) {
  if (segments.length === 0) return [];
  const parts = slices(segments);
  const scores = parts.map(({ segment }) => new Map(segment.labels.map(({ label, score }) => [label, score])));
  const labels = steadiest(scores);
  const moments = parts.map(({ from, to }, i) => ({ label: labels[i], from, to, parts: [i] }));
  const unclear = Math.max(UNCLEAR.seconds, UNCLEAR.share * (moments.at(-1).to - moments[0].from));
  const isLong = ({ from, to }) => to - from >= unclear;
  const marked = joined(moments.map((moment, i) => ((scores[i].get(moment.label) ?? 0) >= CLEAR ? moment : { ...moment, label: null })));
  // A short passage that is unclear belongs to what is around it.
  const whole = joined(marked.flatMap((run) => (run.label !== null || isLong(run) ? [run] : run.parts.map((i) => moments[i]))));
  const runs = withoutShort(whole, scores).map((run) => (mean(scores, run.parts, run.label) >= CLEAR ? run : { ...run, label: null }));
  return joined(joined(runs).filter((run) => run.label !== null || isLong(run))).map(({ label, from, to }) => ({ label, from, to }));
}

/** The way through all moments with the greatest product of scores, changes being dear (Viterbi). */
function steadiest(scores) {
  const labels = [...new Set(scores.flatMap((moment) => [...moment.keys()]))];
  const cost = (moment, label) => -Math.log(Math.max(LEAST, moment.get(label) ?? 0));
  let costs = labels.map((label) => cost(scores[0], label));
  const origins = [];
  for (const moment of scores.slice(1)) {
    const best = costs.indexOf(Math.min(...costs));
    const from = costs.map((own, i) => (own <= costs[best] + SWITCH ? i : best));
    costs = labels.map((label, i) => costs[from[i]] + (from[i] === i ? 0 : SWITCH) + cost(moment, label));
    origins.unshift(from);
  }
  let at = costs.indexOf(Math.min(...costs));
  const way = [at];
  for (const from of origins) {
    at = from[at];
    way.unshift(at);
  }
  return way.map((i) => labels[i]);
}

/** Runs of which neighbours of the same label are one. */
function joined(runs) {
  const all = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last && last.label === run.label) all[all.length - 1] = { ...last, to: run.to, parts: [...last.parts, ...run.parts] };
    else all.push(run);
  }
  return all;
}

/** Gives what is too short to mention to the neighbour whose label fits it better, the shortest first. */
function withoutShort(given, scores) {
  let runs = given;
  const length = runs.at(-1).to - runs[0].from;
  const shortest = Math.min(SHORTEST.to, Math.max(SHORTEST.from, SHORTEST.share * length));
  while (runs.length > 1) {
    const lengths = runs.map((run) => (run.parts.length < 2 ? 0 : run.to - run.from));
    const i = lengths.indexOf(Math.min(...lengths));
    if (lengths[i] >= shortest) break;
    const fits = [runs[i - 1], runs[i + 1]].filter(Boolean).map(({ label }) => ({ label, fit: mean(scores, runs[i].parts, label) }));
    const { label } = fits.reduce((a, b) => (b.fit > a.fit ? b : a));
    runs = joined(runs.map((run, j) => (j === i ? { ...run, label } : run)));
  }
  return runs;
}

function mean(scores, parts, label) {
  return parts.reduce((sum, i) => sum + (scores[i].get(label) ?? 0), 0) / parts.length;
}

/** Chapters in words; empty where they do not tell of a change between two labels. */
export function told(all) {
  const clear = all.filter(({ label }) => label !== null);
  const distinct = [...new Set(clear.map(({ label }) => label))];
  const words = texts.story;
  if (distinct.length < 2 || seconds(clear) < MOST_CLEAR * seconds(all)) return '';
  if (distinct.length === 2 && clear.length > 3) return words.turns(...distinct.map(word));
  if (all.length > MOST_TOLD || (all.length > 4 && distinct.length < clear.length)) return words.often(most(clear, distinct).map(word));
  const seen = new Set();
  const names = all.map(({ label }) => {
    if (label === null) return words.unclear;
    const name = seen.has(label) ? words.again(word(label)) : word(label);
    seen.add(label);
    return name;
  });
  return words.order(names);
}

/** The three labels that last longest, the longest first. */
function most(clear, distinct) {
  const lasts = (label) => seconds(clear.filter((chapter) => chapter.label === label));
  return distinct.sort((a, b) => lasts(b) - lasts(a)).slice(0, 3);
}

function seconds(some) {
  return some.reduce((sum, { from, to }) => sum + to - from, 0);
}

const known = new WeakMap();

/** How a result changes, in words; empty where it does not. */
export function storyOf(result) {
  if (!known.has(result)) known.set(result, told(chapters(result.segments ?? [])));
  return known.get(result);
}
