// Somebody else, at a browser of their own.
import { complaints, launch } from './browser.mjs';
import { DemoPage } from './demo-page.mjs';

/** Opens the page for `work`; what the console says that `allowConsole` does not fit is an error. */
export async function asVisitor({ url }, work, allowConsole) {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const heard = complaints(page);
    const demo = new DemoPage(page, url);
    await demo.open();
    await work(demo, page);
    const lines = heard.drain(allowConsole);
    if (lines.length > 0) throw new Error(lines.join('\n'));
  } finally {
    await browser.close();
  }
}

/** The browser's line for an answer that refuses something. */
export const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/u;
