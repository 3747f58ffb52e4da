// The REST API. Addresses are relative, so the page works behind any prefix.

const BASE = 'api/v1/';
const KEY = 'auricle.key';

/** A failure with a code of the documentation, the server's words, and after how long to try again. */
export class ApiError extends Error {
  constructor(code, message, { status = 0, retryAfterSeconds = null } = {}) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Keeps a key for this tab, for servers that ask for one. */
export function useKey(key) {
  sessionStorage.setItem(KEY, key);
}

/** Whether requests bring a key, which those of elements such as `audio` cannot. */
export function hasKey() {
  return sessionStorage.getItem(KEY) !== null;
}

function headers(more = {}) {
  const key = sessionStorage.getItem(KEY);
  return key ? { ...more, Authorization: `Bearer ${key}` } : more;
}

/** Asks for a path below the API; `options` as of `fetch`. */
export async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(BASE + path, { ...options, headers: headers(options.headers) });
  } catch (e) {
    throw e.name === 'AbortError' ? e : new ApiError('OFFLINE', e.message);
  }
  if (!answer.ok) throw problem(answer.status, await answer.text(), answer.headers.get('Retry-After'));
  return answer;
}

/** The error of an answer: problem+json if it is, else its status. */
function problem(status, body, retryAfter) {
  let document = {};
  try {
    document = JSON.parse(body);
  } catch {
    // Not from Auricle: a proxy in between, perhaps.
  }
  const asked = Number.parseInt(retryAfter ?? '', 10);
  // What passes by itself is tried again: much to do, or no room for uploads just now.
  const retryAfterSeconds = asked || (status === 503 ? 5 : null);
  return new ApiError(document.code ?? `HTTP_${status}`, document.detail ?? document.title ?? `HTTP ${status}`, { status, retryAfterSeconds });
}

/** `[{name, title, default, labels}]`, the default first. */
export async function models() {
  return (await (await ask('models')).json()).models;
}

const cards = new Map();

/** A model's card; asked for once. */
export function card(name) {
  if (!cards.has(name)) {
    const asked = ask(`models/${encodeURIComponent(name)}`).then((answer) => answer.json());
    asked.catch(() => cards.delete(name));
    cards.set(name, asked);
  }
  return cards.get(name);
}

/** A job as it is now. */
export async function job(id) {
  return (await ask(`jobs/${encodeURIComponent(id)}`)).json();
}

/** The server's picture of a job's sound as an address for `img`. */
export async function picture(id, kind) {
  const answer = await ask(`pictures/${encodeURIComponent(id)}/${kind}.png`);
  return URL.createObjectURL(await answer.blob());
}

/** Forgets a job, even while the page is left; what is gone already does not matter. */
export function forget(id) {
  return fetch(`${BASE}jobs/${encodeURIComponent(id)}`, { method: 'DELETE', headers: headers(), keepalive: true }).catch(() => null);
}

/**
 * Sends a file and resolves to the job's id. Progress of the upload is something only
 * XMLHttpRequest tells.
 */
export function send(file, name, modelNames, onProgress, signal) {
  const query = new URLSearchParams([...modelNames.map((model) => ['model', model]), ['segments', 'true'], ['top', '50']]);
  const form = new FormData();
  form.append('file', file, name);
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    request.open('POST', `${BASE}jobs?${query}`);
    for (const [header, value] of Object.entries(headers({ Accept: 'application/json' }))) {
      request.setRequestHeader(header, value);
    }
    request.upload.onprogress = (e) => onProgress(e.lengthComputable ? e.loaded / e.total : 0);
    request.onerror = () => unsent(file).then(reject);
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    request.onload = () => {
      if (request.status === 202) resolve(JSON.parse(request.responseText).id);
      else reject(problem(request.status, request.responseText, request.getResponseHeader('Retry-After')));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** Why nothing came of a request: a file that is gone looks like a server that is. */
async function unsent(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return new ApiError('OFFLINE', '');
  } catch (e) {
    return new ApiError('UNREADABLE', e.message);
  }
}

/** A job's events as `{type, data}`, until it has ended. */
export function events(id, signal) {
  return eventsOf(`jobs/${encodeURIComponent(id)}`, signal);
}

/** The events of a path as `{type, data}`, until the server ends them. */
export async function* eventsOf(path, signal) {
  const answer = await ask(path, { headers: { Accept: 'text/event-stream' }, signal });
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { value, done } = await reader.read().catch((e) => {
      throw e.name === 'AbortError' ? e : new ApiError('OFFLINE', e.message);
    });
    if (done) return;
    text += value;
    const blocks = text.split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const event = parse(block);
      if (event) yield event;
    }
  }
}

/** One event; null for a comment. */
function parse(block) {
  const field = (name) =>
    block.split('\n').filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trimStart());
  const data = field('data').join('\n');
  return data ? { type: field('event')[0] ?? 'message', data: JSON.parse(data) } : null;
}
