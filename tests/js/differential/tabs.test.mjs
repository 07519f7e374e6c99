// Two tabs of one site, one with clerk-js and one with clerk-wasm: what one of them mints saves the other a request.
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import { PRODUCTION, ada } from './language.mjs';
import { openArena } from './lib/arena.mjs';
import { signIn } from './lib/sign-in.mjs';
import { AGENT, RECORDER } from './lib/stage.mjs';
import { MIRRORED, NEWER, OURS } from './lib/versions.mjs';

const LIMIT_MS = 60_000;
const HEARD_MS = 300;

let arena;
let context;
beforeAll(async () => (arena = await openArena('tabs')), LIMIT_MS);
afterAll(() => arena.close());
beforeEach(async () => {
  await arena.emulator.control('POST reset');
  await arena.emulator.control('POST seed', { users: [ada] });
  context = await arena.browser.newContext({ userAgent: AGENT });
});
afterEach(() => context.close());

/** A tab in which this client has loaded; `step` does what a scenario's step says, and tells what it gave and what was asked for. */
async function open(client) {
  const page = await context.newPage();
  await page.addInitScript({ path: RECORDER });
  await page.goto(`${arena.site.url}/stage/index.html`);
  let number = 0;
  const step = async what => {
    number += 1;
    const { outcome, fetches } = await page.evaluate(given => window.stage.play(given), { number, step: what });
    return { outcome, requests: fetches.map(({ method, url }) => `${method} ${new URL(url).pathname}`) };
  };
  await page.evaluate(name => window.stage.prepare(name), client);
  return { page, step };
}

const construct = { construct: true, key: PRODUCTION, options: {} };
const load = { call: 'load', args: [{ telemetry: false }] };
const getToken = (...args) => ({ call: 'session.getToken', args });

describe.each([[MIRRORED, OURS], [OURS, MIRRORED], [NEWER, OURS], [OURS, NEWER]])('%s mints, %s hears', (minter, hearer) => {
  test('a new token', { timeout: LIMIT_MS }, async () => {
    const [one, other] = [await open(minter), await open(hearer)];
    await signIn(one.page, arena.emulator.url, ada);
    for (const tab of [one, other]) {
      await tab.step({ ...construct, options: { proxyUrl: arena.emulator.url } });
      await tab.step(load);
    }
    // Of the next second, so that it is fresher than what came with the session.
    await arena.emulator.control('POST clock', { advance_ms: 2000 });
    const { outcome: minted, requests } = await one.step(getToken({ skipCache: true }));
    expect(requests.filter(request => request.endsWith('/tokens'))).toHaveLength(1);
    // What one tab says reaches the other some time later.
    await other.page.waitForTimeout(HEARD_MS);
    const heard = await other.step(getToken());
    expect(heard.outcome.value).toBe(minted.value);
    expect(heard.requests.filter(request => request.endsWith('/tokens'))).toEqual([]);
  });
});
