// An application of a framework on Vite's development server, an emulator behind it, and a browser that visits.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { PRODUCTION } from '../differential/language.mjs';
import { startEmulator } from '../differential/lib/emulator.mjs';
import { launch } from '../e2e/lib/browser.mjs';

/** A busy machine is no reason to fail. */
export const LIMIT_MS = 60_000;
export const SOON = { timeout: 10_000, interval: 20 };

export const ada = {
  email_address: 'ada@example.com',
  password: 'correct-horse-battery',
  first_name: 'Ada',
  last_name: 'Lovelace',
};
const grace = {
  email_address: 'grace@example.com',
  password: 'correct-horse-battery',
  first_name: 'Grace',
  last_name: 'Hopper',
};
const organizations = [
  {
    name: 'Acme',
    members: [
      { user: ada.email_address, role: 'org:admin' },
      { user: grace.email_address, role: 'org:member' },
    ],
  },
  { name: 'Beta', members: [{ user: ada.email_address, role: 'org:member' }] },
];
const SETTINGS = { organizations: { enabled: true } };

/** What the browser itself says of an answer that refuses something. */
const REFUSED = /Failed to load resource: the server responded with a status of (4\d\d|503)/u;
const LOGICAL = /\/v1(\/[^?]*)\?(?:.*&)?_method=(\w+)/u;

/** `GET /client`, whatever the method on the wire. */
function named(request) {
  const [, path, method] = LOGICAL.exec(request.url()) ?? [];
  return path ? `${method} ${path}` : `${request.method()} ${new URL(request.url()).pathname.replace('/v1', '')}`;
}

/** Presses a button of `page`. What comes into the page may move it between a mouse's down and up, and then nothing is pressed. */
const pressing = page => async name => {
  const button = page.getByRole('button', { name, exact: true });
  await button.click({ trial: true });
  await button.evaluate(element => element.click());
};

async function openApplication(folder, config) {
  const cacheDir = await mkdtemp(join(tmpdir(), 'clerk-wasm-application-'));
  const [browser, emulator, server] = await Promise.all([
    launch(),
    startEmulator(process.env.EMULATOR),
    createServer({
      root: folder,
      configFile: false,
      cacheDir,
      logLevel: 'error',
      server: { port: 0, host: 'localhost' },
      ...config,
    }),
  ]);
  await server.listen();
  const site = server.resolvedUrls.local[0];

  /** A browser of its own; `isRefused` lets its console tell of answers that refuse something. */
  async function visit({ key = PRODUCTION, isRefused = false } = {}) {
    await emulator.control('POST reset');
    await emulator.control('PATCH settings', SETTINGS);
    await emulator.control('POST seed', { users: [ada, grace], organizations });
    const context = await browser.newContext();
    const address = `${site}?${new URLSearchParams({ key, api: emulator.url })}`;
    const complaints = [];
    const requests = [];
    const openPage = async () => {
      const page = await context.newPage();
      page.on('pageerror', error => complaints.push(String(error)));
      page.on('console', message => {
        const isExpected = isRefused && REFUSED.test(message.text());
        if (['error', 'warning'].includes(message.type()) && !isExpected) complaints.push(message.text());
      });
      page.on('request', request => request.url().startsWith(`${emulator.url}/v1/`) && requests.push(named(request)));
      await page.goto(address);
      return page;
    };
    const page = await openPage();
    const text = async id => ((await page.getByTestId(id).count()) ? page.getByTestId(id).innerText() : null);
    const press = pressing(page);
    return {
      page,
      text,
      complaints,
      requests,
      press,
      control: emulator.control,
      another: async () => {
        const other = await openPage();
        return { page: other, press: pressing(other) };
      },
      async signIn({ email_address, password }) {
        await page.getByLabel('sign in as').fill(email_address);
        await page.getByLabel('password', { exact: true }).fill(password);
        await press('sign in');
      },
      messages: () => emulator.control('GET outbox'),
      /** Until nothing has been asked of the Frontend API for a while. */
      settled: () => page.waitForLoadState('networkidle'),
      close: () => context.close(),
    };
  }

  const close = async () => {
    await Promise.all([browser.close(), emulator.stop(), server.close()]);
    await rm(cacheDir, { recursive: true });
  };
  return { visit, close };
}

/** Gives the tests of a file an application of their own. Each visits it once more, and nothing is said on the console that it has not asked for. */
export function inApplication(folder, config) {
  let application;
  let visit;
  beforeAll(async () => (application = await openApplication(folder, config)), LIMIT_MS);
  afterAll(() => application?.close());
  afterEach(async () => {
    const said = visit.complaints;
    await visit.close();
    expect(said).toEqual([]);
  });
  return {
    open: async options => (visit = await application.visit(options)),
    shows: (id, text) => expect.poll(() => visit.text(id), SOON).toBe(text),
    isAt: path => expect.poll(() => new URL(visit.page.url()).pathname, SOON).toBe(path),
  };
}
