// The package in an empty Node project.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';

const program = name => readFileSync(new URL(`programs/${name}`, import.meta.url), 'utf8');
let project;
let api;

beforeAll(async () => {
  api = await serveFrontendApi();
  const names = ['node.mjs', 'slim.mjs', 'down.mjs'];
  project = await Project.create(Object.fromEntries(names.map(name => [name, program(name)])));
}, 60_000);

afterAll(async () => {
  await api?.close();
  await project?.remove();
});

test('clerk-wasm loads in Node without configuration', { timeout: 60_000 }, async () => {
  expect(await project.node('node.mjs', api.url, PUBLISHABLE_KEY)).toMatchObject({ id: CLIENT_ID, status: 'ready' });
});

// The limit of seven seconds on the client's request keeps its timer after the answer (src/platform/browser/timers.js).
test('a program that has loaded is not kept from ending', { timeout: 60_000 }, async () => {
  expect(await project.node('node.mjs', api.url, PUBLISHABLE_KEY)).toMatchObject({ timers: [] });
});

test('a program that waits for a Frontend API that is down goes on until it hears so', {
  timeout: 60_000,
}, async () => {
  // Nobody listens on this port.
  expect(await project.node('down.mjs', 'http://127.0.0.1:9', PUBLISHABLE_KEY)).toEqual({
    said: expect.stringMatching(/^degraded$|got no answer/u),
  });
});

test('clerk-wasm/slim says that it wants init(), and loads with the bytes of its .wasm file', {
  timeout: 60_000,
}, async () => {
  expect(await project.node('slim.mjs', api.url, PUBLISHABLE_KEY)).toEqual({
    early: expect.stringMatching(/^Error: clerk-wasm is not ready: .*await init\(\)/u),
    id: CLIENT_ID,
  });
});
