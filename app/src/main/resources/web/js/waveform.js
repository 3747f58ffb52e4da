// A sound's outline: from the sound itself where the browser can decode it, else from the server's picture.

import { s } from './dom.js';

/** Columns of the outline, whatever its width on the screen. */
const COLUMNS = 600;
/** Low, since only the outline is wanted: 20 minutes then take a moment and little memory. */
const RATE_HZ = 8000;

/** `{seconds, peaks}` with `peaks` as `[low, high]` in [-1, 1]; null where the browser cannot decode it. */
export async function outline(file) {
  try {
    const context = new OfflineAudioContext(1, 1, RATE_HZ);
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    return { seconds: sound.duration, peaks: peaks(sound) };
  } catch {
    return null;
  }
}

function peaks(sound) {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i));
  const found = [];
  for (let column = 0; column < COLUMNS; column += 1) {
    const from = Math.floor((column * sound.length) / COLUMNS);
    const to = Math.max(from + 1, Math.floor(((column + 1) * sound.length) / COLUMNS));
    let low = 0;
    let high = 0;
    for (const channel of channels) {
      for (let i = from; i < to; i += 1) {
        if (channel[i] < low) low = channel[i];
        if (channel[i] > high) high = channel[i];
      }
    }
    found.push([low, high]);
  }
  const loudest = Math.max(1e-4, ...found.map(([low, high]) => Math.max(-low, high)));
  return found.map(([low, high]) => [low / loudest, high / loudest]);
}

/** The outline as one closed shape. It stretches to its frame and has the colour of its text. */
export function draw(columns) {
  const top = columns.map(([, high], x) => `${x} ${(1 - Math.max(high, 0.004)).toFixed(3)}`);
  const bottom = columns.map(([low], x) => `${x} ${(1 - Math.min(low, -0.004)).toFixed(3)}`).reverse();
  return s('svg', { class: 'outline', viewBox: `0 0 ${COLUMNS - 1} 2`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
    s('path', { d: `M${top.join('L')}L${bottom.join('L')}Z` }));
}
