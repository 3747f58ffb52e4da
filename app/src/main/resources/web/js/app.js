// The frame: head, navigation by the address, and what is always there.

import * as api from './api.js';
import { compareView } from './compare.js';
import { h, s } from './dom.js';
import { watchDrops } from './intake.js';
import { listenView, tellEnds } from './listen.js';
import { modelsView } from './models.js';
import { session } from './session.js';
import { statusElements } from './status.js';
import { texts } from './texts.js';
import { themeButton } from './theme.js';

const main = h('main', { id: 'main', tabindex: -1 });
const links = {
  listen: h('a', { href: '#/' }, texts.nav.listen),
  compare: h('a', { href: '#/compare' }, texts.nav.compare),
  models: h('a', { href: '#/models' }, texts.nav.models),
};
let shown = { name: null, view: null };

function head() {
  const mark = s('svg', { viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    s('path', { d: 'M7 13a9 9 0 0 1 18 0c0 7-6 7-6 12a4 4 0 0 1-7 2M12 13a4 4 0 0 1 8 0c0 3-3 3.500-3 6' }));
  return h('header', { class: 'top' },
    h('a', { class: 'brand', href: '#/' }, mark, texts.name),
    h('nav', { 'aria-label': texts.pages }, links.listen, links.compare, links.models, h('a', { href: 'api', target: '_blank' }, texts.nav.api, h('span', { class: 'unseen' }, ` ${texts.nav.newTab}`))),
    themeButton());
}

/** `#/`, `#/result/ID`, `#/compare`, `#/models`, `#/models/NAME`. */
function route() {
  const [page, argument] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  const name = page === 'compare' || page === 'models' ? page : 'listen';
  if (name !== shown.name || name === 'models') {
    const isFirst = shown.name === null;
    shown.view?.close();
    const view = { listen: listenView, compare: compareView, models: () => modelsView(argument) }[name]();
    shown = { name, view };
    main.replaceChildren(view.element);
    if (!isFirst) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  }
  if (page === 'result' && argument) shown.view.show(argument);
  for (const [key, link] of Object.entries(links)) {
    if (key === name) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  showTitle();
}

function showTitle() {
  const all = session.tracks.length;
  const ended = session.tracks.filter((track) => track.state === 'done' || track.state === 'failed').length;
  if (ended < all) document.title = texts.working(ended, all);
  else document.title = texts.title(shown.name === 'listen' ? session.selected?.name : texts.nav[shown.name]);
}

/** Servers that others can reach may ask for a key. */
async function keyed() {
  for (let isWrong = false; ; isWrong = true) {
    try {
      await api.models();
      return;
    } catch (e) {
      if (e.code !== 'UNAUTHORIZED') return; // said where something is asked for
      api.useKey(await askForKey(isWrong));
    }
  }
}

function askForKey(isWrong) {
  return new Promise((resolve) => {
    const field = h('input', { type: 'password', id: 'key', autocomplete: 'current-password', required: true });
    const send = (e) => {
      e.preventDefault();
      resolve(field.value);
    };
    main.replaceChildren(h('form', { class: 'card key', onsubmit: send },
      h('h1', {}, texts.key.heading), h('p', {}, isWrong ? texts.key.wrong : texts.key.lead),
      h('label', { for: 'key' }, texts.key.label), field, h('button', { class: 'primary' }, texts.key.enter)));
    field.focus();
  });
}

const skip = h('a', { class: 'skip', href: '#main' }, texts.skip);
skip.addEventListener('click', (e) => {
  e.preventDefault();
  main.focus();
});
document.body.append(skip, head(), main, ...statusElements, h('div', { class: 'drop-veil', 'aria-hidden': 'true' }, texts.intake.release));
await keyed();
session.restore();
addEventListener('hashchange', route);
for (const type of ['list', 'select', 'state']) session.addEventListener(type, showTitle);
watchDrops(() => {
  if (shown.name !== 'listen') location.hash = '#/';
});
tellEnds();
// What is on its way is lost with the page; the browser asks before that.
addEventListener('beforeunload', (e) => {
  if (session.tracks.some((track) => track.state !== 'done' && track.state !== 'failed')) e.preventDefault();
});
route();
