// The head of all pages: the mark, the ways, the colours.

import { h, s } from './dom.js';
import { texts } from './texts.js';
import { themeButton } from './theme.js';

/** `{element, mark}`; `mark(name)` tells which page this is. */
export function header() {
  const links = {
    listen: h('a', { href: '#/' }, texts.nav.listen),
    library: h('a', { href: '#/library' }, texts.nav.library),
    compare: h('a', { href: '#/compare' }, texts.nav.compare),
    models: h('a', { href: '#/models' }, texts.nav.models),
  };
  const sign = s('svg', { viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    s('path', { d: 'M7 13a9 9 0 0 1 18 0c0 7-6 7-6 12a4 4 0 0 1-7 2M12 13a4 4 0 0 1 8 0c0 3-3 3.500-3 6' }));
  // The page holds the music, so the description opens beside it; as its opener the page can be gone back to.
  const api = h('a', { href: 'api', target: '_blank', rel: 'opener' }, texts.nav.api, h('span', { class: 'unseen' }, ` ${texts.nav.newTab}`));
  const element = h('header', { class: 'top' },
    h('a', { class: 'brand', href: '#/' }, sign, texts.name),
    h('nav', { 'aria-label': texts.pages }, links.listen, links.library, links.compare, links.models, api),
    themeButton());
  const mark = (name) => {
    for (const [key, link] of Object.entries(links)) {
      if (key === name) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
  };
  return { element, mark };
}
