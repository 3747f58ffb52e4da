// Light, dark, or as the system: the choice is kept in this browser.

import { h, icon } from './dom.js';
import { announce } from './status.js';
import { texts } from './texts.js';

const STORE = 'auricle.theme';
const ORDER = ['auto', 'light', 'dark'];
const ICONS = {
  auto: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  light: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M19 5l-1.400 1.400M6.400 17.600 5 19',
  dark: 'M20 14A8.500 8.500 0 0 1 10 4a8.500 8.500 0 1 0 10 10z',
};

export function themeButton() {
  let theme = stored();
  const button = h('button', { class: 'quiet square theme', type: 'button' });
  const show = () => {
    document.documentElement.dataset.theme = theme;
    button.replaceChildren(icon(ICONS[theme]));
    button.setAttribute('aria-label', texts.theme[theme]);
    button.title = texts.theme[theme];
  };
  button.addEventListener('click', () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
    try {
      localStorage.setItem(STORE, theme);
    } catch {
      // The choice then lasts as long as the page.
    }
    show();
    announce(texts.theme[theme]);
  });
  show();
  return button;
}

function stored() {
  try {
    const theme = localStorage.getItem(STORE);
    return ORDER.includes(theme) ? theme : 'auto';
  } catch {
    return 'auto';
  }
}
