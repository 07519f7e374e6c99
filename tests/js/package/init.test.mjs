// What starts `clerk-wasm/slim`: each form of the module, a server that does not say that it is WebAssembly, and failures.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { LIVE } from './lib/fapi.mjs';

const bytes = await readFile(fileURLToPath(import.meta.resolve('clerk-wasm/clerk_wasm_bg.wasm')));
const answer = (type, init) => new Response(bytes, { headers: { 'content-type': type }, ...init });
let copies = 0;
/** A copy of the entry that nobody has started. */
const fresh = () => import(`${import.meta.resolve('clerk-wasm/slim')}?${copies++}`);
const works = ({ Clerk }) => new Clerk(LIVE).frontendApi === 'clerk.example.com';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['bytes', () => bytes],
  ['a promise of bytes', () => Promise.resolve(bytes)],
  ['a compiled module', () => new WebAssembly.Module(bytes)],
  ['an answer', () => answer('application/wasm')],
  ['an answer with a charset', () => answer('application/wasm; charset=utf-8')],
  ['an answer of another type', () => answer('text/plain')],
])('init() takes %s', async (_, source) => {
  const slim = await fresh();
  expect(await slim.default(source())).toBeUndefined();
  expect(works(slim)).toBe(true);
});

test('initSync() takes bytes and a compiled module', async () => {
  for (const source of [bytes, new WebAssembly.Module(bytes)]) {
    const slim = await fresh();
    slim.initSync(source);
    slim.initSync(source);
    expect(works(slim)).toBe(true);
  }
});

test('what initSync() has started stays when a slower init() ends', async () => {
  const slim = await fresh();
  const slow = slim.default(new Promise(resolve => setTimeout(resolve, 20, bytes)));
  slim.initSync(bytes);
  const clerk = new slim.Clerk(LIVE);
  await slow;
  expect(clerk.frontendApi).toBe('clerk.example.com');
});

test('without an argument it fetches the file beside the script, once however often it is called', async () => {
  const fetch = vi.fn(async () => answer('application/wasm'));
  vi.stubGlobal('fetch', fetch);
  const slim = await fresh();
  await Promise.all([slim.default(), slim.default()]);
  await slim.default();
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(String(fetch.mock.calls[0][0])).toMatch(/\/clerk_wasm_bg\.wasm$/u);
  expect(works(slim)).toBe(true);
});

test.each([
  ['there is no file', () => answer('text/plain', { status: 404 }), /status 404/u],
  ['there is something else', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), /magic/u],
  ['fetch cannot read the address', () => Promise.reject(new TypeError('fetch failed')), undefined],
])('without an argument it starts by a script where %s', async (_, get, said) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubGlobal('fetch', async () => get());
  const slim = await fresh();
  await Promise.all([slim.default(), slim.default()]);
  expect(works(slim)).toBe(true);
  expect(warn.mock.calls).toEqual(said ? [[expect.stringMatching(said)]] : []);
  warn.mockRestore();
});

test('a start that failed says why, and can be tried again', async () => {
  const slim = await fresh();
  await expect(slim.default(answer('text/html', { status: 404 }))).rejects.toThrow(/clerk-wasm: status 404 of /u);
  await expect(slim.default(new Response('<html>'))).rejects.toThrow(WebAssembly.CompileError);
  await expect(slim.default({})).rejects.toThrow(TypeError);
  expect(() => works(slim)).toThrow(/not ready/u);
  await slim.default(bytes);
  expect(works(slim)).toBe(true);
});
