// The package where there are no modules: `require` in Node, and a context with as little as Jest's jsdom has.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';

const program = name => readFileSync(new URL(`programs/${name}`, import.meta.url), 'utf8');
let project;
let api;

beforeAll(async () => {
  api = await serveFrontendApi();
  project = await Project.create({ 'require.cjs': program('require.cjs'), 'init.mjs': program('init.mjs') });
}, 60_000);

afterAll(async () => {
  await api?.close();
  await project?.remove();
});

test.each(['clerk-wasm', 'clerk-wasm/slim'])(
  'require(%o) gives what is imported, and loads',
  { timeout: 60_000 },
  async name => {
    expect(await project.node('require.cjs', name, api.url, PUBLISHABLE_KEY)).toEqual({
      id: CLIENT_ID,
      names: Object.keys(await import(name))
        .filter(exported => !['default', 'initSync'].includes(exported))
        .sort(),
      // Of a file that is loaded when it is needed: here it is part of the script.
      refused: 'ClerkAPIResponseError',
    });
  },
);

test('init() without an argument works in Node, whose fetch reads no files', { timeout: 60_000 }, async () => {
  expect(await project.node('init.mjs')).toBe('works');
});

/** `index.cjs` in a context that has what ECMAScript says, and `more`. */
function required(more = {}) {
  const code = readFileSync(project.file('node_modules/clerk-wasm/index.cjs'), 'utf8');
  const context = createContext({
    module: { exports: {} },
    WebAssembly,
    atob,
    btoa,
    setTimeout,
    clearTimeout,
    URL,
    ...more,
  });
  runInContext(`(module => {${code}})(module)`, context);
  return context.module.exports;
}

test('without TextEncoder and TextDecoder texts are the same', () => {
  const key = `pk_live_${btoa('clerk.example.com$')}`;
  const proxyUrl = 'https://example.com/grün-🦀';
  expect(new (required().Clerk)(key, { proxyUrl }).proxyUrl).toBe(proxyUrl);
  const lone = name => {
    try {
      new (required(name).Clerk)(`pk_live_\ud800`);
    } catch (error) {
      return error.message;
    }
  };
  expect(lone()).toBe(lone({ TextEncoder, TextDecoder }));
});
