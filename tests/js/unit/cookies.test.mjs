// The attributes of cookies by where the page is: a browser with one page, which takes and refuses cookies as real ones do.

import { beforeEach, expect, test, vi } from 'vitest';

const SUFFIXES = ['com', 'co.uk', 'dev', 'v0.dev'];

/** A page at `url`; its `jar` holds the attributes of each cookie by name, `writes` all that was written. */
async function page(url, { isFramed = false, safari } = {}) {
  const location = new URL(url);
  const jar = new Map();
  const writes = [];
  const isLocal = location.hostname === 'localhost';
  const document = {
    get cookie() {
      return [...jar].map(([name, { value }]) => `${name}=${value}`).join('; ');
    },
    set cookie(text) {
      writes.push(text);
      const [[name, value], ...attributes] = text.split('; ').map(part => part.split('='));
      const given = Object.fromEntries(attributes);
      const { domain } = given;
      if (domain && (SUFFIXES.includes(domain) || !`.${location.hostname}`.endsWith(`.${domain}`))) return;
      if ('Secure' in given && location.protocol !== 'https:' && !isLocal) return;
      if (given['max-age'] === '0') jar.delete(name);
      else jar.set(name, { value, ...given });
    },
  };
  class Window {}
  const global = {
    location,
    document,
    Window,
    top: isFramed
      ? {
          get location() {
            throw new Error('foreign');
          },
        }
      : undefined,
    isSecureContext: location.protocol === 'https:' || isLocal,
    safari,
  };
  for (const [name, value] of Object.entries(global)) vi.stubGlobal(name, value);
  vi.stubGlobal('window', globalThis);
  if (!isFramed) vi.stubGlobal('top', globalThis);
  vi.resetModules();
  return { jar, writes, ...(await import('../../../src/platform/browser/cookies.js')) };
}

beforeEach(() => vi.unstubAllGlobals());

const said = ({ jar }, name = 'a') => {
  const { value, path, 'max-age': age, ...rest } = jar.get(name) ?? {};
  return Object.entries(rest)
    .map(([key, value]) => (value === undefined ? key : `${key}=${value}`))
    .join(' ');
};

test.each([
  ['https://app.example.com', {}, 'SameSite=Lax Secure'],
  ['http://app.example.com', {}, 'SameSite=Lax'],
  ['http://localhost:3000', {}, 'SameSite=Lax'],
  ['https://app.example.com', { isFramed: true }, 'SameSite=None Secure'],
  ['http://localhost:3000', { isFramed: true }, 'SameSite=None Secure'],
  ['http://localhost:3000', { isFramed: true, safari: {} }, 'SameSite=None'],
  ['http://app.example.com', { isFramed: true }, 'SameSite=None'],
  ['https://a.v0.dev', {}, 'SameSite=None Secure'],
  ['https://a.lovable.app', {}, 'SameSite=None Secure'],
  ['https://notlovable.app', {}, 'SameSite=Lax Secure'],
])('at %s %o a cookie of a session has %s', async (url, where, attributes) => {
  const browser = await page(url, where);
  browser.writeCookie('a', 'b', false);
  expect(said(browser)).toBe(attributes);
  expect(browser.cookie('a')).toBe('b');
});

test.each([
  ['https://a.b.example.com', 'domain=example.com SameSite=Strict Secure'],
  ['https://example.com', 'domain=example.com SameSite=Strict Secure'],
  ['https://shop.example.co.uk', 'domain=example.co.uk SameSite=Strict Secure'],
  ['http://localhost', 'domain=localhost SameSite=Strict'],
  ['https://a.v0.dev', 'domain=a.v0.dev SameSite=None Secure'],
])('at %s a strict one has %s', async (url, attributes) => {
  const browser = await page(url);
  browser.writeCookie('a', 'b', true);
  expect(said(browser)).toBe(attributes);
  expect([...browser.jar.keys()]).toEqual(['a']);
});

test('the domain is looked for once', async () => {
  const browser = await page('https://a.example.com');
  for (const value of ['1', '2']) browser.writeCookie('a', value, true);
  expect(browser.writes.filter(text => text.startsWith('__clerk_test_etld=1'))).toHaveLength(1);
});

test('partitioned cookies take the place of others, and are taken off as they were set', async () => {
  const browser = await page('https://a.example.com');
  browser.writeCookie('a', 'before', false);
  browser.writeCookie('a', 'b', false, true);
  expect(said(browser)).toBe('SameSite=None Secure Partitioned');
  const removals = browser.writes.slice(1, 3);
  expect(removals.map(text => /max-age=0; (.*)/u.exec(text)[1])).toEqual([
    'SameSite=Lax; Secure',
    'SameSite=None; Secure',
  ]);
  browser.writeCookie('a', undefined, false, true);
  expect(browser.writes.at(-1)).toBe('a=; path=/; max-age=0; SameSite=None; Secure; Partitioned');
  expect(browser.cookie('a')).toBe(undefined);
});

test('without https nothing is partitioned', async () => {
  const browser = await page('http://a.example.com');
  browser.writeCookie('a', 'b', false, true);
  expect(said(browser)).toBe('SameSite=None');
});

test('a value is encoded, one of a visit is not', async () => {
  const browser = await page('https://a.example.com');
  browser.writeCookie('a', 'b;c=ü', false);
  browser.writeVisitCookie('v', 'sess_1:org_1');
  expect([browser.cookie('a'), browser.cookie('v')]).toEqual(['b;c=ü', 'sess_1:org_1']);
  expect(browser.writes.at(-1)).toBe('v=sess_1:org_1; path=/; Secure');
  browser.writeVisitCookie('v');
  expect(browser.cookie('v')).toBe(undefined);
});

test('a page that may have no cookies goes on without', async () => {
  const browser = await page('https://a.example.com');
  vi.stubGlobal('document', {
    get cookie() {
      throw new Error('sandboxed');
    },
    set cookie(_) {
      throw new Error('sandboxed');
    },
  });
  expect(() => browser.writeCookie('a', 'b', true)).not.toThrow();
  expect(browser.cookie('a')).toBe(undefined);
});
