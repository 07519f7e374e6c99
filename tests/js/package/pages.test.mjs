// Where pages are and how they are gone to: what no scenario beside clerk-js shows.

import { Clerk } from 'clerk-wasm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { client as json, jwt, LIVE, loaded, session } from './lib/fapi.mjs';

let place;
beforeEach(() => {
  place = { href: 'https://app.example.com/here?x=1', origin: 'https://app.example.com', search: '' };
});
afterEach(() => vi.unstubAllGlobals());

/** What a router was asked to show. */
function router() {
  const shown = [];
  const routerPush = to => void shown.push(to);
  return { shown, options: { routerPush, routerReplace: routerPush } };
}

describe('without a page', () => {
  test('nothing is gone to', async () => {
    const { clerk } = await loaded(json([]));
    expect(await clerk.navigate('/a')).toBeUndefined();
    expect(await clerk.redirectToSignIn()).toBeUndefined();
    expect(await clerk.redirectWithAuth('/a')).toBeUndefined();
  });

  test('a native shell has its router', async () => {
    const { shown, options } = router();
    const { clerk } = await loaded(
      json([session('sess_1')]),
      { 'DELETE /client/sessions': { response: json([]), client: null } },
      options,
    );
    await clerk.navigate('/a');
    await clerk.signOut({ redirectUrl: '/b' });
    expect(shown).toEqual(['/a', '/b']);
    expect(clerk.session).toBeNull();
  });
});

test('whether a touch is due is what the client knows, whatever an application has put in the place of its method', async () => {
  const { shown, options } = router();
  const answers = {
    'POST /client/sessions/sess_1/touch': { response: session('sess_1'), client: null },
    'POST /client/sessions/sess_1/tokens': { jwt: jwt() },
  };
  const { clerk } = await loaded(json([session('sess_1')], { cookie_expires_at: 4e12 }), answers, options);
  clerk.client.isEligibleForTouch = vi.fn(() => true);
  await clerk.setActive({ session: 'sess_1', redirectUrl: '/b' });
  expect(shown).toEqual(['/b']);
  expect(clerk.client.isEligibleForTouch).not.toHaveBeenCalled();
});

test('a method keeps its object, and is the same function each time', async () => {
  const { clerk } = await loaded(json([]));
  const { buildSignInUrl, handleRedirectCallback, navigate } = clerk;
  vi.stubGlobal('location', place);
  expect(buildSignInUrl()).toBe(clerk.buildSignInUrl());
  expect(clerk.navigate).toBe(navigate);
  expect(clerk.handleRedirectCallback).toBe(handleRedirectCallback);
  expect(Object.keys(clerk).filter(key => /Url$|^redirect|^handle/u.test(key))).toEqual(['proxyUrl']);
});

test.each(['routerPush', 'routerReplace'])('%s has to be a function', async name => {
  const clerk = new Clerk(LIVE);
  await expect(clerk.load({ [name]: '/a' })).rejects.toThrow(new TypeError(`The option ${name} must be a function.`));
});

describe('afterwards', () => {
  const afterSignIn = async (options, search) => {
    const { clerk } = await loaded(json([]), {}, options);
    vi.stubGlobal('location', place);
    vi.stubGlobal('console', { ...console, warn: () => {} });
    return clerk.buildAfterSignInUrl({ params: new URLSearchParams(search) });
  };

  test.each([
    ['the query asks for a page', {}, 'redirect_url=/asked', 'https://app.example.com/asked'],
    [
      'the query forces one',
      { signInForceRedirectUrl: '/own' },
      'sign_in_force_redirect_url=/forced',
      'https://app.example.com/forced',
    ],
    [
      'the application forces one',
      { signInForceRedirectUrl: '/own' },
      'redirect_url=/asked',
      'https://app.example.com/own',
    ],
    ['a fallback', { signInFallbackRedirectUrl: '/own' }, '', 'https://app.example.com/own'],
    [
      'a fallback, and the query asks',
      { signInFallbackRedirectUrl: '/own' },
      'redirect_url=/asked',
      'https://app.example.com/asked',
    ],
    ['nothing', {}, '', '/'],
  ])('%s', async (_, options, search, url) => expect(await afterSignIn(options, search)).toBe(url));

  // What a stranger can write into a link.
  test.each([
    'https://evil.example/a',
    '//evil.example/a',
    '\\\\evil.example/a',
    '/\t/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'blob:https://app.example.com/x',
    'https://app.example.com.evil.example/',
    'https://app.example.com@evil.example/',
    'https://evilexample.com/',
    'myapp://a',
    'file:///etc/passwd',
    'http://app.example.com/a',
  ])('nobody is sent to %j', async url =>
    expect(await afterSignIn({}, new URLSearchParams({ redirect_url: url }))).toBe('/'),
  );
});
