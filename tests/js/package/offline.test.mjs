// An application that works without a network: a service worker serves its page, and Clerk starts from its snapshot.

import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serve } from '../consumers/lib/server.mjs';
import { startEmulator } from '../differential/lib/emulator.mjs';
import { launch } from '../e2e/lib/browser.mjs';
import { LIVE } from './lib/fapi.mjs';

const ada = {
  email_address: 'ada@example.com',
  password: 'correct-horse-battery',
  first_name: 'Ada',
  public_metadata: { tokens: 5 },
};

const page = emulator => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>offline</title><link rel="icon" href="data:,"></head>
  <body>
    <script type="module">
      import { Clerk } from '/index.js';
      navigator.serviceWorker.register('/worker.js');
      const clerk = (window.clerk = new Clerk('${LIVE}', { proxyUrl: '${emulator}' }));
      window.seen = [];
      clerk.addListener(({ user }) => seen.push([clerk.status, user?.firstName ?? null]));
      window.loading = clerk.load({ startFrom: 'snapshot' });
    </script>
  </body>
</html>
`;

const worker = `
addEventListener('install', event => event.waitUntil(caches.open('app').then(cache => cache.addAll(['/', '/index.js', '/second.js']))));
addEventListener('fetch', event => {
  if (new URL(event.request.url).origin === location.origin) event.respondWith(caches.match(event.request, { ignoreSearch: true }));
});
`;

let browser, emulator, site, context, tab;

beforeAll(async () => {
  [browser, emulator] = await Promise.all([launch(), startEmulator(process.env.EMULATOR)]);
  const script = name => readFile(new URL(name, import.meta.resolve('clerk-wasm')));
  const scripts = { '/index.js': await script('index.js'), '/second.js': await script('second.js') };
  site = await serve(({ url }) => {
    const [type, body] = { '/': ['text/html', page(emulator.url)], '/worker.js': ['text/javascript', worker] }[url] ?? [
      'text/javascript',
      scripts[url],
    ];
    return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
  });
}, 60_000);
afterAll(() => Promise.all([browser.close(), emulator.stop(), site.close()]));

beforeEach(async () => {
  await emulator.control('POST reset');
  await emulator.control('POST seed', { users: [ada] });
  context = await browser.newContext();
  tab = await context.newPage();
  await tab.goto(site.url);
  await tab.evaluate(async ({ email_address: identifier, password }) => {
    await navigator.serviceWorker.ready;
    const { clerk, loading } = window;
    await loading;
    const { createdSessionId } = await clerk.client.signIn.create({ strategy: 'password', identifier, password });
    await clerk.setActive({ session: createdSessionId });
  }, ada);
});
afterEach(() => context.close());

const look = () =>
  tab.evaluate(async () => {
    await window.loading;
    const { status, user, session, client } = window.clerk;
    return {
      status,
      user: user && [user.firstName, user.publicMetadata.tokens],
      session: session && session.id,
      sessions: client.sessions.length,
    };
  });
const stored = () => tab.evaluate(() => ({ ...localStorage }));
const statusIs = status => tab.waitForFunction(status => window.clerk.status === status, status);

test('without a network the session is there at once, and everything else when the network is', {
  timeout: 60_000,
}, async () => {
  const before = await look();
  expect(before).toEqual({ status: 'ready', user: ['Ada', 5], session: expect.stringMatching(/^sess_/u), sessions: 1 });
  const token = await tab.evaluate(() => window.clerk.session.getToken());

  await context.setOffline(true);
  await tab.reload();
  expect(await look()).toEqual({ ...before, status: 'degraded' });
  expect(await tab.evaluate(() => window.seen)).toEqual([['loading', 'Ada']]);
  expect(await tab.evaluate(() => window.clerk.session.getToken()), 'the one of the cookie').toBe(token);

  await context.setOffline(false);
  await statusIs('ready');
  expect(await look()).toEqual(before);
});

test('with a network the page does not wait for it', { timeout: 60_000 }, async () => {
  await emulator.control('POST faults', { path: '/v1/*', delay_ms: 400 });
  await tab.reload();
  expect(await look()).toMatchObject({ status: 'degraded', user: ['Ada', 5] });
  await statusIs('ready');
  expect(await tab.evaluate(() => window.seen)).toEqual([
    ['loading', 'Ada'],
    ['degraded', 'Ada'],
  ]);
});

test('nothing like a token is kept, and nothing at all of somebody who has signed out', {
  timeout: 60_000,
}, async () => {
  const kept = await stored();
  expect(Object.keys(kept)).toEqual([expect.stringMatching(/^__clerk_snapshot_[\w-]{8}$/u)]);
  const text = Object.values(kept).join();
  expect(text).toContain('"tokens":5');
  expect(text).not.toMatch(/eyJ|jwt|last_active_token|nonce|"sign_(in|up)"/u);
  await tab.evaluate(() => window.clerk.signOut(() => {}));
  expect(await stored()).toEqual({});
});

test('a page without storage, or with none left, loads as any other', { timeout: 60_000 }, async () => {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    if (location.search) Object.defineProperty(window, 'localStorage', { get: refuse });
  });
  await tab.reload();
  await statusIs('ready');
  expect(await stored(), 'what was there is out of date').toEqual({});
  await tab.goto(`${site.url}/?forbidden`);
  expect(await look()).toMatchObject({ status: 'ready', user: ['Ada', 5] });
});
