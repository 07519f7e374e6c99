// The package's condition `workerd` in every run, without workerd: a bundler that takes `.wasm` files along compiled, and a program that compiles
// nothing while it runs. `workerd.test.mjs` is the real one.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './lib/frontend-api.mjs';
import { later } from './lib/later.mjs';
import { Project } from './lib/project.mjs';

let api, project;

beforeAll(async () => {
  [api, project] = await Promise.all([serveFrontendApi(), Project.create()]);
}, 60_000);

afterAll(async () => {
  await api?.close();
  await project?.remove();
});

const program = (name, { url }) => `
import * as entry from '${name}';
const { default: init, Clerk } = entry;

// Node's fetch compiles a module of its own, by \`compile\`.
const { instantiate } = WebAssembly;
WebAssembly.Module = undefined;
WebAssembly.instantiate = async (module, imports) => {
  if (ArrayBuffer.isView(module)) throw new Error('Bytes are compiled.');
  return instantiate(module, imports);
};

await init?.();
const clerk = new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '${url}' });
await clerk.load({ standardBrowser: false });
${later}
console.log(JSON.stringify(seen));
`;

const compiled = {
  name: 'compiled',
  setup: ({ onLoad }) =>
    // esbuild's filters are Go's, which have no flag `u`.
    onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({
      contents: `export default new WebAssembly.Module(Buffer.from('${await readFile(path, 'base64')}', 'base64'));`,
    })),
};

test.each(['clerk-wasm', 'clerk-wasm/slim', 'clerk-wasm/complete'])(
  '%s with the condition `workerd` compiles nothing while it runs',
  { timeout: 60_000 },
  async name => {
    await project.write({ 'main.js': program(name, api) });
    const { warnings } = await build({
      absWorkingDir: project.app,
      entryPoints: ['main.js'],
      bundle: true,
      format: 'esm',
      // wrangler's.
      conditions: ['workerd', 'worker', 'browser'],
      outfile: 'dist.js',
      logLevel: 'silent',
      plugins: [compiled],
    });
    expect(warnings).toEqual([]);
    expect(await project.node('dist.js')).toBe(CLIENT_ID);
  },
);
