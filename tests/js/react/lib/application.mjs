// The application of `../app` on Vite's development server, an emulator behind it, and a browser that visits.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import { PRODUCTION } from '../../differential/language.mjs';
import { startEmulator } from '../../differential/lib/emulator.mjs';
import { launch } from '../../e2e/lib/browser.mjs';

const folder = fileURLToPath(new URL('../app', import.meta.url));
/** What the browser itself says of an answer that refuses something. */
const REFUSED = /Failed to load resource: the server responded with a status of (4\d\d|503)/u;
const LOGICAL = /\/v1(\/[^?]*)\?(?:.*&)?_method=(\w+)/u;

/** `GET /client`, whatever the method on the wire. */
function named(request) {
  const [, path, method] = LOGICAL.exec(request.url()) ?? [, new URL(request.url()).pathname.replace('/v1', ''), request.method()];
  return `${method} ${path}`;
}

export async function openApplication() {
  const cacheDir = await mkdtemp(join(tmpdir(), 'clerk-wasm-react-'));
  const [browser, emulator, server] = await Promise.all([launch(), startEmulator(process.env.EMULATOR), createServer({
    root: folder, configFile: false, cacheDir, logLevel: 'error', plugins: [react()], server: { port: 0, host: 'localhost' },
  })]);
  await server.listen();
  const site = server.resolvedUrls.local[0];

  /** A browser of its own; `isRefused` lets its console tell of answers that refuse something. */
  async function visit({ key = PRODUCTION, settings, isRefused = false, ...seed }) {
    await emulator.control('POST reset');
    await emulator.control('PATCH settings', settings);
    await emulator.control('POST seed', seed);
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
    const text = async id => (await page.getByTestId(id).count()) ? page.getByTestId(id).innerText() : null;
    return {
      page, text, complaints, requests, control: emulator.control,
      another: openPage,
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
  return { visit, close, folder };
}
