// A browser with an application in it, and an emulator behind: each flow begins on a blank page and ends with a session.

import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { serve } from '../../consumers/lib/server.mjs';
import { startEmulator } from '../../differential/lib/emulator.mjs';
import { launch } from '../../e2e/lib/browser.mjs';
import { LIVE } from '../../package/lib/fapi.mjs';

/** Every path of the site is this page. */
const page = emulator => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>flows</title><link rel="icon" href="data:,"></head>
  <body>
    <script type="module">
      import { Clerk } from '/clerk/index.js';
      window.clerk = new Clerk('${LIVE}', { proxyUrl: '${emulator}' });
      window.loading = clerk.load();
    </script>
  </body>
</html>
`;

/** @returns A world of which each test has a part of its own: `await world.open({ users, settings })`. */
export async function openWorld() {
  const [browser, emulator] = await Promise.all([launch(), startEmulator(process.env.EMULATOR)]);
  const home = import.meta.resolve('clerk-wasm');
  const site = await serve(async ({ url }) => {
    const [, folder, file] = new URL(url, home).pathname.split('/');
    const isPackage = folder === 'clerk';
    const body = isPackage ? await readFile(new URL(file, home)) : page(emulator.url);
    return {
      status: 200,
      headers: { 'content-type': isPackage ? 'text/javascript' : 'text/html; charset=utf-8' },
      body,
    };
  });
  const contexts = [];

  async function open({ users = [], settings = {}, ...seed } = {}) {
    await emulator.control('POST reset');
    if (Object.keys(settings).length > 0) await emulator.control('PATCH settings', settings);
    await emulator.control('POST seed', { users, ...seed });
    const context = await browser.newContext();
    contexts.push(context);
    const tab = await context.newPage();
    await tab.goto(site.url);
    await tab.evaluate(() => window.loading);
    return { context, tab, site: site.url, control: emulator.control, emulator: emulator.url };
  }

  const close = () => Promise.all([browser.close(), emulator.stop(), site.close()]);
  return { open, close, closeContexts: () => Promise.all(contexts.splice(0).map(context => context.close())) };
}

/** What the emulator has sent last: a code, or the address of a link. */
export async function lastMessage(control) {
  const { code, url } = (await control('GET outbox')).at(-1);
  return code ?? url;
}

/** Makes an attempt's session the current one. */
export const arrive = (tab, noun) =>
  tab.evaluate(async noun => {
    const { clerk } = window;
    await clerk.setActive({ session: clerk.client[noun].createdSessionId ?? clerk.client.sessions.at(-1).id });
  }, noun);

/** Who is signed in on a page. */
export const who = tab =>
  tab.evaluate(async () => {
    await window.loading;
    const { user, session } = window.clerk;
    return session && { status: session.status, name: user.firstName, token: typeof (await session.getToken()) };
  });

/** The code of an authenticator app (RFC 6238) for a secret in base32, at a time in ms. */
export function totp(secret, now) {
  const bits = [...secret]
    .map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/gu).map(byte => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
