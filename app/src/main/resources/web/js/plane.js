// The plane of moods with dots that have names: beside them where there is room, and for whoever points,
// tabs or taps at them. One stop of the Tab key; arrow keys go from dot to dot.

import { h, s } from './dom.js';
import { cornerWord } from './mood.js';
import { spread } from './spread.js';
import { texts } from './texts.js';

/** Units of the picture: from edge to edge, and from the middle to the edges of the plane. */
const SIZE = 200;
const REACH = 80;
const RADII = { whole: 8, 'whole of many': 4.5, part: 3 };
/** What a finger meets is larger than a small dot. */
const FIELD = 8;
/** From the edges of the picture to those of the plane. */
const MARGIN = 14;
/** Dots nearer than this are told together, in units. */
const TOGETHER = 5;
const MOST_TOGETHER = 5;
const LONGEST_NAME = 24;

const x = ([valence]) => SIZE / 2 + REACH * valence;
const y = ([, arousal]) => SIZE / 2 - REACH * arousal;

/**
 * `{element, move, focus, close}`: the plane with dots, each `{at: [valence, arousal], kind, key, name, said, href,
 * onopen, onpick, vars}`; `name` is written beside it unless `kind` is part, `said` is what it is. `move(at)` shows the moment at
 * the playhead, or none; `focus(key)` goes to a dot. Corners have the words of `labels`.
 */
export function plane(dots, words, labels) {
  const marks = dots.map((dot) => mark(dot));
  const tip = h('div', { class: 'plane-tip', hidden: true, 'aria-hidden': 'true' });
  const now = s('circle', { class: 'dot now', r: 6, visibility: 'hidden' });
  const picture = s('svg', { class: 'plane', viewBox: `0 0 ${SIZE} ${SIZE}`, role: 'group', 'aria-label': texts.mood.plane(words) }, ground(labels), marks, now);
  const names = h('div', { class: 'plane-names', 'aria-hidden': 'true' });
  const element = h('div', { class: 'plane-frame' }, picture, names, tip);
  let shown = null;
  const show = (dot) => {
    shown = dot;
    tip.hidden = !dot;
    if (!dot) return;
    tip.replaceChildren(...tipOf(dot, dots));
    tip.style.setProperty('--x', x(dot.at) / SIZE);
    tip.style.setProperty('--y', y(dot.at) / SIZE);
    tip.classList.toggle('is-low', y(dot.at) < 0.35 * SIZE);
  };
  const orders = [0, 1].map((axis) => marks.map((_, i) => i).sort((a, b) => dots[a].at[axis] - dots[b].at[axis]));
  const go = (i) => {
    for (const other of marks) other.setAttribute('tabindex', -1);
    marks[i].setAttribute('tabindex', 0);
    marks[i].focus();
  };
  const key = (e, i) => {
    if (e.key === 'Escape') show(null);
    if ((e.key === 'Enter' || e.key === ' ') && dots[i].onpick) {
      e.preventDefault();
      dots[i].onpick();
    }
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowUp: [1, 1], ArrowDown: [1, -1] }[e.key];
    if (!step) return;
    e.preventDefault();
    const order = orders[step[0]];
    go(order[Math.min(order.length - 1, Math.max(0, order.indexOf(i) + step[1]))]);
  };
  marks.forEach((element, i) => listen(element, dots[i], { show, key: (e) => key(e, i), isShown: () => shown === dots[i] }));
  marks[0]?.setAttribute('tabindex', 0);
  element.addEventListener('pointerleave', () => show(null));
  const watcher = new ResizeObserver(() => writeNames(names, dots));
  watcher.observe(element);
  const move = (at) => {
    now.setAttribute('visibility', at ? 'visible' : 'hidden');
    if (!at) return;
    now.setAttribute('cx', x(at));
    now.setAttribute('cy', y(at));
  };
  const focus = (wanted) => {
    const i = dots.findIndex((dot) => dot.key === wanted);
    if (i >= 0) go(i);
  };
  return { element, move, focus, close: () => watcher.disconnect() };
}

function mark({ at, kind, key, name, said, href, vars }) {
  const circle = s('circle', { class: `dot ${kind}`, cx: x(at), cy: y(at), r: RADII[kind], vars: vars ?? {} });
  const field = kind === 'whole' ? null : s('circle', { class: 'dot-field', cx: x(at), cy: y(at), r: FIELD });
  const about = { class: 'dot-link', tabindex: -1, 'data-key': key, 'aria-label': texts.mood.dot(name, said) };
  return href ? s('a', { ...about, href }, field, circle) : s('g', { ...about, role: 'button' }, field, circle);
}

/** A tap shows the name first; the next one goes where the dot leads. */
function listen(element, dot, { show, key, isShown }) {
  let wasShown = true;
  element.addEventListener('pointerenter', (e) => {
    if (e.pointerType !== 'touch') show(dot);
  });
  element.addEventListener('pointerdown', (e) => {
    wasShown = e.pointerType !== 'touch' || isShown();
  });
  element.addEventListener('focus', () => show(dot));
  element.addEventListener('blur', () => show(null));
  element.addEventListener('keydown', key);
  element.addEventListener('click', (e) => {
    if (dot.onpick) dot.onpick();
    else if (!wasShown) e.preventDefault();
    else dot.onopen?.();
    show(dot);
    wasShown = true;
  });
}

/** A dot's name and what it is, and the names of those that lie on it. */
function tipOf(dot, dots) {
  const near = dots.filter((other) => other !== dot && other.name && Math.hypot(x(other.at) - x(dot.at), y(other.at) - y(dot.at)) < TOGETHER);
  const line = (name, said) => h('p', {}, h('strong', { dir: 'auto' }, name), h('span', {}, said));
  return [
    line(dot.name, dot.said),
    ...near.slice(0, MOST_TOGETHER - 1).map(({ name, said }) => line(name, said)),
    near.length >= MOST_TOGETHER ? h('p', {}, texts.mood.more(near.length - MOST_TOGETHER + 1)) : null,
  ].filter(Boolean);
}

/** Axes and corners. */
function ground(labels) {
  const { up, down, left, right } = texts.mood.axes;
  const end = (text, at) => s('text', { class: 'end', x: 0, y: 0, 'text-anchor': 'middle', transform: at }, text);
  return s('g', { 'aria-hidden': 'true' },
    s('rect', { class: 'ground', x: MARGIN, y: MARGIN, width: SIZE - 2 * MARGIN, height: SIZE - 2 * MARGIN, rx: 10 }),
    s('path', { class: 'axis', d: 'M100 18V182M18 100H182' }),
    // Outside, where no dot can cover them.
    [[1, 1], [-1, 1], [-1, -1], [1, -1]].map(([valence, arousal]) =>
      s('text', { class: 'corner', x: valence > 0 ? SIZE - MARGIN : MARGIN, y: arousal > 0 ? 9 : 196, 'text-anchor': valence > 0 ? 'end' : 'start' }, cornerWord(labels, valence, arousal))),
    end(up, 'translate(100 9)'), end(down, 'translate(100 196)'), end(left, 'translate(9 100) rotate(-90)'), end(right, 'translate(197 100) rotate(-90)'));
}

/** Writes the names that have room beside their dots. */
function writeNames(place, dots) {
  const size = place.clientWidth;
  if (size === 0) return;
  const scale = size / SIZE;
  const written = dots.map(({ kind, name }) => (kind !== 'part' && name ? h('span', { class: 'plane-name', dir: 'auto' }, short(name)) : null));
  place.replaceChildren(...written.filter(Boolean));
  const boxes = dots.map(({ at, kind }, i) => ({
    x: scale * x(at), y: scale * y(at), r: scale * RADII[kind], width: written[i]?.offsetWidth ?? 0, height: written[i]?.offsetHeight ?? 0,
  }));
  const places = spread(boxes, { from: scale * MARGIN, to: size - scale * MARGIN });
  written.forEach((name, i) => {
    if (!name) return;
    name.hidden = !places[i];
    if (!places[i]) return;
    name.style.setProperty('left', `${places[i].x}px`);
    name.style.setProperty('top', `${places[i].y}px`);
  });
}

/** By what people take for letters: no emoji is cut in two. */
function short(name) {
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}
