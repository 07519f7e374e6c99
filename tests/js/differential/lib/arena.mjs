// What one scenario at a time plays in: an emulator, a site and a Chromium.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startEmulator } from './emulator.mjs';
import { startSite } from './site.mjs';
import { openStage, PATIENCE_MS } from './stage.mjs';
import { MIRRORED, NEWER, OURS } from './versions.mjs';

// `AutomationControlled` sets navigator.webdriver, for which clerk-js takes the browser to be offline.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-blink-features=AutomationControlled',
];

/** Wherever the suite runs: elsewhere.example is the site, which lets nobody leave, and no other host is there. */
const hosts = port =>
  `--host-resolver-rules=MAP elsewhere.example:80 localhost:${port}, MAP * ~NOTFOUND, EXCLUDE localhost`;

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run this through: cargo xtask test differential`);
  return value;
}

/** What `cargo xtask` says of this machine. */
export const settings = () => ({
  emulator: setting('EMULATOR'),
  chromium: setting('CHROMIUM'),
  clerkWasm: setting('CLERK_WASM'),
  clerkJs: { [MIRRORED]: setting('CLERK_JS_6_34_1'), [NEWER]: setting('CLERK_JS_6_40_0') },
  output: setting('DIFFERENTIAL_OUTPUT'),
});

/** Starts an arena; `number` tells those that run side by side apart. */
export async function openArena(number) {
  const { emulator: program, chromium: executablePath, clerkWasm, clerkJs, output } = settings();
  const [emulator, site] = await Promise.all([
    startEmulator(program),
    startSite({
      stage: new URL('../page', import.meta.url).pathname,
      [OURS]: clerkWasm,
      ...clerkJs,
    }),
  ]);
  const browser = await chromium.launch({
    executablePath,
    args: [...ARGUMENTS, hosts(site.port)],
    timeout: PATIENCE_MS,
  });
  mkdirSync(output, { recursive: true });
  const file = join(output, `exchanges-${number}.ndjson`);
  let stage;
  return {
    emulator,
    site,
    browser,
    /** Runs `work` on the stage. One on which something went wrong is not used again. */
    async onStage(work) {
      stage ??= await openStage(browser, site);
      try {
        const result = await work(stage);
        await stage.leave();
        return result;
      } catch (error) {
        await stage.close();
        stage = undefined;
        throw error;
      }
    },
    keepExchange: exchange => appendFileSync(file, `${JSON.stringify(exchange)}\n`),
    async close() {
      await browser.close();
      await site.close();
      await emulator.stop();
    },
  };
}
