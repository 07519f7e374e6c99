// Records the requests that go out, by wrapping `window.fetch` before the package is used.
// Nothing here changes a request or a response.

const SECRET_QUERY = new Set(['__clerk_db_jwt', '__dev_session', 'rotating_token_nonce']);
const SECRET_FIELD = /^(password|new_password|current_password|code|token|ticket|nonce|captcha_token)$/u;
const MASK = '••••••';
// Addresses to come back to have the browser's token in their query, those in other addresses encoded.
const SECRET_IN_URL = /(__clerk_db_jwt(?:=|%3D|%253D))[\w-]+/giu;

/** The page's own requests (configuration, outbox) go through this and are not recorded. */
export const plainFetch = window.fetch.bind(window);

export class RequestLog extends EventTarget {
  entries = [];
  #next = 1;

  /** Starts recording requests whose address `matches`. */
  start(matches) {
    window.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : String(input), location.href);
      if (!matches(url)) return plainFetch(input, init);
      return this.#record(url, input, init);
    };
  }

  async #record(url, input, init) {
    const entry = describe(url, init?.method ?? (input instanceof Request ? input.method : 'GET'));
    entry.id = this.#next++;
    this.entries.unshift(entry);
    this.entries.length = Math.min(this.entries.length, 100);
    // A Request gives its body only asynchronously; the entry is announced first, so that the order is that of the calls.
    this.#changed(entry);
    if (init?.body === undefined && input instanceof Request && entry.sent !== 'GET') {
      entry.form = fields(
        await input
          .clone()
          .text()
          .catch(() => ''),
      );
    } else {
      entry.form = fields(init?.body);
    }
    const start = performance.now();
    try {
      const response = await plainFetch(input, init);
      entry.status = response.status;
      entry.ms = performance.now() - start;
      this.#changed(entry);
      return response;
    } catch (error) {
      entry.failed = error?.name === 'AbortError' ? 'aborted' : 'no answer';
      entry.ms = performance.now() - start;
      this.#changed(entry);
      throw error;
    }
  }

  #changed(entry) {
    this.dispatchEvent(new CustomEvent('change', { detail: entry }));
  }
}

function describe(url, sent) {
  const query = [...url.searchParams].map(([name, value]) => [name, SECRET_QUERY.has(name) ? MASK : value]);
  return {
    at: Date.now(),
    sent: sent.toUpperCase(),
    method: url.searchParams.get('_method') ?? sent.toUpperCase(),
    path: url.pathname,
    query,
    form: [],
    status: null,
    failed: null,
    ms: null,
  };
}

function fields(body) {
  if (body === undefined || body === null || body === '') return [];
  if (body instanceof URLSearchParams || typeof body === 'string') {
    return [...new URLSearchParams(body)].map(([name, value]) => [name, masked(name, value)]);
  }
  if (body instanceof FormData) return [...body.keys()].map(name => [name, '(form data)']);
  return [['body', Object.prototype.toString.call(body)]];
}

const masked = (name, value) =>
  SECRET_FIELD.test(name) && value ? MASK : value.replaceAll(SECRET_IN_URL, `$1${MASK}`);
