// What is known of labels: their colours, and where in time they stand.

/** Hue and chroma in OKLCH; lightness is the theme's. Metal is grey. */
const COLOURS = {
  blues: [255, 0.14], classical: [92, 0.12], country: [68, 0.13], disco: [318, 0.16], hiphop: [45, 0.15],
  jazz: [205, 0.11], metal: [260, 0.02], pop: [350, 0.14], reggae: [148, 0.14], rock: [24, 0.17], electronic: [287, 0.15],
  happy: [85, 0.14], angry: [24, 0.17], tense: [24, 0.17], sad: [255, 0.14], calm: [165, 0.12],
};

/** CSS variables that colour an element as a label. */
export function colour(label) {
  const [hue, chroma] = COLOURS[label] ?? [hash(label) % 360, 0.12];
  return { '--hue': String(hue), '--chroma': String(chroma) };
}

/** Any text to the same number each time. */
function hash(text) {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) >>> 0;
  return sum;
}

/** The segment whose middle is nearest to a moment; null beyond the last one's end. */
export function segmentAt(segments, seconds) {
  const slice = slices(segments).find(({ from, to }) => seconds >= from && seconds < to);
  return slice ? slice.segment : null;
}

/** Overlapping segments as slices that touch: each reaches half-way to its neighbours' middles. */
export function slices(segments) {
  const middle = (segment) => (segment.startSeconds + segment.endSeconds) / 2;
  return segments.map((segment, i) => {
    const before = segments[i - 1];
    const after = segments[i + 1];
    const joinsBefore = before && before.endSeconds > segment.startSeconds - 1.5;
    const joinsAfter = after && segment.endSeconds > after.startSeconds - 1.5;
    return {
      segment,
      from: joinsBefore ? (middle(before) + middle(segment)) / 2 : segment.startSeconds,
      to: joinsAfter ? (middle(segment) + middle(after)) / 2 : segment.endSeconds,
    };
  });
}

/**
 * Where in time a label stands, `{from, to}` each: where it is the best; if it never is, where it
 * comes nearest to that.
 */
export function stretches(segments, label) {
  const parts = slices(segments).map(({ segment, from, to }) => {
    const score = segment.labels.find((other) => other.label === label)?.score ?? 0;
    return { from, to, score, leads: segment.labels[0]?.label === label };
  });
  const peak = Math.max(0, ...parts.map(({ score }) => score));
  const isAny = parts.some(({ leads }) => leads);
  const found = [];
  for (const { from, to, score, leads } of parts) {
    if (isAny ? !leads : peak === 0 || score < 0.7 * peak) continue;
    const last = found.at(-1);
    if (last && from - last.to < 0.01) last.to = to;
    else found.push({ from, to });
  }
  return found;
}
