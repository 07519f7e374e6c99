// A module service worker, as extensions have it: it may not `import()`.
import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../e2e/lib/browser.mjs';
import { CLIENT_ID, PUBLISHABLE_KEY, serveFrontendApi } from './lib/frontend-api.mjs';
import { Project } from './lib/project.mjs';
import { serveFolder } from './lib/server.mjs';

const worker = api => `
import { Clerk } from '/clerk-wasm/complete.js';

async function look() {
  const clerk = new Clerk('${PUBLISHABLE_KEY}', { proxyUrl: '${api}' });
  await clerk.load({ standardBrowser: false });
  // Files that are loaded when they are needed: of accounts, and of flows.
  const refused = await Promise.all([
    clerk.createOrganization({ name: 'Acme' }),
    clerk.client.signIn.__internal_future.emailCode.sendCode({ emailAddress: 'ada@example.com' }).then(({ error }) => Promise.reject(error)),
  ].map(call => call.catch(error => error.constructor.name)));
  return { id: clerk.client.id, refused };
}

addEventListener('message', ({ ports: [port] }) =>
  look().then(seen => port.postMessage(seen), error => port.postMessage(String(error))));
`;

let api, browser, project, server;

beforeAll(async () => {
  [api, browser] = await Promise.all([serveFrontendApi(), launch()]);
  const page =
    '<!doctype html><html lang="en"><head><title>worker</title><link rel="icon" href="data:,"></head></html>';
  project = await Project.create({ 'site/index.html': page, 'site/worker.js': worker(api.url) });
  await cp(project.file('node_modules/clerk-wasm'), project.file('site/clerk-wasm'), { recursive: true });
  server = await serveFolder(project.file('site'));
}, 60_000);

afterAll(async () => {
  await Promise.all([api?.close(), browser?.close(), server?.close()]);
  await project?.remove();
});

test('clerk-wasm/complete has in a module service worker what else is loaded later', { timeout: 60_000 }, async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  const seen = await page.evaluate(async () => {
    await navigator.serviceWorker.register('/worker.js', { type: 'module' });
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    return new Promise(resolve => {
      port1.onmessage = ({ data }) => resolve(data);
      active.postMessage(null, [port2]);
    });
  });
  expect(seen).toEqual({ id: CLIENT_ID, refused: ['ClerkAPIResponseError', 'ClerkAPIResponseError'] });
});
