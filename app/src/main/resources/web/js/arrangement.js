// How the tracks are shown just now: what all views agree on.

import { arranged } from './arrange.js';
import { session } from './session.js';

class Arrangement extends EventTarget {
  filter = '';
  order = 'added';
  isReversed = false;
  group = 'none';

  change(changes) {
    Object.assign(this, changes);
    this.dispatchEvent(new Event('change'));
  }

  /** The tracks of the session that are shown, in groups and in order. */
  groups() {
    return arranged(session.tracks, this);
  }

  /** The same in the order in which they came. */
  filtered() {
    return arranged(session.tracks, { filter: this.filter }).flatMap(({ tracks }) => tracks);
  }
}

export const arrangement = new Arrangement();
