// What counts as a page: a window with a document, whoever has made them. vitest puts those of jsdom and happy-dom into Node's own global object.

import { Clerk } from 'clerk-wasm';
import { afterEach, expect, test, vi } from 'vitest';
import { LIVE } from './lib/fapi.mjs';

afterEach(() => vi.unstubAllGlobals());

const withGlobals = globals => Object.entries(globals).forEach(([name, value]) => vi.stubGlobal(name, value));
const location = new URL('https://app.example.com/home');
const relative = () => new Clerk(LIVE, { proxyUrl: '/__clerk' }).proxyUrl;

test('a window that is the global object, and no Window by its class, is a page', () => {
  withGlobals({ window: globalThis, document: {}, location });
  expect(relative()).toBe('https://app.example.com/__clerk');
});

test.each([
  ['a worker, which has a location', { location }],
  ['a worker that calls itself a window', { window: globalThis, location }],
  ['a program with the document of another window', { window: {}, document: {}, location }],
])('%s is none', (_, globals) => {
  withGlobals(globals);
  expect(relative).toThrow();
});
