// The page that an arena's scenarios play on, one after the other. Each finds it as if the browser had never been used:
// a new document, and no cookies or storage. A browser context for each would cost three times as much, and an empty page in between a
// sixth more: the browser makes another view for it.
import { build } from 'esbuild';
import { START_OF_TIME } from './time.mjs';

export const AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
export const RECORDER = new URL('../page/recorder.js', import.meta.url).pathname;
const CLOCK = new URL('../page/clock.js', import.meta.url).pathname;

/** A dead page must not stop the suite; a busy machine is no dead page. */
export const PATIENCE_MS = 120_000;
/** The page comes a second after the server's start, as if it had needed that to load. */
const LOADED_AFTER_MS = 1000;

/** Opens a page of its own, whose clock stands still. */
export async function openStage(browser, site) {
  const context = await browser.newContext({ userAgent: AGENT });
  context.setDefaultTimeout(PATIENCE_MS);
  await context.addInitScript({ content: await clock() });
  await context.addInitScript({ path: RECORDER });
  return new Stage(context, await context.newPage(), `${site.url}/stage/index.html`);
}

let bundled;
function clock() {
  bundled ??= build({
    entryPoints: [CLOCK],
    bundle: true,
    write: false,
    // Its ways into Node, which it asks for only there.
    external: ['util', 'timers', 'timers/promises', 'perf_hooks'],
    define: { START_OF_PAGE: String(START_OF_TIME + LOADED_AFTER_MS) },
  }).then(({ outputFiles: [{ text }] }) => text);
  return bundled;
}

class Stage {
  #address;
  #isOffline = false;

  constructor(context, page, address) {
    Object.assign(this, { context, page });
    this.#address = address;
  }

  /** @param {string} [more] What follows the address, such as a query. */
  async enter(more = '') {
    // Where nothing but the hash is another one, the document would stay.
    if (more.includes('#')) await this.page.goto('about:blank');
    await this.page.goto(this.#address + more);
    await this.context.clearCookies();
    await this.page.evaluate(() => {
      for (const storage of [localStorage, sessionStorage]) storage.clear();
    });
  }

  async setOffline(value) {
    if (value !== this.#isOffline) await this.context.setOffline(value);
    this.#isOffline = value;
  }

  async leave() {
    await this.setOffline(false);
  }

  close() {
    return this.context.close();
  }
}
