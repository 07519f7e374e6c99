// The load in a page of Chromium, with cookies, locks, channels and storage as a page has them.

import { startSite } from '../../../differential/lib/site.mjs';
import { complaints, launch } from '../../../e2e/lib/browser.mjs';
import { measure } from './measure.mjs';

const folder = path => new URL(path, import.meta.url).pathname;
const FOLDERS = { tests: folder('../../..'), 'clerk-wasm': folder('../../../node_modules/clerk-wasm') };

/** Code that V8 compiles while a page runs is nobody's, and would be most of what the heap grows by. */
const UNCOMPILED = '--js-flags=--no-opt --no-maglev --no-sparkplug';

/** Rounds of so many calls from this seed; `complaints` is what the page's console and errors said. */
export async function inChromium(calls, seed) {
  const [site, browser] = await Promise.all([startSite(FOLDERS), launch([UNCOMPILED])]);
  try {
    const page = await browser.newPage();
    const heard = complaints(page);
    await page.goto(`${site.url}/tests/package/lib/stress/page.html`);
    await page.evaluate(async seed => (window.load = await open(seed, { afterSignOutUrl: '#out' })), seed);
    const cdp = await page.context().newCDPSession(page);
    const memories = await measure(calls, {
      make: count => page.evaluate(count => window.load.make(count), count),
      memory: () => memory(page, cdp),
    });
    return { ...(await page.evaluate(() => window.load.told())), ...memories, complaints: heard.drain() };
  } finally {
    await browser.close();
    await site.close();
  }
}

async function memory(page, cdp) {
  await page.evaluate(() => window.load.quiet());
  for (let round = 0; round < 5; round++) {
    await cdp.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(50);
  }
  const { usedSize, backingStorageSize } = await cdp.send('Runtime.getHeapUsage');
  return { heap: usedSize + backingStorageSize, wasm: await page.evaluate(() => window.load.memoryBytes()) };
}
