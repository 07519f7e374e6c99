// Tabs of one site in one browser, each with a client of its own, as real as they get: their clocks run.

import { ada, PRODUCTION } from '../language.mjs';
import { signIn } from './sign-in.mjs';
import { AGENT, PATIENCE_MS, RECORDER } from './stage.mjs';

const TOKENS = /\/tokens(\?|$)/u;

/** Opens a browser in which `users` have signed in, and nothing else is left of any test before. */
export async function openTabs(arena, users = [ada]) {
  const { emulator, browser, site } = arena;
  await emulator.control('POST reset');
  await emulator.control('POST seed', { users });
  const context = await browser.newContext({ userAgent: AGENT });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript({ path: RECORDER });
  const blank = await context.newPage();
  await blank.goto(`${site.url}/stage/index.html`);
  for (const user of users) await signIn(blank, emulator.url, user);
  await blank.close();
  return {
    open: client => open(context, arena, client),
    cookie: async name => (await context.cookies()).find(cookie => cookie.name === name)?.value,
    close: () => context.close(),
  };
}

/** A tab in which this client has loaded. */
async function open(context, { site, emulator }, client) {
  const page = await context.newPage();
  await page.goto(`${site.url}/stage/index.html`);
  await page.evaluate(name => window.stage.prepare(name), client);
  const tab = {
    page,
    /** The requests for tokens that this tab has begun. */
    minting: [],
    /** Does what a scenario's step says, and tells what it gave and what was seen since the step before. */
    async step(what) {
      tab.number = (tab.number ?? 0) + 1;
      return page.evaluate(given => window.stage.play(given), { number: tab.number, step: what });
    },
    close: () => page.close(),
  };
  page.on('request', request => TOKENS.test(request.url()) && tab.minting.push(request.url()));
  await tab.step({ construct: true, key: PRODUCTION, options: { proxyUrl: emulator.url } });
  await tab.step({ call: 'load', args: [{ telemetry: false }] });
  tab.minting.length = 0;
  return tab;
}

/** Looks at one tab as a reader does: a headless browser has no window that could be in front. */
export async function lookAt(front, others) {
  const set = (tab, isInFront) =>
    tab.page.evaluate(isInFront => {
      document.hasFocus = () => isInFront;
      window.dispatchEvent(new Event(isInFront ? 'focus' : 'blur'));
    }, isInFront);
  for (const tab of others) await set(tab, false);
  await set(front, true);
}

/** The names of the locks that tabs of this browser hold, and of those that they wait for. */
export const locks = tab =>
  tab.page.evaluate(async () => {
    const { held, pending } = await navigator.locks.query();
    return { held: held.map(({ name }) => name), pending: pending.map(({ name }) => name) };
  });

/** A token's claims. */
export const claims = token => JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
