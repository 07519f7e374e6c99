// The README's example in an empty Vite application, without a configuration.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { expect, test } from 'vitest';
import { Application } from './lib/application.mjs';
import { example } from './lib/example.mjs';
import { CLIENT_ID } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';

const vite = fileURLToPath(new URL('bin/vite.js', import.meta.resolve('vite/package.json')));
const application = new Application();

test.each(['.', './slim'])('%s, built by `vite build`', { timeout: 60_000 }, async entry => {
  application.project = await Project.create(example(entry));
  await application.project.tool(vite, 'build');
  application.server = await serveFolder(application.project.file('dist'));
  expect(await application.visit(`${application.server.url}/`)).toMatchObject({ title: CLIENT_ID, complaints: [] });
});

test.each(['.', './slim'])('%s, on the development server', { timeout: 60_000 }, async entry => {
  application.project = await Project.create(example(entry));
  const server = await createServer({
    root: application.project.app,
    logLevel: 'silent',
    server: { port: 0, host: 'localhost' },
  });
  application.server = server;
  await server.listen();
  expect(await application.visit(server.resolvedUrls.local[0])).toMatchObject({ title: CLIENT_ID, complaints: [] });
});
