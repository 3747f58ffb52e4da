// A list that scrolls by itself: it goes to what is new, shows that there is more, and lets go of whoever scrolls.

import { h, icon } from './dom.js';
import { texts } from './texts.js';

const DOWN = 'M6 9l6 6 6-6';
const SMOOTH_MILLIS = 800;
/** Rows that stick out by less can be read. */
const SLACK = 8;

/** `{element, refresh, reveal, follow}` around a list; `rows()` are its items from top to bottom. */
export function scroller(list, rows) {
  const more = h('button', { class: 'more', type: 'button', hidden: true, onclick: () => to(list.scrollTop + list.clientHeight - 40) });
  const element = h('div', { class: 'tracks-frame' }, list, more);
  /** The user scrolls: the work is not followed any more. */
  let isHeld = false;
  let isAtEnd = true;
  let ours = 0;
  let seenTop = 0;
  const hold = () => {
    isHeld = true;
    ours = 0;
    list.classList.add('is-held');
  };
  const to = (top) => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    ours = performance.now() + SMOOTH_MILLIS;
    list.scrollTo({ top, behavior: isStill ? 'instant' : 'smooth' });
  };
  const refresh = () => {
    const bottom = list.scrollTop + list.clientHeight;
    isAtEnd = bottom >= list.scrollHeight - SLACK;
    element.classList.toggle('has-above', list.scrollTop > SLACK);
    element.classList.toggle('has-below', !isAtEnd);
    const all = rows();
    let below = 0;
    while (below < all.length && all[all.length - 1 - below].offsetTop + SLACK >= bottom) below += 1;
    more.hidden = isAtEnd || below === 0;
    const text = texts.list.more(below);
    if (!more.hidden && more.dataset.text !== text) {
      more.dataset.text = text;
      more.replaceChildren(icon(DOWN), text);
    }
    seenTop = list.scrollTop;
  };
  list.addEventListener('scroll', () => {
    // The list itself may be cut shorter, which moves it, too; then it is at its end.
    const isOurs = performance.now() < ours || Math.abs(list.scrollTop - seenTop) < 1 || list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
    if (!isOurs) hold();
    refresh();
  }, { passive: true });
  list.addEventListener('scrollend', () => { ours = 0; });
  for (const type of ['wheel', 'touchmove']) list.addEventListener(type, hold, { passive: true });
  new ResizeObserver(refresh).observe(list);
  return {
    element,
    refresh,
    /** Shows new rows from the first on, unless the user looks at others. */
    reveal(row) {
      if (isHeld && !isAtEnd) return;
      isHeld = false;
      list.classList.remove('is-held');
      to(row.offsetTop - SLACK);
    },
    /** Keeps a row that is being worked on in sight, unless the user looks or points at others. */
    follow(row) {
      if (isHeld || list.matches(':hover, :focus-within')) return;
      const [top, bottom] = [row.offsetTop, row.offsetTop + row.offsetHeight];
      if (top < list.scrollTop + SLACK || bottom > list.scrollTop + list.clientHeight - SLACK) to(top - list.clientHeight / 2);
    },
  };
}
