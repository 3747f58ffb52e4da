// Which tracks are shown, in which order, in which groups: nothing of the page, only lists.

import { title } from './format.js';
import { moodWord, place } from './mood.js';
import { genreOf, moodOf } from './session.js';
import { texts } from './texts.js';

/** Ways to order. Scores and moods begin with the highest, all else with the lowest. */
export const ORDERS = ['added', 'name', 'genre', 'score', 'arousal', 'valence', 'length'];
export const GROUPS = ['none', 'genre', 'mood'];

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** By the names of files as people count: 2 before 10. */
export function byName(a, b) {
  return collator.compare(a.path, b.path);
}

/** `[{key, title, tracks}]`: one group without a title, or the groups that are not empty. */
export function arranged(tracks, { filter = '', order = 'added', isReversed = false, group = 'none' } = {}) {
  const shown = sorted(tracks.filter(matching(filter)), order, isReversed);
  if (group === 'none') return [{ key: '', title: '', tracks: shown }];
  const groups = new Map();
  for (const track of shown) {
    const key = groupOf(track, group);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(track);
  }
  // The greatest first; what has no label comes last.
  return [...groups]
    .map(([key, inside]) => ({ key, title: texts.tools.kinds[key] ?? title(key), tracks: inside }))
    .sort((a, b) => LAST.indexOf(a.key) - LAST.indexOf(b.key) || b.tracks.length - a.tracks.length || collator.compare(a.title, b.title));
}

/** Keys of the groups without a label; all others stand before them. */
const LAST = ['?unsure', '?none', '?open', '?failed'];

function groupOf(track, group) {
  if (track.state === 'failed') return '?failed';
  if (track.state !== 'done') return '?open';
  const result = group === 'mood' ? moodOf(track) : genreOf(track);
  if (!result) return '?none';
  if (result.sure === false) return '?unsure';
  return group === 'mood' ? moodWord(result.labels[0].label) : result.labels[0].label;
}

/** Whether a track has every word of a filter, in its name, its folders or its verdicts. */
function matching(filter) {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (track) => {
    const text = plain(textOf(track));
    return words.every((part) => text.includes(part));
  };
}

function textOf(track) {
  if (track.state === 'failed') return `${track.path} ${texts.list.states.failed}`;
  if (track.state !== 'done') return track.path;
  const [genre, mood] = [genreOf(track), moodOf(track)];
  const words = [track.path, title(genre.labels[0].label)];
  if (genre.sure === false) words.push(texts.result.unsureBig);
  if (mood) words.push(moodWord(mood.labels[0].label));
  return words.join(' ');
}

/** Without accents and capitals. */
function plain(text) {
  return text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();
}

/** What has no value yet stands last, whatever the direction, in the order in which it came. */
function sorted(tracks, order, isReversed) {
  const value = VALUES[order];
  const direction = isReversed ? -1 : 1;
  const valued = tracks.map((track) => ({ track, value: value(track) }));
  return valued
    .sort((a, b) => {
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.track.key - b.track.key;
      return direction * compare(a.value, b.value) || a.track.key - b.track.key;
    })
    .map(({ track }) => track);
}

function compare(a, b) {
  for (let i = 0; i < a.length; i += 1) {
    const order = typeof a[i] === 'string' ? collator.compare(a[i], b[i]) : a[i] - b[i];
    if (order) return order;
  }
  return 0;
}

/** What a track is ordered by: lists of texts and numbers, null where there is none. */
const VALUES = {
  added: (track) => [track.key],
  name: (track) => [track.path],
  genre: ofGenre((genre) => [genre.sure === false ? 1 : 0, title(genre.labels[0].label), -genre.labels[0].score]),
  score: ofGenre((genre) => [-genre.labels[0].score]),
  length: ofGenre((genre) => [genre.durationSeconds]),
  valence: ofMood(0),
  arousal: ofMood(1),
};

function ofGenre(value) {
  return (track) => (track.state === 'done' ? value(genreOf(track)) : null);
}

function ofMood(axis) {
  return (track) => {
    const mood = track.state === 'done' ? moodOf(track) : null;
    const at = mood && place(mood.labels);
    return at ? [-at[axis]] : null;
  };
}
