// URLs as a browser has to be sent there: the rows of tests/fixtures/urls_with_auth.json, to which tests/engine_urls.rs holds Rust.

import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { absoluteUrl, urlWithAuth } from '../../../src/js/glue/urls.js';

const { rows, absolute } = JSON.parse(
  readFileSync(new URL('../../fixtures/urls_with_auth.json', import.meta.url), 'utf8'),
);

/** Which origins take the token is what tests/fixtures/ways_out.json shows. */
const anywhere = {
  clerk: { proxyUrl: '', frontendApi: 'x.accounts.dev', instanceType: 'development' },
  options: { allowedRedirectOrigins: ['*'] },
};

/** A page at an address, or none. */
function goTo(href) {
  if (href === null) return;
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', {});
  vi.stubGlobal('location', new URL(href));
}

afterEach(() => vi.unstubAllGlobals());

test.for(rows.flatMap(({ instance, token, page, urls }) => urls.map(([to, url]) => [instance, token, page, to, url])))(
  'in %s, with the token %s, on %s: %j',
  ([instance, token, page, to, url]) => {
    goTo(page);
    const act = () => urlWithAuth(to, instance === 'production' ? undefined : (token ?? ''), anywhere);
    if (url === null) expect(act).toThrow(TypeError);
    else expect(act()).toBe(url);
  },
);

test.for(absolute.texts)('%j is absolute: %s', ([text, isAbsolute]) => {
  goTo(absolute.page);
  expect(absoluteUrl(text)).toBe(isAbsolute ? text : undefined);
});

test('a URL object is taken for its text, and nothing else is', () => {
  goTo('https://app.test/');
  const url = new URL('https://accounts.test/x');
  expect(urlWithAuth(url, 'dvb_1', anywhere)).toBe('https://accounts.test/x?__clerk_db_jwt=dvb_1');
  expect(url.href).toBe('https://accounts.test/x');
  expect(absoluteUrl(url)).toBe(url.href);
  for (const wrong of [undefined, null, 5, {}, ['https://accounts.test/x'], { href: 'https://accounts.test/x' }]) {
    for (const token of [undefined, '', 'dvb_1'])
      expect(() => urlWithAuth(wrong, token, anywhere)).toThrow('clerk.buildUrlWithAuth() takes a URL.');
    expect(absoluteUrl(wrong)).toBeUndefined();
  }
});

test('a worker is no page', () => {
  vi.stubGlobal('location', new URL('https://app.test/worker.js'));
  expect(() => urlWithAuth('/x', 'dvb_1', anywhere)).toThrow(TypeError);
});
