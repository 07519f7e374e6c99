// Requests by `fetch`, which an application may have replaced: by what monitors it, by a stub, by another implementation. Whatever that
// does, a request is a promise, and its answer an object that reads as a `Response` does and never throws. Answers are known by their
// interface: those of node-fetch, or of a class that a tool puts in the place of `Response`, are of no class of the page.

import { undefinedIfThrown } from './page.js';

const BEGUN = Symbol.for('clerk-wasm.begun');

/** Requests that were sent before the engine asked for them, by their URL: promises of answers, each of which is taken once. */
export const begun = () => (globalThis[BEGUN] ??= new Map());

function taken(url) {
  const early = globalThis[BEGUN]?.get(url);
  if (early) begun().delete(url);
  return early;
}

/** What an answer says of its body: `json()` rejects where it is none, or gives no promise of one. */
const facade = native => {
  let reading;
  const { status, statusText } = native ?? {};
  if (!Number.isInteger(status)) throw 'fetch gave no Response';
  return {
    status,
    statusText: typeof statusText === 'string' ? statusText : '',
    headers: {
      get(name) {
        const value = undefinedIfThrown(() => native.headers.get(name));
        return typeof value === 'string' ? value : null;
      },
    },
    // Read once, however often it is asked for.
    json: () => (reading ??= (async () => native.json())()),
    native,
  };
};

/** The form that sends a file; undefined for what is no file. */
export const formOf = file =>
  undefinedIfThrown(() => {
    if (!(file instanceof Blob)) return;
    const body = new FormData();
    body.append('file', file);
    return body;
  });

/** A text that names no URL's query: tokens and nonces are in it. */
const withoutQueries = text => text.replace(/\?[^\s"'`]+/g, '');

/** What a rejected `fetch` says for itself, whatever it rejected with. */
const cause = thrown => {
  const text = undefinedIfThrown(() => (typeof thrown === 'string' ? thrown : thrown.message));
  return typeof text === 'string' ? withoutQueries(text) : 'the request failed';
};

async function answer(url, isPost, isForm, body, withCredentials, init, signal) {
  try {
    return facade(
      await fetch(url, {
        headers: isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : undefined,
        body,
        ...init,
        credentials: init?.credentials || (withCredentials ? 'include' : undefined),
        method: isPost ? 'POST' : 'GET',
        signal,
      }),
    );
  } catch (thrown) {
    throw cause(thrown);
  }
}

/** What was asked already, or what is now: a request that is not ended, since the page's start waits for it. */
export const sendAtStart = (url, isPost) => taken(url) ?? answer(url, isPost, isPost, undefined, true);

/**
 * Sends a request; what it is rejected with is a text. `init`, where there is one, is what `fetch` takes; method and signal are ours. Where
 * requests cannot be ended they go on unheard.
 */
export function send(url, isPost, isForm, body, withCredentials, init) {
  const early = init ? undefined : taken(url);
  if (early) return early;
  const controller = undefinedIfThrown(() => new AbortController());
  // `fetch` refuses what is no signal, and with it the request.
  const signal = undefinedIfThrown(() => [controller.signal].find(({ aborted }) => aborted === false));
  /** @type {Promise<any> & { end?: () => void }} */
  const sent = answer(url, isPost, isForm, body, withCredentials, init, signal);
  sent.end = () => controller.abort();
  return sent;
}

/** Ends a request that nobody waits for any more. */
export const end = sent => undefinedIfThrown(() => sent.end());
