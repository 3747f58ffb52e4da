// The player: one slider that is waveform, spectrogram and genre over time at once.

import * as api from './api.js';
import { h, icon } from './dom.js';
import { clock, percent, title } from './format.js';
import { colour, segmentAt } from './labels.js';
import { Spotlight } from './spotlight.js';
import { texts } from './texts.js';
import { leaders, timeline } from './timeline.js';
import { draw, outline } from './waveform.js';

const STEP = 5;
/** Page keys move by this share of the whole. */
const PAGE = 0.1;
const ICONS = { play: 'M7 4.500v15l12-7.500z', pause: 'M7 5v14M17 5v14', restart: 'M6 5v14M19 5 9 12l10 7z' };

export class Player {
  #track;
  #result;
  #audio;
  #at = 0;
  #seconds;
  #onMoment;
  #frame = 0;
  #ended = new AbortController();
  #pictures = [];

  /** @param onMoment told of the labels at the playhead whenever it moves; null where there are none */
  constructor(track, result, onMoment) {
    this.#track = track;
    this.#result = result;
    this.#seconds = result.durationSeconds;
    this.#onMoment = onMoment;
    this.note = h('p', { class: track.url ? 'note keys' : 'note' }, track.url ? texts.player.keys : texts.player.noSound);
    this.button = h('button', { class: 'round', type: 'button', onclick: () => this.toggle(), disabled: !track.url });
    this.restart = h('button', { class: 'quiet square', type: 'button', 'aria-label': texts.player.restart, onclick: () => this.seek(0) }, icon(ICONS.restart));
    this.clock = h('span', { class: 'clock' });
    this.now = h('span', { class: 'moment' });
    this.head = h('span', { class: 'playhead' });
    this.wave = h('span', { class: 'strip wave' });
    this.mel = h('span', { class: 'strip mel' });
    const genres = timeline(result.segments ?? [], this.#seconds);
    this.genres = h('span', { class: 'strip genres' }, genres.element);
    /** Null where the moments are not known. */
    this.spotlight = result.segments?.length ? new Spotlight(result.segments, genres, this) : null;
    this.slider = this.#makeSlider();
    this.element = h('section', { class: 'card player', 'aria-label': texts.player.heading, onkeydown: (e) => this.#pageKey(e) },
      h('div', { class: 'transport' }, this.button, this.restart, this.clock, this.now),
      this.slider, this.#legend(), this.note);
    this.#showButton();
  }

  /** Opens the sound and asks for the pictures, once the rest of the result can follow. */
  begin() {
    if (this.#track.url) this.#open();
    this.#show();
    this.#loadPictures();
  }

  /** Ends it: no sound, no requests, no pictures in memory. */
  close() {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
    this.#audio?.pause();
    for (const url of this.#pictures) URL.revokeObjectURL(url);
  }

  /** Seconds from the start. */
  get at() {
    return this.#at;
  }

  toggle() {
    if (!this.#audio || this.button.disabled) return;
    if (this.#audio.paused) this.#audio.play().catch(() => this.#silent());
    else this.#audio.pause();
  }

  seek(seconds) {
    this.#at = Math.min(this.#seconds, Math.max(0, seconds));
    if (this.#audio && this.#audio.readyState > 0) this.#audio.currentTime = this.#at;
    this.#show();
  }

  #makeSlider() {
    const slider = h('div', {
      class: 'strips', role: 'slider', tabindex: 0, 'aria-label': texts.player.position, 'aria-valuemin': 0,
      'aria-valuemax': this.#seconds.toFixed(1), onkeydown: (e) => this.#key(e),
    }, this.wave, this.mel, this.genres, this.head);
    const toPointer = (e) => {
      const box = slider.getBoundingClientRect();
      this.seek(((e.clientX - box.left) / box.width) * this.#seconds);
    };
    slider.addEventListener('pointerdown', (e) => {
      if (e.button !== 0) return;
      slider.setPointerCapture(e.pointerId);
      toPointer(e);
    });
    slider.addEventListener('pointermove', (e) => {
      if (slider.hasPointerCapture(e.pointerId)) toPointer(e);
    });
    return slider;
  }

  #key(event) {
    const moves = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, Home: -Infinity, End: Infinity };
    if (event.key === ' ') this.toggle();
    else if (event.key in moves) this.seek(this.#at + moves[event.key]);
    else return;
    event.preventDefault();
  }

  /** Anywhere in the player, as on its slider. */
  #pageKey(event) {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    this.seek(this.#at + (event.key === 'PageUp' ? PAGE : -PAGE) * this.#seconds);
    event.preventDefault();
  }

  #legend() {
    const names = leaders(this.#result.segments ?? []).slice(0, 6);
    return h('ul', { class: 'legend', 'aria-label': texts.player.timeline },
      names.map((label) => h('li', { vars: colour(label) },
        this.spotlight.button(label, { class: 'legend-jump' }, [h('span', { class: 'swatch', 'aria-hidden': 'true' }), title(label)]))));
  }

  #open() {
    const audio = new Audio();
    audio.preload = 'auto';
    const listen = (type, callback) => audio.addEventListener(type, callback, { signal: this.#ended.signal });
    listen('error', () => this.#silent());
    listen('play', () => this.#showButton());
    listen('pause', () => this.#showButton());
    listen('play', () => this.#follow());
    listen('timeupdate', () => this.#take());
    listen('seeked', () => this.#take());
    listen('ended', () => this.#take());
    audio.src = this.#track.url;
    this.#audio = audio;
  }

  /** Moves the playhead with each picture of the screen; where motion is unwelcome, four times a second. */
  #follow() {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const step = () => {
      this.#take();
      if (this.#audio?.paused === false) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  #take() {
    // Null once it could not be played; what was on its way then still comes.
    if (!this.#audio || this.#audio.seeking) return;
    this.#at = Math.min(this.#seconds, this.#audio.currentTime);
    this.#show();
  }

  #silent() {
    if (this.#ended.signal.aborted) return;
    this.button.disabled = true;
    this.note.className = 'note';
    this.note.textContent = texts.player.cannotPlay;
    this.#audio = null;
  }

  #showButton() {
    const isPlaying = this.#audio && !this.#audio.paused;
    this.button.replaceChildren(icon(isPlaying ? ICONS.pause : ICONS.play));
    this.button.setAttribute('aria-label', isPlaying ? texts.player.pause : texts.player.play);
  }

  #show() {
    const segment = segmentAt(this.#result.segments ?? [], this.#at);
    const best = segment?.labels[0];
    const said = best ? `${title(best.label)} ${percent(best.score)}` : texts.player.gap;
    const [now, all] = [clock(this.#at), clock(this.#seconds)];
    this.slider.style.setProperty('--at', this.#seconds > 0 ? this.#at / this.#seconds : 0);
    this.slider.setAttribute('aria-valuenow', this.#at.toFixed(1));
    this.slider.setAttribute('aria-valuetext', texts.player.positionText(now, all, said));
    this.clock.textContent = `${now} / ${all}`;
    this.now.textContent = said;
    this.#onMoment(segment, this.#at);
  }

  async #loadPictures() {
    const mel = this.#picture('mel', this.mel, texts.player.mel);
    const found = this.#track.file ? await outline(this.#track.file) : null;
    if (this.#ended.signal.aborted) return;
    if (found) this.wave.append(draw(found.peaks));
    else await this.#picture('waveform', this.wave, texts.player.waveform);
    await mel;
  }

  /** The server's picture; without it the strip says so. */
  async #picture(kind, strip, name) {
    try {
      if (!this.#track.id) throw new Error('the server does not know it');
      const url = await api.picture(this.#track.id, kind);
      if (this.#ended.signal.aborted) {
        URL.revokeObjectURL(url);
        return;
      }
      this.#pictures.push(url);
      strip.append(h('img', { src: url, alt: name, draggable: 'false' }));
    } catch {
      strip.append(h('span', { class: 'lost' }, texts.player.noPicture));
    }
  }
}
