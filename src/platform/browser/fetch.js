// Requests by `fetch`.

const BEGUN = Symbol.for('clerk-wasm.begun');

/** Requests that were sent before the engine asked for them, by their URL: promises of answers, each of which is taken once. */
export const begun = () => (globalThis[BEGUN] ??= new Map());

function taken(url) {
  const early = globalThis[BEGUN]?.get(url);
  if (early) begun().delete(url);
  return early;
}

/** Sends a request. `init`, where there is one, is what `fetch` takes; method and signal are ours. */
export const send = (url, isPost, isForm, body, withCredentials, init, signal) =>
  (!init && taken(url)) ||
  fetch(url, {
    headers: isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : undefined,
    body,
    ...init,
    credentials: init?.credentials || (withCredentials ? 'include' : undefined),
    method: isPost ? 'POST' : 'GET',
    signal,
  });
