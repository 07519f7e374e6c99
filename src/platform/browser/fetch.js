// Requests by `fetch`.

/** Sends a request. `init`, where there is one, is what `fetch` takes; method and signal are ours. */
export const send = (url, isPost, isForm, body, withCredentials, init, signal) =>
  fetch(url, {
    headers: isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : undefined,
    body,
    ...init,
    credentials: init?.credentials || (withCredentials ? 'include' : undefined),
    method: isPost ? 'POST' : 'GET',
    signal,
  });
