// The package through esbuild.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../e2e/lib/browser.mjs';
import { example, inFunction } from './lib/example.mjs';
import { CLIENT_ID, PUBLISHABLE_KEY } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';
import { visit } from './lib/visit.mjs';

let project;

beforeAll(async () => {
  const guard = readFileSync(new URL('programs/guard.mjs', import.meta.url), 'utf8');
  project = await Project.create({ ...example('.'), 'guard.js': guard, 'bare.js': `import 'clerk-wasm';` });
}, 60_000);

afterAll(() => project?.remove());

/**
 * `esbuild <name> --bundle --format=esm --outdir=dist`; the key is the application's, as in its own Vite. Without `splitting` esbuild puts
 * into the file what the package would load later.
 */
async function bundle(name, splitting = false) {
  const { warnings } = await build({
    absWorkingDir: project.app,
    entryPoints: [name],
    bundle: true,
    format: 'esm',
    splitting,
    outdir: 'dist',
    logLevel: 'silent',
    define: { 'import.meta.env.VITE_CLERK_PUBLISHABLE_KEY': JSON.stringify(PUBLISHABLE_KEY) },
  });
  expect(warnings).toEqual([]);
  return readFileSync(project.file(`dist/${name}`), 'utf8');
}

/** The page that was bundled last loads the client in a browser, and complains of nothing. */
async function expectToRun() {
  const server = await serveFolder(project.file('dist'));
  const browser = await launch();
  try {
    expect(await visit(browser, `${server.url}/`)).toMatchObject({ title: CLIENT_ID, complaints: [] });
  } finally {
    await browser.close();
    await server.close();
  }
}

test('the example, bundled, runs in a browser', { timeout: 60_000 }, async () => {
  await bundle('main.js');
  await project.write({ 'dist/index.html': example('.')['index.html'] });
  await expectToRun();
});

test.each(['.', './slim'])(
  '%s in a classic script (iife), whose address nobody knows',
  { timeout: 60_000 },
  async entry => {
    const { index, main } = inFunction(entry);
    await project.write({ 'classic.js': main, 'dist/index.html': index });
    const { warnings } = await build({
      absWorkingDir: project.app,
      entryPoints: ['classic.js'],
      bundle: true,
      format: 'iife',
      outfile: 'dist/main.js',
      logLevel: 'silent',
      // esbuild warns that there is no `import.meta` there.
      logOverride: { 'empty-import-meta': 'silent' },
      define: { 'import.meta.env.VITE_CLERK_PUBLISHABLE_KEY': JSON.stringify(PUBLISHABLE_KEY) },
    });
    expect(warnings).toEqual([]);
    await expectToRun();
  },
);

test('a bundle with nothing but a guard of ./slim works without init() and leaves the WebAssembly out', {
  timeout: 60_000,
}, async () => {
  const code = await bundle('guard.js', true);
  expect(code.length).toBeLessThan(100_000);
  expect(await project.node('dist/guard.js')).toEqual([false, false]);
});

test('`sideEffects` keeps the entry that starts by being imported', { timeout: 60_000 }, async () => {
  expect(await bundle('bare.js')).toContain('WebAssembly.Module');
});
