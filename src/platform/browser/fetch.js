// One request and its answer, each in one call from Rust.

/** Sends a request. Never rejects: where no answer came, the result is a text that says why. */
export async function send(isPost, url, isForm, body, withCredentials) {
  try {
    const request = new Request(url, {
      method: isPost ? 'POST' : 'GET',
      body,
      headers: isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {},
      credentials: withCredentials ? 'include' : undefined,
    });
    const response = await fetch(request);
    if (!(response instanceof Response)) return 'fetch gave something that is not a Response';
    const { status, statusText } = response;
    return { status, statusText, headers: Object.fromEntries(response.headers), json: await json(response) };
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : typeof thrown === 'string' ? thrown : 'the request failed';
  }
}

/** The body of an answer; undefined when there is none or it is not JSON. */
async function json(response) {
  try {
    return response.status === 204 ? undefined : await response.json();
  } catch {}
}
