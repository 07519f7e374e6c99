// The package in Deno and Bun, whose npm packages bring the programs as packages of their own: one for each kind of
// machine. Scripts would move them elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect } from 'vitest';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './lib/frontend-api.mjs';
import { bring, LIMIT_MS, matrix, packageOf, thorough } from './lib/thorough.mjs';

const program = name => readFileSync(new URL(`programs/${name}`, import.meta.url), 'utf8');
const NAMES = ['node.mjs', 'slim.mjs', 'later.mjs', 'require.cjs'];
/** Where a program is, and what goes before a script's name. Deno asks for each permission; reading is for `import(name)` and the `.wasm` file. */
const RUNTIMES = {
  Deno: { scope: '@deno', file: 'deno', before: ['run', '--allow-net', '--allow-read'] },
  Bun: { scope: '@oven', file: 'bin/bun', before: [] },
};

const held = {};
let api;

beforeAll(async () => {
  api = await serveFrontendApi();
  const files = Object.fromEntries(NAMES.map(name => [name, program(name)]));
  await bring(held, files, '--ignore-scripts', 'deno@2', 'bun@1');
}, LIMIT_MS);

afterAll(async () => {
  await api?.close();
  await held.project?.remove();
});

/** What a program prints in the runtime. */
function run(name, script, ...args) {
  const { scope, file, before } = RUNTIMES[name];
  const [kind] = readdirSync(held.project.file(`node_modules/${scope}`));
  return held.project.runtime(
    `node_modules/${scope}/${kind}/${file}`,
    ...before,
    script,
    ...args,
    api.url,
    PUBLISHABLE_KEY,
  );
}

const runtimes = Object.keys(RUNTIMES);

thorough.each(runtimes)('clerk-wasm loads in %s, and does not keep the program from ending', async name => {
  expect(await run(name, 'node.mjs')).toEqual({ id: CLIENT_ID, status: 'ready', timers: [] });
});

thorough.each(runtimes)('clerk-wasm/slim loads in %s with the bytes of its .wasm file', async name => {
  expect(await run(name, 'slim.mjs')).toEqual({ early: expect.stringMatching(/await init\(\)/u), id: CLIENT_ID });
});

thorough.each(matrix(runtimes))('%s, %s, has what is loaded later', async (name, entry) => {
  const seen = { id: CLIENT_ID, organization: 'Consumers', signUp: 'sua_consumer' };
  expect(await run(name, 'later.mjs', packageOf(entry))).toEqual(seen);
});

thorough.each(matrix(runtimes))('%s, %s, by require', async (name, entry) => {
  const seen = { id: CLIENT_ID, refused: 'ClerkAPIResponseError' };
  expect(await run(name, 'require.cjs', packageOf(entry))).toMatchObject(seen);
});
