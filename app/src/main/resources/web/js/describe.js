// What the description of the API shares with the page: the colours, and the way back to the tab it came from.

import { themeButton } from './theme.js';

document.querySelector('.top').append(themeButton());
for (const link of document.querySelectorAll('.top a[data-back]')) {
  link.addEventListener('click', (e) => {
    let page = null;
    try {
      page = window.opener?.location.origin === location.origin ? window.opener : null;
    } catch {
      // Another site has taken its place.
    }
    if (!page || e.ctrlKey || e.metaKey || e.shiftKey) return;
    // The music is in the tab that this one was opened from.
    e.preventDefault();
    page.location.hash = new URL(link.href).hash || '#/';
    page.focus();
    window.close();
  });
}
