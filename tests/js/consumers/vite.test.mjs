// The README's example in an empty Vite application, without a configuration.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launch } from '../e2e/lib/browser.mjs';
import { example } from './lib/example.mjs';
import { CLIENT_ID } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';
import { visit } from './lib/visit.mjs';

const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
let browser;
let project;
let server;

beforeAll(async () => {
  browser = await launch();
}, 60_000);

afterEach(async () => {
  await server?.close();
  await project?.remove();
});

afterAll(() => browser?.close());

test.each(['.', './slim'])('%s, built by `vite build`', { timeout: 60_000 }, async entry => {
  project = await Project.create(example(entry));
  await project.tool(vite, 'build');
  server = await serveFolder(project.file('dist'));
  expect(await visit(browser, `${server.url}/`)).toMatchObject({ title: CLIENT_ID, complaints: [] });
});

test.each(['.', './slim'])('%s, on the development server', { timeout: 60_000 }, async entry => {
  project = await Project.create(example(entry));
  server = await createServer({ root: project.app, logLevel: 'silent', server: { port: 0, host: 'localhost' } });
  await server.listen();
  expect(await visit(browser, server.resolvedUrls.local[0])).toMatchObject({ title: CLIENT_ID, complaints: [] });
});
