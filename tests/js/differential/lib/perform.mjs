// Plays a scenario with one client, and gives the transcript: what was seen after each step.
import { watchWire } from './wire.mjs';

/** Between two steps this much time passes on the page, so that what waits for the next tick is done. */
const TICK_MS = 20;
/** When time passes, it does in strides of this length, and in longer ones rather than in more of them. */
const STRIDE_MS = 500;
const MOST_STRIDES = 200;
const SEED = 20_261_121;
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
/** The page's clock runs from here before the start of time until it is paused there: it cannot be paused in its own past. */
const HEAD_START_MS = 60_000;
/** A dead page must not stop the suite. */
const LIMIT_MS = 20_000;

/** @returns {Promise<object[]>} One entry a step. */
export async function perform(arena, scenario, client, now) {
  const { emulator, browser } = arena;
  await emulator.control('POST reset', { random_seed: SEED });
  await emulator.control('POST clock', { now_ms: now, frozen: true });
  await emulator.control('POST seed', { users: scenario.users, settings: scenario.settings });
  const context = await browser.newContext({ userAgent: AGENT });
  context.setDefaultTimeout(LIMIT_MS);
  try {
    const actor = await enter(arena, context, scenario, client, now);
    const transcript = [];
    for (const [number, step] of stepsOf(scenario, emulator.url).entries()) {
      transcript.push({ step, ...(await actor.play(number, step)) });
    }
    return transcript;
  } finally {
    await context.close();
  }
}

/** Every scenario begins with a Clerk object that has a listener; each is led to the emulator. */
export const stepsOf = ({ key, clerk, steps }, emulator) => [{ construct: true, key, options: clerk }, { listen: 'first' }, ...steps]
  .map(step => ('construct' in step && isObject(step.options) ? { ...step, options: withAddress(step.options, emulator) } : step));

const withAddress = (options, emulator) => JSON.parse(JSON.stringify({ proxyUrl: '{emulator}', ...options }).replaceAll('{emulator}', emulator));

/** Opens the page, signs in whom the scenario wants signed in, and prepares the client. */
async function enter(arena, context, scenario, client, now) {
  const { site, emulator } = arena;
  const page = await context.newPage();
  await page.addInitScript({ path: new URL('../page/recorder.js', import.meta.url).pathname });
  await page.clock.install({ time: now - HEAD_START_MS });
  await page.goto(`${site.url}/stage/index.html${scenario.url ?? ''}`);
  await page.clock.pauseAt(now + 1000);
  await prologue(page, emulator.url, scenario);
  await page.evaluate(name => window.stage.prepare(name), client);
  await page.evaluate(() => window.stage.look());
  return new Actor({ arena, context, page, wire: watchWire(page, emulator.url), scenario, client });
}

/** Not part of what is compared: the browser comes with sessions of earlier visits, and with cookies. */
async function prologue(page, base, { key, signedIn, cookies }) {
  await page.evaluate(async ({ base, key, signedIn, cookies }) => {
    let query = '';
    if (key.startsWith('pk_test_') && signedIn.length > 0) {
      const { id } = await (await fetch(`${base}/v1/dev_browser`, { method: 'POST' })).json();
      const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(key));
      const suffix = btoa(String.fromCharCode(...new Uint8Array(hash))).replaceAll('+', '-').replaceAll('/', '_').slice(0, 8);
      for (const name of ['__clerk_db_jwt', `__clerk_db_jwt_${suffix}`]) document.cookie = `${name}=${id}; path=/`;
      query = `&__clerk_db_jwt=${id}`;
    }
    for (const { email_address: identifier, password } of signedIn) {
      const body = new URLSearchParams({ strategy: 'password', identifier, password });
      const answer = await fetch(`${base}/v1/client/sign_ins?_x=1${query}`, { method: 'POST', credentials: 'include', body });
      if (!answer.ok) throw new Error(`the prologue cannot sign ${identifier} in: ${await answer.text()}`);
    }
    for (const cookie of cookies) document.cookie = cookie;
  }, { base, key, signedIn, cookies });
}

const isObject = value => typeof value === 'object' && value !== null;

/** The headers that the browser sent; its cookies by name, since their order says when they were first written and nothing else. */
function sentHeaders(exchange) {
  if (!exchange) return null;
  const { cookie, ...headers } = exchange.request_headers;
  return { ...headers, cookie: Object.fromEntries((cookie ?? '').split('; ').filter(Boolean).map(pair => pair.split(/=(.*)/su))) };
}

/** Lifetimes are whole days. A cookie's is counted by the browser's own clock, which does not stand still; -1 is a session cookie. */
const daysFromNow = expires => (expires === -1 ? expires : Math.round((expires - Date.now() / 1000) / 86_400));

class Actor {
  constructor(parts) {
    Object.assign(this, parts);
  }

  /** Plays one step and looks. */
  async play(number, step) {
    const { page, scenario } = this;
    const onPage = await this.#arrange(step);
    if (onPage) await page.evaluate(([index, given]) => window.stage.start(index, given), [number, await this.#resolve(onPage)]);
    await this.#settle();
    const outcome = onPage ? await page.evaluate(index => window.stage.outcome(index), number) : null;
    const seen = await page.evaluate(() => window.stage.look());
    const { fetches, ...rest } = seen;
    const exchanges = await this.wire.take();
    const requests = this.#requests(fetches, exchanges);
    for (const exchange of exchanges) this.arena.keepExchange({ client: this.client, scenario: scenario.name, step: String(number), ...exchange });
    return { outcome, ...rest, requests, cookies: await this.#cookies() };
  }

  /** Does what is not the page's to do; returns the step if the page has a part in it. */
  async #arrange(step) {
    const { page, context, arena } = this;
    if ('control' in step) {
      await arena.emulator.control(step.control, step.body);
    } else if ('advance' in step) {
      await this.#pass(step.advance);
    } else if ('offline' in step) {
      await context.setOffline(step.offline);
    } else {
      return step;
    }
    return null;
  }

  /** In strides, between which all goes on that a timer has begun: what comes round again every 1.5 s does so each time. */
  async #pass(ms) {
    const stride = Math.max(STRIDE_MS, ms / MOST_STRIDES);
    for (let passed = 0; passed < ms; passed += stride) {
      const next = Math.round(Math.min(stride, ms - passed));
      await this.arena.emulator.control('POST clock', { advance_ms: next });
      await this.page.clock.runFor(next);
      await this.page.evaluate(() => window.stage.quiet());
    }
  }

  /** Codes that were sent by mail are known to Node only. */
  async #resolve(step) {
    const text = JSON.stringify(step);
    if (!text.includes('"$code"')) return step;
    const mails = await this.arena.emulator.control('GET outbox');
    const codeFor = address => mails.findLast(({ to }) => to === address)?.code ?? `no code for ${address}`;
    return JSON.parse(text, (_, value) => (value && typeof value === 'object' && '$code' in value ? codeFor(value.$code) : value));
  }

  async #settle() {
    await this.page.evaluate(() => window.stage.quiet());
    await this.page.clock.runFor(TICK_MS);
    await this.page.evaluate(() => window.stage.quiet());
  }

  /** The page's requests in its order, each with the headers that the browser sent. Chromium tells no body of a Request object: the page does. */
  #requests(fetches, exchanges) {
    const left = [...exchanges];
    return fetches.map(({ headers: own, ...request }) => {
      const found = left.findIndex(({ method, url }) => method === request.method && url === request.url);
      const [exchange] = found >= 0 ? left.splice(found, 1) : [];
      if (exchange) exchange.body ??= request.body;
      return { ...request, own, sent: sentHeaders(exchange), status: exchange?.status ?? null };
    });
  }

  async #cookies() {
    const cookies = await this.context.cookies();
    const told = cookies.map(({ name, domain, path, expires, ...rest }) => [`${name} ${domain} ${path}`, { ...rest, days: daysFromNow(expires) }]);
    return Object.fromEntries(told.sort());
  }
}
