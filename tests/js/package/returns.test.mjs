// The reader comes back to a page: by the browser's Back, which may show it from the back/forward cache as it was left, or by coming back to
// its tab. What another page of the site has ended meanwhile is gone, and its cookie is not written again.

import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serve } from '../consumers/lib/server.mjs';
import { startEmulator } from '../differential/lib/emulator.mjs';
import { LIVE } from './lib/fapi.mjs';

const LIMIT_MS = 60_000;
const SOON = { timeout: 10_000, interval: 20 };
const ada = { email_address: 'ada@example.com', password: 'correct-horse-battery', first_name: 'Ada' };
const KEYS = { production: LIVE, development: `pk_test_${btoa('clerk-emulator.accounts.dev$')}` };
const TYPES = { js: 'text/javascript', wasm: 'application/wasm' };
const home = import.meta.resolve('clerk-wasm');

const page = (key, emulator) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>returns</title><link rel="icon" href="data:,"></head><body><script type="module">
  import { Clerk } from '/clerk/index.js';
  // After a return from the back/forward cache Playwright reaches no script of the page: it tells by itself.
  const born = Math.random();
  const tell = isPersisted => {
    const said = { born, isPersisted, user: clerk.user?.firstName ?? null, hasCookie: document.cookie.includes('__session') };
    fetch('/said?' + new URLSearchParams({ said: JSON.stringify(said) }));
  };
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) setInterval(tell, 100, true);
  });
  const clerk = (window.clerk = new Clerk('${KEYS[key]}', { proxyUrl: '${emulator}' }));
  window.loading = clerk.load({ polling: false });
  if (performance.getEntriesByType('navigation')[0].type === 'back_forward') tell(false);
</script></body></html>`;

/** A page of the site without Clerk, which signs out as a server does: it takes the cookies away. */
const LOGOUT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>out</title></head><body><script>
  for (const pair of document.cookie.split('; ')) document.cookie = pair.split('=')[0] + '=; path=/; max-age=0';
</script></body></html>`;

let browser, emulator, site, context, tab, told;

beforeAll(async () => {
  const options = {
    executablePath: process.env.WHOLE_CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--enable-features=BackForwardCache'],
    // Playwright switches the cache off.
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  };
  [browser, emulator] = await Promise.all([chromium.launch(options), startEmulator(process.env.EMULATOR)]);
  site = await serve(async ({ url }) => {
    const { pathname, searchParams } = new URL(url, home);
    const [, folder, name] = pathname.split('/');
    if (folder === 'clerk')
      return {
        status: 200,
        headers: { 'content-type': TYPES[name.split('.').at(-1)] },
        body: await readFile(new URL(name, home)),
      };
    if (folder === 'said') told.push(JSON.parse(searchParams.get('said')));
    const body = folder === 'logout' ? LOGOUT : page(searchParams.get('key'), emulator.url);
    return { status: 200, headers: { 'content-type': 'text/html' }, body };
  });
}, LIMIT_MS);
afterAll(() => Promise.all([browser?.close(), emulator?.stop(), site?.close()]));

beforeEach(async () => {
  await emulator.control('POST reset');
  await emulator.control('POST seed', { users: [ada] });
  await context?.close();
  context = await browser.newContext();
  tab = await context.newPage();
  told = [];
});

async function signIn(key) {
  await tab.goto(`${site.url}/?key=${key}`);
  await tab.evaluate(async ({ email_address: identifier, password }) => {
    await window.loading;
    const { clerk } = window;
    await clerk.client.signIn.create({ strategy: 'password', identifier, password });
    await clerk.setActive({ session: clerk.client.signIn.createdSessionId });
  }, ada);
}

const sessionCookies = async () =>
  (await context.cookies()).map(({ name }) => name).filter(name => name.startsWith('__session'));
const look = () => tab.evaluate(() => [window.clerk.user?.firstName ?? null, document.cookie.includes('__session')]);

/** Ends the session on the server, past this browser. */
const endSession = async () => {
  const id = await tab.evaluate(() => window.clerk.session.id);
  await tab.evaluate(
    async url => {
      await fetch(url, { method: 'POST', credentials: 'include' });
    },
    `${emulator.url}/v1/client/sessions/${id}/end?${new URLSearchParams({ _method: 'POST', __clerk_api_version: '2026-05-12', _clerk_js_version: '6.34.1' })}${await devToken()}`,
  );
};
const devToken = () =>
  tab.evaluate(() => {
    const token = /__clerk_db_jwt=([^;]*)/u.exec(document.cookie)?.[1];
    return token ? `&__clerk_db_jwt=${token}` : '';
  });

/** Goes back, to the page as it was left. One without a window has no such cache, and one that is short of memory may
 * have thrown the page away: then there is nothing to see. */
async function goBack(skip) {
  await tab.goBack({ waitUntil: 'commit' });
  await expect.poll(() => told.length, SOON).toBeGreaterThan(0);
  skip(!told[0].isPersisted, 'Chromium has not kept the page');
}

test.for(Object.keys(KEYS))(
  '%s: Back to a page that was left signed in',
  { timeout: LIMIT_MS },
  async (key, { skip }) => {
    await signIn(key);
    expect(await look()).toEqual(['Ada', true]);
    await endSession();
    await tab.goto(`${site.url}/logout`);
    expect(await sessionCookies()).toEqual([]);
    await goBack(skip);
    await expect.poll(() => told.at(-1), SOON).toMatchObject({ isPersisted: true, user: null, hasCookie: false });
    // It was never written in between, and is not written afterwards.
    expect(told.filter(({ hasCookie }) => hasCookie)).toEqual([]);
    expect(await sessionCookies()).toEqual([]);
  },
);

test.for(Object.keys(KEYS))(
  '%s: Back to a page whose session goes on',
  { timeout: LIMIT_MS },
  async (key, { skip }) => {
    await signIn(key);
    await tab.goto(`${site.url}/logout`);
    await goBack(skip);
    await expect.poll(() => told.at(-1), SOON).toMatchObject({ isPersisted: true, user: 'Ada', hasCookie: true });
  },
);
