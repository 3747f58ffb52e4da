// The tools above a list: filter, order, groups.

import { GROUPS, ORDERS } from './arrange.js';
import { arrangement } from './arrangement.js';
import { h, icon } from './dom.js';
import { moodOf, session } from './session.js';
import { soon } from './soon.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const words = texts.tools;
const UP = 'M12 19V5M6 11l6-6 6 6';
const DOWN = 'M12 5v14M6 13l6 6 6-6';
/** Long enough that who types is not interrupted. */
const TYPING_MILLIS = 700;

/** `{element, update, close}`: a field for words, and how many tracks have them. */
export function filterField() {
  const field = h('input', { type: 'search', class: 'filter-field', 'aria-label': words.filter, placeholder: words.filter, autocomplete: 'off', spellcheck: 'false', value: arrangement.filter });
  const count = h('p', { class: 'note filter-count' });
  const tell = soon(() => announce(shownText()), TYPING_MILLIS);
  field.addEventListener('input', () => {
    arrangement.change({ filter: field.value });
    tell();
  });
  field.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || field.value === '') return;
    e.preventDefault();
    field.value = '';
    arrangement.change({ filter: '' });
    tell();
  });
  const update = () => {
    const text = shownText();
    count.hidden = !arrangement.filter.trim();
    if (count.textContent !== text) count.textContent = text;
    if (field.value !== arrangement.filter) field.value = arrangement.filter;
  };
  const events = new AbortController();
  arrangement.addEventListener('change', update, { signal: events.signal });
  update();
  return { element: h('div', { class: 'filter', role: 'search' }, field, count), update, close: () => events.abort() };
}

function shownText() {
  return words.shown(arrangement.filtered().length, session.tracks.length);
}

/** `{element, update}`: the order, its direction, and the groups. Moods are offered where there are some. */
export function orderTools() {
  const options = (keys, names) => keys.map((key) => h('option', { value: key, selected: key === arrangement[names] }, words[names][key]));
  const order = h('select', { 'aria-label': words.orderBy, onchange: () => arrangement.change({ order: order.value, isReversed: false }) }, options(ORDERS, 'order'));
  const group = h('select', { 'aria-label': words.groupBy, onchange: () => arrangement.change({ group: group.value }) }, options(GROUPS, 'group'));
  const turn = h('button', { class: 'quiet square', type: 'button', 'aria-label': words.reverse, title: words.reverse, onclick: () => arrangement.change({ isReversed: !arrangement.isReversed }) });
  const update = () => {
    order.value = arrangement.order;
    group.value = arrangement.group;
    const hasMoods = session.tracks.some((track) => moodOf(track));
    for (const option of [...order.options, ...group.options]) {
      if (['arousal', 'valence', 'mood'].includes(option.value)) option.hidden = option.disabled = !hasMoods;
    }
    turn.setAttribute('aria-pressed', String(arrangement.isReversed));
    turn.replaceChildren(icon(arrangement.isReversed ? UP : DOWN));
  };
  arrangement.addEventListener('change', update);
  update();
  const element = h('div', { class: 'order-tools' },
    h('label', {}, h('span', { class: 'note' }, words.sort), order), turn, h('label', {}, h('span', { class: 'note' }, words.together), group));
  return { element, update, close: () => arrangement.removeEventListener('change', update) };
}
