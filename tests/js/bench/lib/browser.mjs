// One Chromium for all sides, and visits to their pages.
import { chromium } from 'playwright-core';
import { pathOf } from './sides.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  // clerk-js takes a browser that says it is driven by a program for offline, and would go other ways than a visitor's.
  '--disable-blink-features=AutomationControlled',
  // Memory is measured when it is asked for, and not up to 20 s later.
  '--enable-blink-features=ForceEagerMeasureMemory',
  // Gives pages gc(), so that one thing's garbage is not in the next one's time.
  '--js-flags=--expose-gc',
];

/** As a phone on slow 4G: DevTools' CDP takes bytes a second, and the latency from a request to its answer's head. */
export const SLOW_4G = { downloadThroughput: 1_440_000 / 8, uploadThroughput: 675_000 / 8, latency: 150 };

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ARGUMENTS });

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

/** Asks `inPage(argument)` of a fresh visit to a side's page. */
export async function ask({ browser, server }, side, options, inPage, argument) {
  const guest = await visitor(browser, server.url);
  try {
    await guest.open(side, options);
    return await guest.page.evaluate(inPage, argument);
  } finally {
    await guest.close();
  }
}

/** Keeps what goes over the wire from here on, as `[{ url, bytes }]`: bytes include the heads of answers. */
export function wire(cdp) {
  const requests = new Map();
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => requests.set(requestId, { url: request.url }));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return {
    /** The requests to addresses that contain `part`, once all of them are answered; without those that contain `except`. */
    async of(part, except) {
      const asked = () =>
        [...requests.values()].filter(({ url }) => url.includes(part) && !(except && url.includes(except)));
      for (let time = 0; asked().some(({ bytes }) => bytes === undefined); time++) {
        if (time === 100)
          throw new Error(
            `no end was heard of one of ${asked()
              .map(({ url }) => url)
              .join(', ')}`,
          );
        await new Promise(resolve => setTimeout(resolve, 20));
      }
      return asked();
    },
  };
}
