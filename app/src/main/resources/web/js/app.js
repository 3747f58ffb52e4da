// The frame: head, navigation by the address, and what is always there.

import * as api from './api.js';
import { compareView } from './compare.js';
import { h } from './dom.js';
import { header } from './header.js';
import { watchDrops } from './intake.js';
import { deck } from './library/deck.js';
import { libraryView } from './library/page.js';
import { listenView } from './listen.js';
import { modelsView } from './models.js';
import { tellEnds } from './news.js';
import { said, tally } from './progress.js';
import { watchUndo } from './removal.js';
import { hasEnded, session } from './session.js';
import { soon } from './soon.js';
import { statusElements } from './status.js';
import { texts } from './texts.js';

/** A part of the address; what was never encoded, such as `100%`, is what it says. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const main = h('main', { id: 'main', tabindex: -1 });
const top = header();
let shown = { name: null, view: null };

/** `#/`, `#/result/ID`, `#/compare`, `#/models`, `#/models/NAME`, `#/library`, `#/library/PAGE/ARGUMENT`. */
function route() {
  const [page, argument, ...rest] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
  const name = ['compare', 'models', 'library'].includes(page) ? page : 'listen';
  if (name !== shown.name || name === 'models') {
    const isFirst = shown.name === null;
    shown.view?.close();
    const view = { listen: listenView, compare: compareView, models: () => modelsView(argument), library: libraryView }[name]();
    shown = { name, view };
    main.replaceChildren(view.element);
    if (!isFirst) {
      scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
  }
  if (page === 'result' && argument) shown.view.show(argument);
  if (name === 'library') shown.view.go([argument, ...rest]);
  top.mark(name);
  showTitle();
}

let wasWorking = false;

function showTitle() {
  const now = tally(session.tracks);
  if (now.open > 0) wasWorking = true;
  // Who looks elsewhere meanwhile sees at the tab that it has ended.
  if (now.open > 0 || (wasWorking && document.hidden && now.all > 1)) document.title = texts.title(said(now));
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
document.body.append(skip, top.element, main, deck.element, ...statusElements, h('div', { class: 'drop-veil', 'aria-hidden': 'true' }, texts.intake.release));
await keyed();
session.restore();
addEventListener('hashchange', route);
const showTitleSoon = soon(showTitle);
for (const type of ['list', 'select', 'state']) session.addEventListener(type, showTitleSoon);
addEventListener('visibilitychange', () => {
  if (!document.hidden) wasWorking = false;
  showTitle();
});
watchDrops(() => {
  if (shown.name !== 'listen') location.hash = '#/';
});
tellEnds();
watchUndo();
addEventListener('pagehide', () => session.keep());
// What is on its way is lost with the page; the browser asks before that.
addEventListener('beforeunload', (e) => {
  if (session.tracks.some((track) => !hasEnded(track))) e.preventDefault();
});
route();
