// The Frontend API without resources: any request, and the hooks that see all of them.

import { first } from './first.js';

/** @import { FapiRequestInit } from 'clerk-wasm' */

const TYPE = 'content-type';
const FORM = 'application/x-www-form-urlencoded';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What else a page calls so, such as an element with that id, is no hook. */
const isHook = hook => typeof hook === 'function';
const before = hooks => [globalThis.__internal_onBeforeRequest, ...hooks.before].filter(isHook);
const after = hooks => [globalThis.__internal_onAfterResponse, ...hooks.after].filter(isHook);
const assertionOf = hooks => (Object.hasOwn(hooks, 'assertion') ? hooks.assertion : hooks.options.protectAssertion);

/** What throws is told by `showRequest()`, which Rust waits for: no exception may pass through it. */
export const isHooked = hooks => {
  try {
    return before(hooks).length + after(hooks).length > 0 || assertionOf(hooks) !== undefined;
  } catch {
    return true;
  }
};

/** Shows a request to the hooks, one after the other; resolves with it as they have left it. */
export async function showRequest(hooks, given, method, path, url, isForm, form) {
  const headers = new Headers(given?.headers);
  if (isForm && !(given?.body instanceof FormData) && !headers.has(TYPE)) headers.set(TYPE, FORM);
  const body = given?.body ?? (await protect(hooks, method, path, form));
  const request = { ...given, method, path, url: new URL(url), headers, body };
  for (const hook of before(hooks)) {
    if ((await hook(request)) === false) throw new DOMException('A hook has held the request back.', 'AbortError');
  }
  request.url = new URL(request.url);
  return request;
}

/** Shows an answer to the hooks, until one of them has seen enough. */
export async function showResponse(hooks, request, response, payload) {
  Object.assign(response, { payload });
  for (const hook of after(hooks)) {
    if ((await hook(request, response)) === false) break;
  }
}

/** Adds what the application says of a sign-in or a sign-up, which goes on without: a field of the form, since a header would make browsers ask first. */
async function protect(hooks, method, path, form) {
  const isGated = method !== 'GET' && /^\/client\/sign_(in|up)s(\/|$)/.test(path);
  const said = isGated ? await say(assertionOf(hooks)) : undefined;
  return said ? [form, `__clerk_protect_assertion=${encodeURIComponent(said)}`].filter(Boolean).join('&') : form;
}

async function say(assertion) {
  try {
    const said = typeof assertion === 'function' ? await assertion() : assertion;
    if (said === undefined || (typeof said === 'string' && said.trim())) return said;
    first.warn('protectAssertion is no text, or an empty one; it is left out.');
  } catch (error) {
    first.warn(`protectAssertion has failed, and is left out: ${error}`);
  }
}

/** Has the application solve the captcha that the server wants; nothing where it has said nobody who can. */
export const solveCaptcha = async ({ options: { solveCaptcha } }, environment, action) =>
  solveCaptcha && first.runFlow('Captcha', 'solve', solveCaptcha, environment, action);

/** Any request that an application makes. `send` sends what it is given, in Rust. */
export async function fapiRequest(
  send,
  /** @type {Partial<FapiRequestInit>} */ { path, method = 'GET', search, rotatingTokenNonce, body, ...init } = {},
) {
  if (typeof path !== 'string' || path[0] !== '/')
    throw new TypeError('The path of a request is a text that begins with a slash.');
  const number = METHODS.indexOf(method);
  if (number < 0) throw new TypeError(`The method of a request is one of ${METHODS.join(', ')}.`);
  if (!number && body !== undefined) throw new TypeError('A GET has no body.');
  // An object becomes a form, unless its headers say something else; everything else goes out as it is.
  const isForm = isPlain(body) && (new Headers(init.headers).get(TYPE) ?? FORM) === FORM;
  return send(number, path, queryOf(search), {
    nonce: rotatingTokenNonce,
    ...(isForm ? { params: body, init } : { init: { ...init, body } }),
  });
}

const isPlain = value =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** The query of an object, whose lists repeat their key, or of what URLSearchParams takes. */
const queryOf = (/** @type {any} */ search = '') =>
  search === ''
    ? ''
    : String(
        new URLSearchParams(
          isPlain(search)
            ? Object.entries(search).flatMap(([key, value]) =>
                [value]
                  .flat()
                  .filter(one => one !== undefined)
                  .map(one => [key, one ?? '']),
              )
            : search,
        ),
      );
