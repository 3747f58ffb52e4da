// The line in which a library is asked, with the words that it understands.

import { h } from '../dom.js';
import { title } from '../format.js';
import { colour } from '../labels.js';
import { texts } from '../texts.js';
import { condition, number } from './words.js';

const words = texts.library.search;
const PAUSE_MILLIS = 400;
const MOST_LABELS = 24;

/**
 * `{element, value, set, say, learn}`.
 *
 * @param onAsk told of a query: `(query, isFinal)`; not final while it is typed
 */
export function searchLine(onAsk) {
  const field = h('input', { type: 'search', id: 'library-query', class: 'filter-field', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', placeholder: words.placeholder, 'aria-describedby': 'library-said', oninput: typed });
  const said = h('p', { class: 'note library-said', id: 'library-said', role: 'status' });
  const labels = h('div', { class: 'ask-labels' });
  const lists = h('div', { class: 'ask-labels' });
  const help = h('details', { class: 'ask-help' }, h('summary', {}, words.help), labels, lists,
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': words.table },
      h('table', {}, h('thead', {}, h('tr', {}, words.head.map((text) => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, words.examples.map(([query, meaning]) => h('tr', {},
          h('td', {}, h('button', { class: 'quiet ask-example', type: 'button', onclick: () => take(query) }, h('code', {}, query))), h('td', {}, meaning)))))));
  let timer = 0;
  function typed() {
    clearTimeout(timer);
    timer = setTimeout(() => onAsk(field.value.trim(), false), PAUSE_MILLIS);
  }
  function take(query) {
    field.value = query;
    send();
  }
  function send() {
    clearTimeout(timer);
    onAsk(field.value.trim(), true);
  }
  const element = h('form', { class: 'library-search', role: 'search', onsubmit: (e) => {
    e.preventDefault();
    send();
  } },
  h('div', { class: 'ask-line' }, h('label', { class: 'unseen', for: 'library-query' }, words.label), field, h('button', { class: 'primary', type: 'submit' }, words.go)),
  said, help);

  /** Adds a condition, or takes it away if it is there; spaces between quotes are part of one. */
  function toggle(text) {
    const parts = field.value.match(/(?:"(?:\\.|[^"\\])*"|\S)+/g) ?? [];
    take((parts.includes(text) ? parts.filter((part) => part !== text) : [...parts, text]).join(' '));
  }

  return {
    element,
    get value() {
      return field.value.trim();
    },
    set(query) {
      clearTimeout(timer);
      field.value = query;
    },
    /** What came of it. */
    say(text, isFault = false) {
      said.textContent = text;
      said.classList.toggle('is-fault', isFault);
      field.setAttribute('aria-invalid', String(isFault));
    },
    /** The labels and playlists that there are. */
    learn({ models, playlists }) {
      labels.replaceChildren(...models.map((model) => {
        const used = model.labels.filter(({ songs }) => songs > 0).sort((a, b) => b.songs - a.songs).slice(0, MOST_LABELS);
        return used.length === 0 ? null : h('div', { class: 'ask-group' }, h('h2', {}, title(model.name)), h('ul', { class: 'ask-chips' }, used.map(({ label, songs }) => h('li', {},
          h('button', { class: 'chip', type: 'button', vars: colour(label), onclick: () => toggle(condition(model.name, label)) },
            h('span', { class: 'swatch', 'aria-hidden': 'true' }), title(label), h('small', {}, number(songs)))))));
      }).filter(Boolean));
      lists.replaceChildren(...(playlists.length === 0 ? [] : [h('div', { class: 'ask-group' }, h('h2', {}, words.playlists), h('ul', { class: 'ask-chips' },
        playlists.map(({ name, query }) => h('li', {}, h('button', { class: 'chip', type: 'button', onclick: () => take(query) }, name)))))]));
    },
  };
}
