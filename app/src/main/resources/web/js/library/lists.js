// Songs as a list for a player.

import { save } from '../download.js';
import { explained } from '../failure.js';
import { announce } from '../status.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';

/** Saves a playlist: of `{ids}` or of `{query, sort}`. */
export async function saveList(wanted) {
  try {
    save('auricle.m3u8', 'audio/x-mpegurl', await calls.playlist(wanted));
    announce(texts.library.saved, true);
  } catch (e) {
    announce(explained(e).join(' '), true);
  }
}
