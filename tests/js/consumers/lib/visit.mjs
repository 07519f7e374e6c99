// A visit to a page, with everything that it complains about.
import { complaints } from '../../e2e/lib/browser.mjs';
import { routeFrontendApi } from './frontend-api.mjs';

const LIMIT_MS = 30_000;

/**
 * Opens `url` and waits until its title is no longer "loading", or until it complains.
 * Resolves with the title, the complaints, and what `look(page)` gave.
 */
export async function visit(browser, url, look = () => undefined) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const heard = complaints(page);
    await routeFrontendApi(page);
    await page.goto(url);
    const end = Date.now() + LIMIT_MS;
    const complained = [];
    let title = await page.title();
    while (title === 'loading' && complained.length === 0 && Date.now() < end) {
      await page.waitForTimeout(50);
      title = await page.title();
      complained.push(...heard.drain());
    }
    const seen = await look(page);
    return { title, complaints: [...complained, ...heard.drain()], seen };
  } finally {
    await context.close();
  }
}
