// What plays: one bar at the foot of all pages, with the songs that come next.

import { h, icon } from '../dom.js';
import { clock } from '../format.js';
import { announce } from '../status.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { address, fullName, nameOf } from './words.js';

const words = texts.library.deck;
const ICONS = { play: 'M7 4.500v15l12-7.500z', pause: 'M7 5v14M17 5v14', before: 'M6 5v14M19 5 9 12l10 7z', next: 'M18 5v14M5 5l10 7-10 7z', close: 'M6 6l12 12M18 6 6 18' };
const STEP = 5;

class Deck extends EventTarget {
  #queue = { total: 0, at: async () => null };
  #index = 0;
  #song = null;
  #release = () => {};
  /** Counts what was asked for: an answer that comes late is of no use. */
  #turn = 0;

  constructor() {
    super();
    this.audio = new Audio();
    this.audio.preload = 'metadata';
    const button = (path, said, onclick, name) => h('button', { class: name, type: 'button', 'aria-label': said, title: said, onclick }, icon(path));
    this.name = h('a', { class: 'deck-name', dir: 'auto', href: '#/library' });
    this.artist = h('span', { class: 'deck-artist', dir: 'auto' });
    this.main = button(ICONS.play, texts.player.play, () => this.toggle(), 'round deck-main');
    this.slider = h('input', { type: 'range', class: 'deck-slider', min: 0, max: 1, step: 'any', value: 0, 'aria-label': texts.player.position, oninput: () => this.#seek(Number(this.slider.value)) });
    this.time = h('span', { class: 'clock' });
    this.note = h('span', { class: 'deck-note', hidden: true });
    this.element = h('section', { class: 'deck', 'aria-label': words.name, hidden: true },
      h('div', { class: 'deck-words' }, this.name, this.artist, this.note),
      h('div', { class: 'deck-keys' }, button(ICONS.before, words.before, () => this.#step(-1), 'quiet square'), this.main, button(ICONS.next, words.next, () => this.#step(1), 'quiet square')),
      h('div', { class: 'deck-way' }, this.slider, this.time),
      button(ICONS.close, words.close, () => this.stop(), 'quiet square deck-close'));
    for (const type of ['play', 'pause', 'timeupdate', 'durationchange']) this.audio.addEventListener(type, () => this.#show());
    this.audio.addEventListener('ended', () => this.#step(1));
    this.audio.addEventListener('error', () => this.#silent());
    this.slider.addEventListener('keydown', (e) => this.#key(e));
  }

  /** The number of the song that plays, or is held. */
  get id() {
    return this.#song?.id ?? null;
  }

  /** Plays from a place of a queue `{total, at(index)}` on. */
  async play(queue, index) {
    this.#turn += 1;
    const turn = this.#turn;
    [this.#queue, this.#index] = [queue, index];
    try {
      const song = await queue.at(index);
      if (turn !== this.#turn || !song) return;
      const { url, release } = await calls.sound(song.id);
      if (turn !== this.#turn) {
        release();
        return;
      }
      this.#release();
      [this.#song, this.#release] = [song, release];
      this.note.hidden = true;
      this.element.hidden = false;
      document.body.classList.add('has-deck');
      this.name.textContent = nameOf(song);
      this.name.href = address('song', song.id);
      this.artist.textContent = song.artist ?? '';
      this.audio.src = url;
      this.#tellSystem(song);
      this.dispatchEvent(new Event('change'));
      await this.audio.play();
    } catch (e) {
      if (turn === this.#turn && e.name !== 'AbortError') this.#silent();
    }
  }

  toggle() {
    if (!this.#song) return;
    if (this.audio.paused) this.audio.play().catch(() => this.#silent());
    else this.audio.pause();
  }

  stop() {
    this.#turn += 1;
    this.audio.pause();
    this.audio.removeAttribute('src');
    this.#release();
    [this.#song, this.#release] = [null, () => {}];
    this.element.hidden = true;
    document.body.classList.remove('has-deck');
    this.dispatchEvent(new Event('change'));
  }

  #step(by) {
    const next = this.#index + by;
    if (by < 0 && this.audio.currentTime > STEP) this.#seek(0);
    else if (next >= 0 && next < this.#queue.total) this.play(this.#queue, next);
  }

  #seek(seconds) {
    if (Number.isFinite(this.audio.duration)) this.audio.currentTime = Math.min(this.audio.duration, Math.max(0, seconds));
  }

  #key(e) {
    const by = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageUp: 6 * STEP, PageDown: -6 * STEP }[e.key];
    if (by === undefined) return;
    e.preventDefault();
    this.#seek(this.audio.currentTime + by);
  }

  #show() {
    const all = Number.isFinite(this.audio.duration) ? this.audio.duration : (this.#song?.durationSeconds ?? 0);
    const now = this.audio.currentTime;
    this.slider.max = Math.max(all, 0.1);
    this.slider.value = now;
    this.slider.setAttribute('aria-valuetext', texts.player.positionText(clock(now), clock(all), ''));
    this.time.textContent = `${clock(now)} / ${clock(all)}`;
    const said = this.audio.paused ? texts.player.play : texts.player.pause;
    if (this.main.title !== said) {
      this.main.replaceChildren(icon(this.audio.paused ? ICONS.play : ICONS.pause));
      this.main.setAttribute('aria-label', said);
      this.main.title = said;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** The keys of the keyboard and the phone's locked screen. */
  #tellSystem(song) {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title: nameOf(song), artist: song.artist ?? '', album: song.album ?? '' });
    navigator.mediaSession.setActionHandler('previoustrack', () => this.#step(-1));
    navigator.mediaSession.setActionHandler('nexttrack', () => this.#step(1));
  }

  #silent() {
    if (!this.#song || !this.audio.getAttribute('src')) return;
    this.audio.pause();
    this.note.textContent = words.silent;
    this.note.hidden = false;
    this.#show();
    announce(`${fullName(this.#song)}: ${words.silent}`);
  }
}

export const deck = new Deck();
