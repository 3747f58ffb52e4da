// One song: what it sounds like and why, what is like it, what its file says, and what the user says.

import * as api from '../api.js';
import { bars } from '../bars.js';
import { certaintyOf } from '../certainty.js';
import { h, icon } from '../dom.js';
import { explained } from '../failure.js';
import { clock, percent, title, word } from '../format.js';
import { colour } from '../labels.js';
import { texts } from '../texts.js';
import * as calls from './calls.js';
import { changes, correct, labelButtons, labelOf, undo } from './correct.js';
import { deck } from './deck.js';
import { saveList } from './lists.js';
import { address, fullName, nameOf, said, speakers } from './words.js';

const words = texts.library.song;
const PLAY = 'M7 4.500v15l12-7.500z';
const SAVE = 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14';
const SHOWN = 5;
const NEIGHBOURS = 12;

/** The card of a model, unless a library was heard by one that this server lacks. */
async function servedCard(name) {
  return (await api.models()).some((model) => model.name === name) ? api.card(name) : null;
}

/** `{element, close}` of a song's page; `query` leads back to where one came from. */
export function songView(id, summary, query) {
  const ended = new AbortController();
  const element = h('article', { class: 'song', onkeydown: key }, h('p', { class: 'note' }, words.loading));
  let song = null;
  let shownSay = null;
  const models = new Map(summary.models.map((model) => [model.name, model]));
  const one = speakers(summary.models);
  let field = one[0]?.name ?? null;

  async function fill() {
    try {
      song = await calls.song(id);
    } catch (e) {
      element.replaceChildren(back(), h('div', { class: 'card failure', role: 'alert' }, h('h1', { tabindex: -1 }, words.missing), h('p', {}, e.code === 'UNKNOWN_SONG' ? words.unknown : explained(e).join(' '))));
      return;
    }
    show();
    element.querySelector('h1').focus({ preventScroll: true });
    neighbours();
  }

  const back = () => h('p', { class: 'back' }, h('a', { href: address('songs', query) }, words.back));

  const sounds = h('section', { class: 'card song-sounds' });
  const says = h('section', { class: 'card song-says' });
  const near = h('section', { class: 'card song-near' }, h('h2', {}, words.near), h('p', { class: 'note' }, words.searching));

  function show() {
    const play = h('button', { class: 'primary', type: 'button', disabled: !song.audible, onclick: () => deck.play({ total: 1, at: async () => song }, 0) }, icon(PLAY), texts.player.play);
    const facts = [song.artist ? h('a', { href: address('songs', `artist="${song.artist.replace(/["\\]/g, '\\$&')}"`) }, song.artist) : null, song.album, song.year, song.durationSeconds === undefined ? null : clock(song.durationSeconds)].filter(Boolean);
    element.replaceChildren(...[back(),
      h('header', { class: 'song-head' },
        h('div', {}, h('h1', { tabindex: -1, dir: 'auto' }, nameOf(song)), h('p', { class: 'song-by' }, facts.map((fact, i) => [i ? ' · ' : '', fact]))),
        h('div', { class: 'buttons' }, play, h('a', { class: 'button secondary', href: address('map', `path="${song.path.replace(/["\\]/g, '\\$&')}"`) }, words.onMap))),
      song.audible || song.error ? null : h('p', { class: 'note' }, song.removed ? words.removed : words.silent),
      song.error ? h('div', { class: 'card failure' }, h('h2', {}, words.fault), h('p', {}, explained({ code: song.error.code, status: 0, message: song.error.message }).join(' ')), h('p', { class: 'note' }, `${song.error.message} [${song.error.code}]`)) : null,
      h('div', { class: 'pair' }, h('div', { class: 'stack' }, sounds, near), h('div', { class: 'stack' }, says, file()))].filter(Boolean));
    showSounds();
    showSays();
  }

  function showSounds() {
    const order = [...one.map(({ name }) => name), ...summary.models.map(({ name }) => name)].filter((name, i, all) => all.indexOf(name) === i && song.scores[name]);
    sounds.replaceChildren(...[h('h2', {}, words.sounds), beat(),
      ...order.map((name) => {
        const labels = Object.entries(song.scores[name]).map(([label, score]) => ({ label, score }));
        const verdict = song.models[name];
        return h('div', { class: 'song-model' }, h('h3', {}, title(name), ' ', h('span', { class: `song-verdict${verdict?.sure ? '' : ' is-unsure'}` }, models.get(name)?.tags ? given(name) : said(verdict))),
          bars(labels, { count: SHOWN }).element, why(name, labels));
      }),
      mood()].filter(Boolean));
  }

  /** Tempo and key with how certain they are, and how to find more of them. */
  function beat() {
    const rows = [];
    if (song.tempo !== undefined) rows.push([words.tempo, words.beats(song.tempo.toFixed(0)), song.tempoCertainty, `tempo:${(0.98 * song.tempo).toFixed(0)}..${(1.02 * song.tempo).toFixed(0)}`]);
    if (song.key !== undefined) rows.push([words.key, song.key, song.keyCertainty, `key:"${song.key}"`]);
    return rows.length === 0 ? null : h('dl', { class: 'song-beat' }, rows.map(([name, value, certainty, others]) => [h('dt', {}, name),
      h('dd', {}, h('a', { href: address('songs', others), title: words.alike }, value), ' ', h('span', { class: 'note' }, words.certainty(percent(certainty))))]));
  }

  const given = (name) => (song.given[name]?.length ? song.given[name].map(word).join(', ') : words.noTags);

  /** Valence and arousal in words. */
  function mood() {
    if (song.valence === undefined || song.arousal === undefined) return null;
    return h('p', { class: 'note' }, words.mood(song.valence.toFixed(2), song.arousal.toFixed(2)));
  }

  /** The figures behind a verdict; the threshold is the model's, if this server has it. */
  function why(name, labels) {
    if (models.get(name)?.tags || labels.length < 2) return null;
    const [best, second] = labels;
    const rule = h('span', {});
    const details = h('details', { class: 'why' }, h('summary', {}, texts.why.ask), h('p', { class: 'note' },
      h('span', {}, words.why(title(best.label), percent(best.score), word(second.label), percent(second.score))),
      song.models[name]?.corrected ? h('span', {}, words.whySaid) : null, rule));
    details.addEventListener('toggle', () => servedCard(name).then((card) => { if (card) rule.textContent = certaintyOf(card.scores); }, () => {}), { once: true });
    return details;
  }

  function showSays() {
    if (!field) {
      says.hidden = true;
      return;
    }
    const model = models.get(field);
    const held = song.corrections[field] ?? [];
    const choice = h('select', { id: 'say-field', onchange: () => {
      field = choice.value;
      showSays();
      says.querySelector('select').focus();
    } }, summary.models.filter(({ labels }) => labels.length > 0).map(({ name }) => h('option', { value: name, selected: name === field }, title(name))));
    shownSay = { labels: model.labels.map(({ label }) => label), held };
    says.replaceChildren(h('h2', {}, words.says), h('p', { class: 'note' }, words.saysLead),
      h('label', { class: 'say-field', for: 'say-field' }, words.saysField, choice),
      labelButtons(shownSay.labels, held, say),
      h('div', { class: 'say-tools' },
        h('button', { class: 'quiet', type: 'button', disabled: held.length === 0, onclick: () => send([]) }, words.takeBack),
        h('button', { class: 'quiet', type: 'button', onclick: undo }, words.undo)));
  }

  function say(label) {
    const { held } = shownSay;
    const isTags = models.get(field).tags;
    if (held.includes(label)) send(held.filter((other) => other !== label));
    else send(isTags ? [...held, label] : [label]);
  }

  async function send(labels) {
    const pressed = document.activeElement?.closest?.('.label-key')?.textContent;
    if (await correct(song, field, labels) && pressed) [...says.querySelectorAll('.label-key')].find((button) => button.textContent === pressed)?.focus();
  }

  /** The key of a label anywhere on the song's page, but not where one types or chooses. */
  function key(e) {
    if (!song || !shownSay || (e.target instanceof Element && e.target.matches('input, select, textarea'))) return;
    const label = labelOf(e, shownSay.labels);
    if (!label) return;
    e.preventDefault();
    say(label);
  }

  function file() {
    const rows = [[words.path, song.path], [words.size, words.bytes((song.bytes / 1e6).toFixed(1))], [words.changed, song.modified.slice(0, 10)], ...(song.tagGenre ? [[words.tagGenre, song.tagGenre]] : [])];
    const tags = Object.entries(song.tags);
    return h('section', { class: 'card song-file' }, h('h2', {}, words.file),
      h('dl', {}, rows.map(([name, value]) => [h('dt', {}, name), h('dd', { dir: 'auto' }, value)])),
      tags.length === 0 ? h('p', { class: 'note' }, words.noFileTags) : h('details', {}, h('summary', {}, words.tags(tags.length)), h('dl', {}, tags.map(([name, value]) => [h('dt', {}, name), h('dd', { dir: 'auto' }, value)]))));
  }

  async function neighbours() {
    let found;
    try {
      found = await calls.similar(id, NEIGHBOURS);
    } catch (e) {
      near.replaceChildren(h('h2', {}, words.near), h('p', { class: 'note' }, explained(e).join(' ')));
      return;
    }
    if (ended.signal.aborted) return;
    const all = [song, ...found.songs.map((one) => one.song)];
    if (found.songs.length === 0) {
      near.replaceChildren(h('h2', {}, words.near), h('p', { class: 'note' }, words.nobody));
      return;
    }
    near.replaceChildren(
      h('div', { class: 'near-head' }, h('h2', {}, words.near), h('button', { class: 'quiet', type: 'button', onclick: () => list(all) }, icon(SAVE), words.nearPlaylist)),
      h('p', { class: 'note' }, found.by === 'scores' ? words.byScores : words.byEmbedding),
      h('ol', { class: 'near-list' }, found.songs.map(({ song: other, similarity, why: reason }, i) => h('li', { class: 'near' },
        h('button', { class: 'quiet square', type: 'button', 'aria-label': texts.library.playSong(fullName(other)), onclick: () => deck.play({ total: all.length, at: async (place) => all[place] }, i + 1) }, icon(PLAY)),
        h('div', { class: 'near-words' }, h('a', { href: address('song', other.id), dir: 'auto' }, fullName(other)), h('span', { class: 'note' }, reasons(reason))),
        h('span', { class: 'near-value' }, percent(similarity))))));
  }

  function reasons({ labels, sameArtist, sameAlbum }) {
    const parts = labels.map(({ label, score, other }) => h('span', { class: 'reason', vars: colour(label) }, h('span', { class: 'swatch', 'aria-hidden': 'true' }), words.both(word(label), percent(score), percent(other))));
    if (sameArtist) parts.push(h('span', { class: 'reason' }, words.sameArtist));
    if (sameAlbum) parts.push(h('span', { class: 'reason' }, words.sameAlbum));
    return parts.length ? parts : words.noReason;
  }

  const list = (songs) => saveList({ ids: songs.map((one) => one.id) });

  changes.addEventListener('song', ({ detail }) => {
    if (!song || detail.id !== song.id) return;
    song = detail;
    showSounds();
    showSays();
  }, { signal: ended.signal });
  fill();
  return { element, close: () => ended.abort() };
}
