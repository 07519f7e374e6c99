// The package in Cloudflare's workers, by their own development server: wrangler bundles, and workerd runs what it has bundled. There
// WebAssembly is compiled before the program begins and not while it runs.
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { CLIENT_ID, serveFrontendApi } from './lib/frontend-api.mjs';
import { bring, ENTRIES, LIMIT_MS, packageOf, thorough } from './lib/thorough.mjs';
import { looking } from './lib/worker.mjs';

const held = {};
let api;

beforeAll(async () => {
  api = await serveFrontendApi();
  // The last that runs on Node 20.
  await bring(held, {}, '--ignore-scripts', 'wrangler@4.86');
}, LIMIT_MS);

afterEach(() => held.server?.close());

afterAll(async () => {
  await api?.close();
  await held.project?.remove();
});

/** A worker that loads a Clerk for each request. */
const worker = entry => `${looking(packageOf(entry), api.url)}
export default { fetch: async () => new Response(await look().catch(error => String(error))) };
`;

/** `wrangler dev worker.js`, and what it says to three that ask at once, of which the first has the second part loaded, and to one more. */
async function said(entry, date) {
  await held.project.write({ 'worker.js': worker(entry) });
  const args = ['dev', 'worker.js', '--compatibility-date', date, '--ip', '127.0.0.1', '--port', '0'];
  const script = 'node_modules/wrangler/wrangler-dist/cli.js';
  held.server = await held.project.serve([script, ...args], /(?<=Ready on )http:\/\/127\.0\.0\.1:\d+/u);
  const ask = async () => (await fetch(held.server.url)).text();
  return [...(await Promise.all([ask(), ask(), ask()])), await ask()];
}

// From 2025-05-05 on there are WeakRef and FinalizationRegistry; from 2025-06-01 on bytes may be compiled while a worker starts.
const all = ENTRIES.flatMap(entry => ['2024-01-01', '2025-05-10', '2026-04-01'].map(date => [entry, date]));
thorough.each(all)('%s in a worker as of %s', { timeout: LIMIT_MS }, async (entry, date) => {
  expect(await said(entry, date)).toEqual(Array(4).fill(CLIENT_ID));
});
