// The map: every song a point, what sounds alike together. Move and zoom, point, choose, draw around some.

import { h, icon } from '../dom.js';
import { explained } from '../failure.js';
import { percent, title, word } from '../format.js';
import { colour } from '../labels.js';
import { soon } from '../soon.js';
import { announce } from '../status.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { manySongs, oneSong, playOne } from './chosen.js';
import { changes } from './correct.js';
import { deck } from './deck.js';
import { drawOver, drawPoints, Points } from './plot.js';
import { address, fullName, number, said, speakers } from './words.js';

const words = texts.library.map;
const ICONS = { lasso: 'M7 20c0-2 2-3 2-5 0-1-2-1-3-2-5-3-2-9 6-9 7 0 9 3 9 5 0 4-5 6-9 6', plus: 'M12 5v14M5 12h14', minus: 'M5 12h14', whole: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5' };
const MOST_ZOOM = 60;
const REACH = 12;
const AGAIN_MILLIS = 1500;
/** A press that moves less is a press. */
const STILL = 4;

/** `{element, ask, refresh, close}`; `search` is the line that is shared with the list. */
export function mapView(search, onFault) {
  const ended = new AbortController();
  const canvas = h('canvas', { class: 'map-canvas', tabindex: 0, role: 'application', 'aria-roledescription': words.kind, 'aria-describedby': 'map-keys' });
  const over = h('canvas', { class: 'map-over', 'aria-hidden': 'true' });
  const tip = h('div', { class: 'map-tip', 'aria-hidden': 'true', hidden: true });
  const wait = h('div', { class: 'map-wait' }, h('progress', { 'aria-label': words.making, max: 1 }), h('p', {}, words.making));
  const tool = (path, text, onclick, more = {}) => h('button', { class: 'square map-tool', type: 'button', 'aria-label': text, title: text, onclick, ...more }, icon(path));
  const lassoButton = tool(ICONS.lasso, words.lasso, () => setLasso(!isLasso), { 'aria-pressed': 'false' });
  const tools = h('div', { class: 'map-tools' }, lassoButton, tool(ICONS.plus, words.closer, () => zoom(1.6)), tool(ICONS.minus, words.farther, () => zoom(1 / 1.6)), tool(ICONS.whole, words.whole, whole));
  const frame = h('div', { class: 'map-frame' }, canvas, over, tip, tools, wait);
  const choice = h('select', { id: 'map-colour', onchange: () => recolour() });
  const legend = h('ul', { class: 'map-legend' });
  const chosen = h('section', { class: 'card map-chosen', 'aria-label': words.chosen, hidden: true });
  const element = h('div', { class: 'map' },
    h('div', { class: 'map-main' }, frame, h('p', { class: 'note keys', id: 'map-keys' }, words.keys)),
    h('div', { class: 'map-side' }, h('label', { class: 'map-choice', for: 'map-colour' }, words.colours, choice), legend, h('p', { class: 'note' }, words.meaning), chosen));

  let [data, points] = [null, null];
  let models = [];
  let model = null;
  let [group, sure, isOn] = [new Int16Array(0), new Uint8Array(0), new Uint8Array(0)];
  const hidden = new Set();
  let found = null;
  let view = { scale: 1, left: 0, top: 0 };
  let [isLasso, way, current, selection, turn] = [false, [], -1, [], 0];
  const known = new Map();

  const ratio = () => Math.min(2, devicePixelRatio || 1);
  const isChoice = (i) => isOn[i] === 1;

  async function load() {
    try {
      for (;;) {
        const answer = await calls.map();
        if (ended.signal.aborted) return;
        if (answer.ids) {
          take(answer);
          if (answer.stale) setTimeout(() => !ended.signal.aborted && load(), 10 * AGAIN_MILLIS);
          return;
        }
        wait.querySelector('progress').value = answer.progress;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLIS));
      }
    } catch (e) {
      wait.replaceChildren(h('p', { role: 'alert' }, explained(e).join(' ')));
    }
  }

  function take(answer) {
    const isFirst = data === null;
    const at = current < 0 || !data ? null : data.ids[current];
    data = answer;
    points = new Points(Float32Array.from(answer.x, (x) => x / answer.side), Float32Array.from(answer.y, (y) => 1 - y / answer.side));
    models = speakers(answer.models.map((one) => ({ ...one, tags: false })));
    const kept = choice.value;
    choice.replaceChildren(...models.map(({ name }) => h('option', { value: name }, title(name))));
    if (models.some(({ name }) => name === kept)) choice.value = kept;
    if (points.size === 0) wait.replaceChildren(h('p', {}, words.empty));
    current = at === null ? -1 : data.ids.indexOf(at);
    recolour();
    filter();
    if (isFirst) whole();
  }

  function recolour() {
    model = models.find(({ name }) => name === choice.value) ?? null;
    hidden.clear();
    if (!points) return;
    sure = new Uint8Array(points.size);
    group = new Int16Array(points.size).fill(-1);
    for (let i = 0; model && i < points.size; i += 1) {
      group[i] = model.values[i];
      sure[i] = model.sure.charCodeAt(i) - 48;
    }
    showLegend();
    light();
  }

  function showLegend() {
    const counts = new Map();
    for (const value of group) counts.set(value, (counts.get(value) ?? 0) + 1);
    const order = [...counts].filter(([value]) => value >= 0).sort((a, b) => b[1] - a[1]);
    legend.replaceChildren(...order.map(([value, count]) => {
      const label = model.labels[value];
      return h('li', {}, h('button', { class: 'legend-jump', type: 'button', 'aria-pressed': String(!hidden.has(value)), vars: colour(label), onclick: (e) => {
        if (hidden.has(value)) hidden.delete(value);
        else hidden.add(value);
        e.currentTarget.setAttribute('aria-pressed', String(!hidden.has(value)));
        light();
      } }, h('span', { class: 'swatch', 'aria-hidden': 'true' }), title(label), h('small', {}, number(count))));
    }));
  }

  /** Which points are what one looks for: those of the query, of labels that are not switched off. */
  function light() {
    if (!points) return;
    isOn = new Uint8Array(points.size);
    let count = 0;
    for (let i = 0; i < points.size; i += 1) {
      isOn[i] = (found === null || found.has(data.ids[i])) && !hidden.has(group[i]) ? 1 : 0;
      count += isOn[i];
    }
    canvas.setAttribute('aria-label', words.name(number(count), number(points.size)));
    draw();
  }

  /** Shows what the query finds; an answer that a later one overtook is of no use. */
  async function filter() {
    const query = search.value;
    turn += 1;
    const mine = turn;
    const answer = query === '' ? null : await calls.ids(query, '').then((ids) => new Set(ids), (e) => e);
    if (mine !== turn) return;
    // Before the query is answered keys would choose among all songs.
    wait.hidden = points?.size > 0;
    if (answer instanceof Error) {
      if (answer.code === 'BAD_QUERY') search.say(texts.library.badQuery(answer.message), true);
      else onFault(answer);
      return;
    }
    found = answer;
    search.say(words.found(number(found === null ? (points?.size ?? 0) : found.size)));
    light();
    // One song that was asked for is shown at once.
    if (found?.size === 1 && points) {
      const i = data.ids.indexOf([...found][0]);
      if (i >= 0) point(i, true);
    }
  }

  function fit() {
    const box = frame.getBoundingClientRect();
    for (const one of [canvas, over]) {
      [one.width, one.height] = [Math.max(1, Math.round(box.width * ratio())), Math.max(1, Math.round(box.height * ratio()))];
    }
    draw();
  }

  /** All of it, in the middle. */
  function whole() {
    const scale = Math.min(canvas.width, canvas.height);
    view = { scale, left: (1 - canvas.width / scale) / 2, top: (1 - canvas.height / scale) / 2 };
    draw();
  }

  function zoom(factor, x = canvas.width / 2, y = canvas.height / 2) {
    const least = Math.min(canvas.width, canvas.height) * 0.7;
    const scale = Math.min(least * MOST_ZOOM, Math.max(least, view.scale * factor));
    view = { scale, left: view.left + x / view.scale - x / scale, top: view.top + y / view.scale - y / scale };
    draw();
  }

  const radius = () => {
    const n = points.size;
    const base = n < 3000 ? 3.2 : n < 20_000 ? 2 : 1.1;
    // A phone has less room for as many.
    const room = Math.min(1, Math.max(0.6, canvas.width / ratio() / 700));
    return ratio() * Math.min(6, room * base * Math.max(1, view.scale / Math.min(canvas.width, canvas.height)) ** 0.4);
  };

  let frameAsked = 0;
  function draw() {
    if (!frameAsked) frameAsked = requestAnimationFrame(paint);
  }

  function paint() {
    frameAsked = 0;
    if (!points) return;
    const style = getComputedStyle(element);
    const lightness = style.getPropertyValue('--label-lightness');
    const colours = (model?.labels ?? []).map((label) => {
      const vars = colour(label);
      return `oklch(${lightness} ${vars['--chroma']} ${vars['--hue']})`;
    });
    drawPoints(canvas.getContext('2d'), points, view, { group, sure, isOn, colours, plain: style.color, radius: radius() });
    paintOver(style);
  }

  /** The way of the lasso, what it caught, and the current point. */
  function paintOver(style = getComputedStyle(element)) {
    if (!points) return;
    const playing = deck.id === null ? -1 : data.ids.indexOf(deck.id);
    const rings = [[current, radius() + 4 * ratio()], [playing === current ? -1 : playing, radius() + 7 * ratio()]].filter(([i]) => i >= 0);
    drawOver(over.getContext('2d'), points, view, { way, isClosed: !isDrawing, rings, plain: style.color, ratio: ratio() });
  }

  async function songOf(i) {
    const id = data.ids[i];
    if (!known.has(id)) known.set(id, calls.songsOf([id]).then(([song]) => song ?? null, () => null));
    return known.get(id);
  }

  /** Makes a point the current one, and says whose it is. */
  async function point(i, isMoved = false) {
    current = i;
    if (isMoved) {
      const [x, y] = [(points.x[i] - view.left) * view.scale, (points.y[i] - view.top) * view.scale];
      const edge = 30 * ratio();
      if (x < edge || y < edge || x > canvas.width - edge || y > canvas.height - edge) {
        view = { ...view, left: points.x[i] - canvas.width / 2 / view.scale, top: points.y[i] - canvas.height / 2 / view.scale };
      }
    }
    draw();
    const song = await songOf(i);
    if (!song || current !== i) return;
    announce(words.at(fullName(song), speakers(data.models).map(({ name }) => said(song.models[name])).filter(Boolean).join(', ')));
    showOne(song);
  }

  function showOne(song) {
    selection = [];
    way = [];
    chosen.hidden = false;
    chosen.replaceChildren(...oneSong(song, models));
    paintOver();
  }

  function showMany() {
    const counts = new Map();
    for (const i of selection) if (group[i] >= 0) counts.set(group[i], (counts.get(group[i]) ?? 0) + 1);
    const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 3).map(([value, n]) => `${word(model.labels[value])} ${percent(n / selection.length)}`).join(', ');
    chosen.hidden = false;
    chosen.replaceChildren(...manySongs(selection.map((i) => data.ids[i]), most, forget));
  }

  function forget() {
    [selection, way, current] = [[], [], -1];
    chosen.hidden = true;
    paintOver();
    canvas.focus();
  }

  function setLasso(on) {
    isLasso = on;
    lassoButton.setAttribute('aria-pressed', String(on));
    frame.classList.toggle('is-lasso', on);
    announce(on ? words.lassoOn : words.lassoOff);
  }

  // The pointer.
  const pressed = new Map();
  let [isDrawing, moved, hovered] = [false, 0, -1];
  const place = (e) => {
    const box = canvas.getBoundingClientRect();
    return [(e.clientX - box.left) * ratio(), (e.clientY - box.top) * ratio()];
  };
  const inMap = ([x, y]) => [x / view.scale + view.left, y / view.scale + view.top];
  const under = (at) => (points ? points.nearest(...inMap(at), (REACH * ratio()) / view.scale, isChoice) : -1);

  canvas.addEventListener('pointerdown', (e) => {
    canvas.setPointerCapture(e.pointerId);
    pressed.set(e.pointerId, place(e));
    moved = 0;
    isDrawing = pressed.size === 1 && (isLasso || e.shiftKey);
    if (isDrawing) way = [inMap(place(e))];
    tip.hidden = true;
  });
  canvas.addEventListener('pointermove', (e) => {
    const at = place(e);
    const before = pressed.get(e.pointerId);
    if (!before) {
      hover(at);
      return;
    }
    moved += Math.hypot(at[0] - before[0], at[1] - before[1]);
    if (pressed.size === 2) {
      const other = [...pressed].find(([id]) => id !== e.pointerId)[1];
      const apart = (one) => Math.hypot(one[0] - other[0], one[1] - other[1]);
      const middle = [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2];
      view = { ...view, left: view.left - (at[0] - before[0]) / 2 / view.scale, top: view.top - (at[1] - before[1]) / 2 / view.scale };
      zoom(apart(at) / Math.max(1, apart(before)), ...middle);
    } else if (isDrawing) {
      way.push(inMap(at));
      paintOver();
    } else if (moved > STILL * ratio()) {
      view = { ...view, left: view.left - (at[0] - before[0]) / view.scale, top: view.top - (at[1] - before[1]) / view.scale };
      draw();
    }
    pressed.set(e.pointerId, at);
  });
  const up = (e) => {
    if (!pressed.delete(e.pointerId) || !points) return;
    if (isDrawing && e.type === 'pointerup') {
      isDrawing = false;
      selection = way.length > 2 ? points.inside(way, isChoice) : [];
      if (selection.length) {
        current = -1;
        setTimeout(showMany);
        if (isLasso) setLasso(false);
      } else way = [];
      paintOver();
    } else if (moved <= STILL * ratio() && e.type === 'pointerup') {
      const i = under(place(e));
      if (i >= 0) point(i);
    }
    isDrawing = false;
  };
  for (const type of ['pointerup', 'pointercancel']) canvas.addEventListener(type, up);
  canvas.addEventListener('pointerleave', () => {
    tip.hidden = true;
    hovered = -1;
  });
  canvas.addEventListener('wheel', (e) => {
    e.preventDefault();
    zoom(Math.exp(-e.deltaY * (e.deltaMode === 1 ? 0.05 : 0.0016)), ...place(e));
  }, { passive: false });
  canvas.addEventListener('dblclick', () => current >= 0 && songOf(current).then((song) => song && playOne(song)));

  const ask = soon(async () => {
    const i = hovered;
    if (i < 0) return;
    const song = await songOf(i);
    if (i !== hovered || !song) return;
    tip.replaceChildren(h('strong', { dir: 'auto' }, fullName(song)), ...models.slice(0, 2).map(({ name }) => (song.models[name] ? h('span', {}, said(song.models[name])) : '')));
    tip.hidden = false;
    const [x, y] = [(points.x[i] - view.left) * view.scale, (points.y[i] - view.top) * view.scale];
    tip.style.setProperty('--x', `${Math.min(x / ratio(), frame.clientWidth - 200)}px`);
    tip.style.setProperty('--y', `${y / ratio()}px`);
  }, 80);

  function hover(at) {
    const i = under(at);
    if (i === hovered) return;
    hovered = i;
    canvas.classList.toggle('is-over', i >= 0);
    if (i < 0) tip.hidden = true;
    else ask();
  }

  canvas.addEventListener('keydown', (e) => {
    if (!points || !wait.hidden || e.ctrlKey || e.metaKey || e.altKey) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (way) {
      const middle = inMap([canvas.width / 2, canvas.height / 2]);
      const next = current < 0 || !isChoice(current) ? points.nearest(...middle, 2, isChoice) : points.towards(current, way, isChoice);
      if (next >= 0) point(next, true);
    } else if (e.key === '+' || e.key === '=') zoom(1.6);
    else if (e.key === '-') zoom(1 / 1.6);
    else if (e.key === '0') whole();
    else if (e.key === 'Enter' && current >= 0) location.hash = address('song', data.ids[current]);
    else if (e.key === ' ' && current >= 0) songOf(current).then((song) => song && playOne(song));
    else if (e.key === 'Escape') forget();
    else return;
    e.preventDefault();
  });

  const size = new ResizeObserver(() => {
    const isWhole = view.scale <= Math.min(canvas.width, canvas.height) * 1.01;
    fit();
    if (isWhole) whole();
  });
  size.observe(frame);
  // Colours are read from the page, which may have got others.
  const theme = new MutationObserver(draw);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw, { signal: ended.signal });
  const mark = () => paintOver();
  deck.addEventListener('change', mark, { signal: ended.signal });
  changes.addEventListener('song', ({ detail }) => {
    known.set(detail.id, Promise.resolve(detail));
    load();
  }, { signal: ended.signal });
  load();

  return {
    element,
    ask: () => (points ? filter() : undefined),
    refresh: load,
    close() {
      ended.abort();
      size.disconnect();
      theme.disconnect();
    },
  };
}
