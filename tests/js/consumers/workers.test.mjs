// Workers, where there is no page: a module worker with the package as it is, and both kinds as bundlers make them.
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import webpack from 'webpack';
import { launch } from '../e2e/lib/browser.mjs';
import { CLIENT_ID, serveFrontendApi } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';
import { worker } from './lib/worker.mjs';

const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
const ENTRIES = ['.', './slim'];
const GOOD = { seen: CLIENT_ID, console: [] };
const page = script =>
  `<!doctype html><html lang="en"><head><title>worker</title><link rel="icon" href="data:,"></head><body><script type="module" src="${script}"></script></body></html>`;

/** A page's script that starts a worker and keeps what it says in `seen`; `made` is the text of its arguments. */
const starts = made => `
const worker = new Worker(${made});
window.seen = new Promise(resolve => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => resolve(message ?? 'The worker could not be loaded.');
});
`;

let api, browser, project;

beforeAll(async () => {
  [api, browser, project] = await Promise.all([serveFrontendApi(), launch(), Project.create()]);
}, 60_000);

afterAll(async () => {
  await Promise.all([api?.close(), browser?.close()]);
  await project?.remove();
});

/** What the worker of the page in `folder` says, and what the console says of both. */
async function open(folder) {
  const server = await serveFolder(project.file(folder));
  const tab = await browser.newPage();
  const console = [];
  tab.on('console', message => console.push(message.text()));
  try {
    await tab.goto(server.url);
    await tab.waitForFunction(() => 'seen' in window);
    return { seen: await tab.evaluate(() => window.seen), console };
  } finally {
    await tab.close();
    await server.close();
  }
}

const copy = (from, to) => cp(project.file(`node_modules/clerk-wasm${from}`), project.file(to), { recursive: true });

test.each(ENTRIES)('%s in a module worker, as it is', { timeout: 60_000 }, async entry => {
  const where = entry === '.' ? '/clerk-wasm/index.js' : '/clerk-wasm/slim.js';
  await project.write({
    'plain/index.html': page('main.js'),
    'plain/main.js': starts(`'/worker.js', { type: 'module' }`),
    'plain/worker.js': worker(where, api.url),
  });
  await copy('', 'plain/clerk-wasm');
  expect(await open('plain')).toEqual(GOOD);
});

/** Writes the worker for a bundler, and a page with a script beside it in `folder`; `made` is as in `starts`. */
const write = (entry, folder, made) =>
  project.write({
    'worker.js': worker(entry === '.' ? 'clerk-wasm' : 'clerk-wasm/slim', api.url),
    [`${folder}/index.html`]: page('main.js'),
    [`${folder}/main.js`]: starts(made),
  });

/** `esbuild worker.js --bundle --outdir=<folder>`. */
async function bundle(folder, options) {
  const { warnings } = await build({
    absWorkingDir: project.app,
    entryPoints: ['worker.js'],
    bundle: true,
    outdir: folder,
    logLevel: 'silent',
    ...options,
  });
  expect(warnings).toEqual([]);
}

test.each(ENTRIES)('%s in a module worker of esbuild', { timeout: 60_000 }, async entry => {
  await write(entry, 'chunks', `'/worker.js', { type: 'module' }`);
  await bundle('chunks', { format: 'esm', splitting: true });
  if (entry === './slim') await copy('/clerk_wasm_bg.wasm', 'chunks/clerk_wasm_bg.wasm');
  expect(await open('chunks')).toEqual(GOOD);
});

// Without modules the script does not know its own address: there is no `import.meta`.
test.each(ENTRIES)('%s in a classic worker of esbuild, one script', { timeout: 60_000 }, async entry => {
  await write(entry, 'classic', `'/worker.js'`);
  await bundle('classic', { format: 'iife', logOverride: { 'empty-import-meta': 'silent' } });
  expect(await open('classic')).toEqual(GOOD);
});

/** What bundlers look for. */
const FOUND = `new URL('./worker.js', import.meta.url), { type: 'module' }`;

test.each(ENTRIES)('%s in a worker that webpack has found, a classic one', { timeout: 60_000 }, async entry => {
  await write(entry, 'webpack', FOUND);
  await project.write({ 'main.js': starts(FOUND) });
  const { errors, warnings } = await new Promise((resolve, reject) => {
    const output = { path: project.file('webpack') };
    const entry = './main.js';
    // To shorten the script takes longer than all else.
    const optimization = { minimize: false };
    const compiler = webpack({
      mode: 'production',
      context: project.app,
      entry,
      output,
      optimization,
      performance: false,
    });
    compiler.run((error, stats) => {
      const said = stats?.toJson({ all: false, errors: true, warnings: true });
      compiler.close(() => (error ? reject(error) : resolve(said)));
    });
  });
  expect([...errors, ...warnings]).toEqual([]);
  expect(await open('webpack')).toEqual(GOOD);
});

test.each(ENTRIES)('%s in a worker that Vite has found', { timeout: 60_000 }, async entry => {
  await write(entry, '.', FOUND);
  await project.tool(vite, 'build');
  expect(await open('dist')).toEqual(GOOD);
});
