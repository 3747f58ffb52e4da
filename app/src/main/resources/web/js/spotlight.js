// Labels that light up their stretches in the timeline, and jump there.

import { h } from './dom.js';
import { clock, title } from './format.js';
import { stretches } from './labels.js';
import { announce } from './status.js';
import { texts } from './texts.js';

/** A stretch that begins this soon after the playhead is the one it stands in. */
const HERE_SECONDS = 0.25;

/** Knows the buttons of labels; a light on one is a light on all of its label. */
export class Spotlight {
  #segments;
  #timeline;
  #player;
  #buttons = [];

  /** @param timeline `{light(label)}` @param player `{at, seek(seconds)}` */
  constructor(segments, timeline, player) {
    this.#segments = segments;
    this.#timeline = timeline;
    this.#player = player;
  }

  /** A button of a label: pointed at or with the focus it lights the label, pressed it jumps. */
  button(label, attributes, inside) {
    const on = () => this.#light(label);
    const off = () => this.#light(null);
    const element = h('button', {
      type: 'button', ...attributes, title: texts.player.jump, onpointerenter: on, onpointerleave: off, onfocus: on, onblur: off, onclick: () => this.#jump(label),
    }, inside);
    this.#buttons.push({ label, element });
    return element;
  }

  #light(label) {
    this.#timeline.light(label);
    for (const button of this.#buttons) button.element.classList.toggle('is-lit', button.label === label);
  }

  /** To the next stretch of a label; after the last to the first. */
  #jump(label) {
    const all = stretches(this.#segments, label);
    if (all.length === 0) {
      announce(texts.player.nowhere(title(label)), true);
      return;
    }
    const after = all.findIndex(({ from }) => from > this.#player.at + HERE_SECONDS);
    const next = Math.max(0, after);
    const { from, to } = all[next];
    this.#player.seek(from);
    announce(texts.player.jumped(title(label), clock(from), clock(to), next + 1, all.length));
  }
}
