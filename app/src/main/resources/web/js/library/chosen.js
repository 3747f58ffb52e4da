// What the map tells of the songs that were chosen on it: one, or all that the lasso caught.

import { h, icon } from '../dom.js';
import { explained } from '../failure.js';
import { colour } from '../labels.js';
import { announce } from '../status.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { deck } from './deck.js';
import { saveList } from './lists.js';
import { address, fullName, nameOf, number, said } from './words.js';

const words = texts.library.map;
const PLAY = 'M7 4.500v15l12-7.500z';
const SAVE = 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14';
const SHOWN = 50;

/** Plays a song, or stops it if it plays. */
export function playOne(song) {
  return deck.id === song.id ? deck.toggle() : deck.play({ total: 1, at: async () => song }, 0);
}

/** Elements that tell of one song; `models` in the order of the choice. */
export function oneSong(song, models) {
  return [h('h2', { dir: 'auto' }, nameOf(song)), song.artist ? h('p', { dir: 'auto' }, song.artist) : null,
    h('ul', { class: 'map-said' }, models.map(({ name }) => (song.models[name] ? h('li', { vars: colour(song.models[name].label) }, h('span', { class: 'swatch', 'aria-hidden': 'true' }), said(song.models[name])) : null))),
    h('div', { class: 'map-buttons' },
      h('button', { class: 'primary', type: 'button', onclick: () => playOne(song) }, icon(PLAY), texts.player.play),
      h('a', { class: 'button secondary', href: address('song', song.id) }, words.open))].filter(Boolean);
}

/** Elements that tell of many; `most` says what most of them are, `forget` lets go of them. */
export function manySongs(ids, most, forget) {
  const list = h('ol', { class: 'map-list' });
  announce(words.selected(number(ids.length), ids.length));
  fill(list, ids);
  return [h('h2', { tabindex: -1 }, words.selected(number(ids.length), ids.length)), most ? h('p', { class: 'note' }, most) : null,
    h('div', { class: 'map-buttons' },
      h('button', { class: 'primary', type: 'button', onclick: () => deck.play({ total: ids.length, at: async (i) => (await calls.songsOf([ids[i]]))[0] }, 0) }, icon(PLAY), texts.player.play),
      h('button', { class: 'secondary', type: 'button', onclick: () => saveList({ ids }) }, icon(SAVE), texts.library.playlist),
      h('button', { class: 'quiet', type: 'button', onclick: forget }, words.forget)), list].filter(Boolean);
}

async function fill(list, ids) {
  try {
    const songs = await calls.songsOf(ids.slice(0, SHOWN));
    list.replaceChildren(...songs.map((song) => h('li', {}, h('a', { href: address('song', song.id), dir: 'auto' }, fullName(song)))),
      ...(ids.length > SHOWN ? [h('li', { class: 'note' }, words.more(number(ids.length - SHOWN)))] : []));
  } catch (e) {
    announce(explained(e).join(' '), true);
  }
}
