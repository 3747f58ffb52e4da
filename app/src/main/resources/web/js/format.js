// Numbers and names as people read them.

/** 0.714 -> "71 %", with a space that does not break. */
export function percent(share) {
  const rounded = Math.round(100 * share);
  if (rounded === 0 && share > 0) return '<1\u00a0%';
  return `${rounded}\u00a0%`;
}

/** 75.4 -> "1:15". */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  const minutes = Math.floor(whole / 60);
  const rest = String(whole % 60).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

/** A name inside a sentence: one that is written from right to left does not turn the rest around. */
export function named(name) {
  return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]/.test(name) ? `\u2068${name}\u2069` : name;
}

/** Labels inside a sentence: "hiphop" -> "hip-hop". */
export function word(label) {
  return NAMES[label] ?? label.replace(/[_-]+/g, ' ');
}

/** Labels by themselves: "hiphop" -> "Hip-hop". */
export function title(label) {
  const name = word(label);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const NAMES = { hiphop: 'hip-hop' };
