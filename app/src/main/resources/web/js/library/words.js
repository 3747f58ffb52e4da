// Songs in words.

import { percent, title, word } from '../format.js';
import { texts } from '../texts.js';

const words = texts.library;

/** A song's title, or the name of its file. */
export function nameOf(song) {
  return song.title ?? song.path.replace(/^.*[/\\]/, '');
}

/** Title and artist. */
export function fullName(song) {
  return song.artist ? words.by(nameOf(song), song.artist) : nameOf(song);
}

/** What a model says of a song, or the user. */
export function said(verdict) {
  if (!verdict) return '';
  if (verdict.corrected) return words.corrected(title(verdict.label));
  return verdict.sure ? words.sure(title(verdict.label), percent(verdict.score)) : words.unsure(word(verdict.label));
}

/** A number of songs. */
export const number = (n) => n.toLocaleString('en');

/** The address of a page of the library. */
export const address = (page, argument = '') => `#/library/${page}${argument === '' ? '' : `/${encodeURIComponent(argument)}`}`;

/** Models that name one label of a song, those of genres and moods first. */
export function speakers(models) {
  const rank = ({ name }) => ['genre', 'mood'].indexOf(name) >>> 0;
  return models.filter((model) => !model.tags && model.labels.length > 0).sort((a, b) => rank(a) - rank(b));
}

/** A condition of the query language. */
export const condition = (field, value) => `${field}:${/[\s,":<>=]/.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value}`;
