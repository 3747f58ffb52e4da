// The mood of one track: its place on the plane and its words, and how both move.

import { h } from './dom.js';
import { clock } from './format.js';
import { segmentAt, slices } from './labels.js';
import { moodVerdict, moodWord, place, tags } from './mood.js';
import { plane } from './plane.js';
import { texts } from './texts.js';

/** `{element, move, close}` of a mood; `move(seconds)` follows the playhead, a moment's dot calls `seek(seconds)`. */
export function moodCard(mood, seek) {
  const at = place(mood.labels);
  const segments = mood.segments ?? [];
  const parts = slices(segments).map(({ segment, from, to }, i) => ({
    at: place(segment.labels), kind: 'part', key: String(i), name: texts.mood.moment(clock(from), clock(to)), said: moodVerdict(segment), onpick: () => seek(from + 0.01),
  }));
  const whole = { at, kind: 'whole', key: 'whole', name: texts.mood.whole, said: moodVerdict(mood), onpick: () => seek(0) };
  const map = at ? plane([...parts, whole], moodWord(mood.labels[0].label), mood.labels) : null;
  const element = h('section', { class: 'card mood' },
    h('h3', {}, texts.mood.heading),
    map?.element,
    mood.sure === false ? h('p', { class: 'perhaps' }, texts.mood.unsure) : null,
    tags(mood.labels),
    map ? h('p', { class: 'note' }, texts.mood.note) : null);
  const move = (seconds) => {
    const segment = seconds > 0 ? segmentAt(segments, seconds) : null;
    map?.move(segment ? place(segment.labels) : null);
  };
  return { element, move, close: () => map?.close() };
}
