// The requests that are sent before WebAssembly is there, by the rows that Rust is tested by as well (tests/fixtures/early_urls.json).

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { begin, earlyUrls } from '../../../src/js/glue/early.js';
import { begun, send } from '../../../src/platform/browser/fetch.js';

const ROWS = JSON.parse(readFileSync(new URL('../../fixtures/early_urls.json', import.meta.url), 'utf8'));
const VERSIONS = '__clerk_api_version=2026-05-12&_clerk_js_version=6.34.1';
const LIVE = ROWS[0].options;

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'https://app.test' });
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json({})),
  );
});
afterEach(() => {
  begun().clear();
  vi.unstubAllGlobals();
});

test.each(ROWS)('$options asks at $base', ({ options, base }) => {
  const urls = base === null ? [] : ['environment', 'client'].map(path => `${base}/v1/${path}?${VERSIONS}`);
  expect(earlyUrls(options)).toEqual(urls);
});

test('each is sent once, with cookies, and taken by the request that would have been made', async () => {
  begin(LIVE);
  begin(LIVE);
  expect(
    fetch.mock.calls.map(([url, { credentials, method }]) => [new URL(url).pathname, credentials, method]),
  ).toEqual([
    ['/v1/environment', 'include', 'GET'],
    ['/v1/client', 'include', 'GET'],
  ]);
  const [url] = earlyUrls(LIVE);
  expect((await send(url, false, false, undefined, true)).status).toBe(200);
  expect(fetch).toHaveBeenCalledTimes(2);
  await send(url, false, false, undefined, true);
  expect(fetch).toHaveBeenCalledTimes(3);
});

test('nothing is sent where the page sees requests itself', () => {
  vi.stubGlobal('__internal_onBeforeRequest', () => {});
  begin(LIVE);
  expect(fetch).not.toHaveBeenCalled();
});

test('a failure that nobody takes is nobody’s', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  begin(LIVE);
  await new Promise(resolve => setTimeout(resolve));
});
