// Where the pages of an instance are, and where one goes afterwards. All of it is text: nothing is sent. `engine/clerk/pages.rs` says the same
// for whoever can wait; tests/fixtures/pages.json holds both.

import { origin as pageOrigin, resolveUrl } from '../../platform/browser/page.js';
import { urlText } from './current.js';
import { warn } from './warn.js';

/** @import { AfterAuthenticationUrls, AuthenticationUrlOptions, SessionTask } from 'clerk-wasm' */
/** @import { instanceOf } from './hidden.js' */
/** @typedef {ReturnType<typeof instanceOf>} Instance */

const AFTER = [
  'signUpForceRedirectUrl',
  'signUpFallbackRedirectUrl',
  'signInFallbackRedirectUrl',
  'signInForceRedirectUrl',
];

export const snakeCased = key => key.replace(/[A-Z]/g, letter => '_' + letter.toLowerCase());
/** Whether a URL names its protocol. */
export const isAbsolute = url => /^[a-z][a-z\d+.-]*:/i.test(url);
const absolute = url => new URL(url, location.origin);

/** A page whose router lives behind the hash: `path` and `params` go there, after what is there already. */
export function behindHash(base, path = '', params = {}) {
  const url = new URL(base || '', location.href);
  const inner = new URL('http://hash' + url.hash.slice(1));
  if (path) inner.pathname = `${inner.pathname}/${path}`.replace(/\/+/g, '/');
  for (const [key, value] of Object.entries(params)) inner.searchParams.set(snakeCased(key), value);
  const hash = inner.href.slice('http://hash'.length);
  if (hash !== '/') url.hash = hash;
  return url.href;
}

/** An origin as the option `allowedRedirectOrigins` takes it: a pattern, or a text in which a star is anything. */
const patternOf = origin =>
  origin instanceof RegExp
    ? origin
    : new RegExp(
        `^${origin
          .replace(/\/+$/, '')
          .replace(/[^\w*]/g, '\\$&')
          .replace(/\*/g, '.*')}$`,
      );

/** An origin as it is also where browsers say `null`, such as `myapp://here`. */
const originOf = ({ protocol, host }) => `${protocol}//${host}`;
export const isElsewhere = url => originOf(url) !== originOf(location);

const isOf = (origins, url) => origins.some(origin => origin && patternOf(origin).test(originOf(url)));

/** The origins that are the instance's by its key. */
function ofInstance({ frontendApi, instanceType }) {
  const domain = frontendApi.replace('clerk.', '');
  return [`https://${domain}`, `https://*.${domain}`, instanceType === 'development' && `https://${frontendApi}`];
}

/**
 * Whether a page may be gone to afterwards: one of this origin, or of those that the application or the instance names. `ways_out.rs` says the
 * same for whoever can wait; tests/fixtures/ways_out.json holds both.
 * @param {Instance} instance
 * @param {URL} url
 */
function isAllowed({ clerk, options }, url) {
  const { allowedRedirectOrigins: own, allowedRedirectProtocols: protocols } = options;
  const isOdd = /^(blob|javascript):/.test(url.protocol) || /^\/\//.test(url.pathname);
  const isKnown =
    !isElsewhere(url) || protocols?.includes(url.protocol) || isOf(own?.length ? own : ofInstance(clerk), url);
  if (isKnown && !isOdd) return true;
  warn(`${originOf(url)} is not in allowedRedirectOrigins, so nobody is sent there.`);
}

/** Whether the development browser's token may go along: to the instance, and to origins that the application names. */
const takesToken = ({ clerk, options }, url) =>
  `${clerk.proxyUrl}/`.startsWith(`${originOf(url)}/`) ||
  isOf([...(options.allowedRedirectOrigins ?? []), ...ofInstance(clerk)], url);

/** What names the pages to go to afterwards, as absolute URLs; those that are not allowed are left out. */
function redirectsOf(instance, named) {
  const given = [...AFTER, 'redirectUrl'].flatMap(key => {
    const url = named(key) && absolute(named(key));
    return url && isAllowed(instance, url) ? [[key, url.href]] : [];
  });
  return Object.fromEntries(given);
}

const inOptions = (instance, options = {}) => redirectsOf(instance, key => options[key]);
const inQuery = (instance, query = {}) =>
  redirectsOf(instance, key =>
    query instanceof URLSearchParams ? query.get(snakeCased(key)) : query[snakeCased(key)],
  );

/**
 * Where one goes after a `signIn` or a `signUp`: what forces, then what the page was asked for with, then what is there for lack of both.
 * @param {'signIn'|'signUp'} attempt
 * @param {Instance} instance
 * @param {AfterAuthenticationUrls} [given]
 * @param {URLSearchParams|object} [query]
 */
export function urlAfter(attempt, instance, given, query) {
  const asked = inQuery(instance, query);
  const all = [asked, inOptions(instance, given), inOptions(instance, instance.options)];
  const first = key => all.find(urls => urls[key])?.[key];
  return first(attempt + 'ForceRedirectUrl') ?? asked.redirectUrl ?? first(attempt + 'FallbackRedirectUrl') ?? '/';
}

/** What the page of a sign-in or sign-up is told of where to go afterwards. */
function forwarded(instance, given) {
  const own = inOptions(instance, instance.options);
  const { redirectUrl, ...asked } = inOptions(instance, given);
  const urls = { ...own, ...asked, redirectUrl };
  const isForced = key => key.includes('Fallback') && urls[key.replace('Fallback', 'Force')];
  return Object.fromEntries(
    [...AFTER, 'redirectUrl'].filter(key => urls[key] && !isForced(key)).map(key => [key, urls[key]]),
  );
}

/** The same page, which asks who is signed in: a satellite does not know. */
function thatAsks(url) {
  const asking = absolute(url);
  asking.searchParams.set('__clerk_synced', 'false');
  return asking.href;
}

/**
 * The page of a sign-in or a sign-up; empty before the environment is there.
 * @param {'signIn'|'signUp'} attempt
 * @param {Instance} instance
 * @param {AuthenticationUrlOptions} [given]
 */
export function attemptUrl(attempt, instance, { initialValues, ...given } = {}) {
  const { clerk, options, pages } = instance;
  if (!clerk.loaded || !pages) return '';
  const redirects = { ...given, redirectUrl: given.redirectUrl || location.href };
  for (const key of clerk.isSatellite ? [...AFTER, 'redirectUrl'].filter(key => redirects[key]) : [])
    redirects[key] = thatAsks(redirects[key]);
  const { signInUrl, signUpUrl } = options;
  // One page for both.
  const isCombined = !signUpUrl && signInUrl && !isAbsolute(signInUrl);
  const base = isCombined ? signInUrl : options[attempt + 'Url'] || pages[snakeCased(attempt + 'Url')];
  const path = isCombined && attempt === 'signUp' ? 'create' : '';
  return clerk.buildUrlWithAuth(behindHash(base, path, { ...initialValues, ...forwarded(instance, redirects) }));
}

/**
 * Where a session's open task is done, on the page of sign-ins or another that knows tasks.
 * @param {SessionTask} task
 * @param {string} base
 */
export const taskUrl = ({ key }, base) => behindHash(base, 'tasks/' + key);

const DEV_BROWSER = '__clerk_db_jwt';

/**
 * `to`, as a browser has to be sent there: a development instance takes its token along to another origin of its own, or one that the
 * application names, unless the URL has one.
 * `build_url_with_auth` is the same for Rust; tests/fixtures/urls_with_auth.json holds both.
 * @param {unknown} to
 * @param {string|undefined} token undefined in production; empty where there is none yet
 * @param {Instance} instance
 */
export function urlWithAuth(to, token, instance) {
  const text = urlText(to);
  const origin = pageOrigin() ?? '';
  // Below the root, and be it that two slashes would lead to another host.
  const below = text => resolveUrl(isAbsolute(text) ? text : origin + (!origin || text[0] === '/' ? '' : '/') + text);
  const resolved = text !== undefined && token !== undefined ? below(text) : text;
  if (resolved === undefined) throw new TypeError('clerk.buildUrlWithAuth() takes a URL.');
  if (token === undefined) return resolved;
  const url = new URL(resolved);
  if (token && url.origin !== origin && takesToken(instance, url) && !url.searchParams.get(DEV_BROWSER))
    url.searchParams.set(DEV_BROWSER, token);
  return url.href;
}

/** The text of an absolute URL, or of a URL object; undefined for anything else. */
export function absoluteUrl(value) {
  const text = urlText(value);
  return text !== undefined && isAbsolute(text) && resolveUrl(text) !== undefined ? text : undefined;
}
