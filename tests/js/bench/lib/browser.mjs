// One Chromium for all sides, and visits to their pages.
import { chromium } from 'playwright-core';
import { pathOf } from './sides.mjs';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-background-networking',
  // clerk-js takes a browser that says it is driven by a program for offline, and would go other ways than a visitor's.
  '--disable-blink-features=AutomationControlled',
  // Memory is measured when it is asked for, and not up to 20 s later.
  '--enable-blink-features=ForceEagerMeasureMemory',
];

/** As a phone on slow 4G: DevTools' CDP takes bytes a second, and the latency from a request to its answer's head. */
export const SLOW_4G = { downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8, latency: 150 };

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ARGUMENTS });

/**
 * A visitor with an empty cache and a process of its own. A blank page of the same site comes first, so that no visit counts
 * the time in which Chromium starts that process.
 */
export async function visitor(browser, origin, { network, slowdown = 1 } = {}) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const cdp = await context.newCDPSession(page);
  await page.goto(`${origin}/blank`);
  await cdp.send('Network.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', { offline: false, ...network });
  if (slowdown !== 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return {
    page,
    cdp,
    /** Opens a side's page; resolves with what the page says once `clerk.client` is there. */
    async open(side, options) {
      await page.goto(origin + pathOf(side, options), { waitUntil: 'domcontentloaded' });
      return page.evaluate(() => globalThis.loaded);
    },
    close: () => context.close(),
  };
}

/** What comes over the wire from here on, heads of answers included: `received()` gives `[{ url, bytes }]`. */
export function wire(cdp) {
  const urls = new Map();
  const finished = [];
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    finished.push({ url: urls.get(requestId), bytes: encodedDataLength });
  });
  return { received: () => finished };
}
